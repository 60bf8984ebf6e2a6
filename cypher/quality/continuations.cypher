// Positions that go on under another name.
//
// Answers: one row for each last balance that another position continues: the same shares, with another holder or
// title. `how` says what differs: `spelling` of holder or title, `owners` who file together, `split` into several
// lines, or `form` of ownership. `confidence` is `high` where a transaction begins at the balance, `medium` where a
// holding equals it.
//
// Counts: continuations that are derived from the filings; the old balance enters no total any more.
//
// Does not see: a position that goes on with another number of shares; such a position stays open.
//
// @example
//
// @param issuer issuer = null Only securities of this issuer.
// @param how    string = null Only this way: `spelling`, `owners`, `split` or `form`.
// @param limit  int    = 100  Most rows.
//
// @column id          string  The row that states the old balance.
// @column issuer      string  Issuer name.
// @column oldOwners   strings Owners of the old filing, by name.
// @column newOwners   strings Owners of the new filing, by name.
// @column oldThrough  string  The vehicle before, by name; absent where ownership was direct.
// @column newThrough  string  The vehicle from then on.
// @column oldNature   string  Nature of ownership before, normalised; absent where it was direct.
// @column newNature   string  Nature of ownership from then on.
// @column oldSecurity string  Title of the old security.
// @column newSecurity string  Title of the new one.
// @column shares      float   Shares of the old balance.
// @column asOf        date    Day of the old balance.
// @column until       date    Day from which the new position has the shares.
// @column how         string  `spelling`, `owners`, `split` or `form`.
// @column confidence  string  `high` or `medium`.
// @column oldFiling   string  The filing that states the old balance.
// @column newRow      string  The first row of the new position.
// @column newFiling   string  Its filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owned:OWNED]-(holder)
WHERE owned.continuedBy IS NOT NULL AND ($how IS NULL OR owned.continuedHow = $how)
WITH issuer, security, owned, holder ORDER BY issuer.name, issuer.id, owned.asOf, owned.rows[0]
LIMIT $limit
WITH issuer, security, owned, holder, owned.continuedBy AS newRow, owned.filing AS oldFiling,
     left(owned.continuedBy, size(owned.continuedBy) - size(last(split(owned.continuedBy, ':'))) - 1) AS newFiling
MATCH (filing:Filing {id: coalesce(newFiling, '')})-[row:TRANSACTION|HOLDING]->(after:Security)
WHERE row.id = newRow
WITH issuer, security, owned, holder, newRow, oldFiling, newFiling, after, coalesce(row.holder, '') AS through
OPTIONAL MATCH (vehicle:Vehicle {id: coalesce(through, '')})
CALL (oldFiling) {
  MATCH (filing:Filing {id: coalesce(oldFiling, '')})<-[:FILED]-(owner:Party)
  WITH owner.displayName AS name ORDER BY name
  RETURN collect(name) AS oldOwners
}
CALL (newFiling) {
  MATCH (filing:Filing {id: coalesce(newFiling, '')})<-[:FILED]-(owner:Party)
  WITH owner.displayName AS name ORDER BY name
  RETURN collect(name) AS newOwners
}
RETURN owned.rows[0] AS id, issuer.name AS issuer, oldOwners, newOwners,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS oldThrough, vehicle.displayName AS newThrough,
       holder.nature AS oldNature, vehicle.nature AS newNature, security.title AS oldSecurity,
       after.title AS newSecurity,
       owned.shares AS shares, owned.asOf AS asOf, owned.until AS until, owned.continuedHow AS how,
       owned.continuedConfidence AS confidence,
       oldFiling, newRow, newFiling
ORDER BY issuer, asOf, id
