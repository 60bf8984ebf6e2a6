// Exercises and conversions of derivatives that no earlier row granted.
//
// Answers: one row for each exercise or conversion of a derivative that none of its owners has reported before, the
// latest first. `near` is the derivative of the same owners with the closest exercise price: often the same grant
// under another title.
//
// Counts: rows of codes M, X, C and O of Table II that dispose of a derivative. It is granted if an owner of the
// filing has reported the same security before, as a holding, a transaction or jointly with others, or if the position
// continues one of another name. `slack` days let a grant come later, as when the dates of both are typed wrong.
//
// Does not see: whether the grant is older than the filings that are loaded. That is likely where `begins`, the day of
// the owners' first filing about the issuer, is not earlier than the exercise.
//
// @example
//
// @param issuer issuer = null       Only securities of this issuer.
// @param since  date   = 2003-01-01 First day of the exercise.
// @param until  date   = null       Last day of the exercise; no end if it is not given.
// @param slack  int    = 0          Days by which a grant may come later.
// @param limit  int    = 100        Most rows.
//
// @column date          date    Day of the exercise.
// @column issuer        string  Issuer name.
// @column owners        strings Owners who filed, by name.
// @column security      string  Title of the derivative, as filed.
// @column exercisePrice float   Conversion or exercise price, in dollars.
// @column expiresOn     date    Expiration date.
// @column code          string  Transaction code.
// @column shares        float   Derivatives exercised.
// @column near          string  The closest derivative that they reported before, with its exercise price.
// @column begins        date    Day of their first filing about the issuer.
// @column row           string  The row.
// @column filing        string  The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[old:TRANSACTION|HOLDING]-(filing:Filing)<-[:FILED]-(owner:Party)
WHERE security.derivative AND old.current AND old.asOf IS NOT NULL
WITH issuer, security, owner, min(old.asOf) AS seen,
     min(CASE WHEN type(old) = 'HOLDING' OR old.acquired THEN old.asOf END) AS granted,
     collect(CASE WHEN old.code IN ['M', 'X', 'C', 'O'] AND NOT old.acquired AND coalesce(old.block, old.id) = old.id
       AND old.asOf >= $since AND old.asOf <= coalesce($until, old.asOf) THEN {row: old, filing: filing} END) AS used
UNWIND used AS each
WITH issuer, security, each.row AS row, each.filing AS filing, seen, granted
WITH issuer, security, row, filing, sum(CASE WHEN seen < row.asOf
       OR coalesce(granted <= row.asOf + duration({days: $slack}), false) THEN 1 ELSE 0 END) AS known
WHERE known = 0 AND NOT EXISTS {
  MATCH (issuer)-[:ISSUED]->(:Security)<-[was:OWNED]-()
  WHERE was.continuedBy STARTS WITH filing.id + ':D'
    AND EXISTS { MATCH (filing)-[other:TRANSACTION]->(security) WHERE other.id = was.continuedBy }
}
WITH issuer, security, row, filing, filing.id AS id ORDER BY row.asOf DESC, issuer.name, row.id
LIMIT $limit
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
CALL (issuer, filing) {
  MATCH (filing)<-[:FILED]-(:Party)-[:FILED]->(other:Filing)-[:CONCERNS]->(about:Party)
  WHERE about.id = issuer.id
  RETURN min(other.effectiveOn) AS first
}
CALL (issuer, security, row, filing) {
  MATCH (filing)<-[:FILED]-(:Party)-[:FILED]->(:Filing)-[old:TRANSACTION|HOLDING]->(other)<-[:ISSUED]-(of:Party)
  WHERE of.id = issuer.id AND other.derivative AND other.id <> security.id AND old.current AND old.asOf <= row.asOf
    AND (type(old) = 'HOLDING' OR old.acquired)
  WITH DISTINCT other, abs(coalesce(other.exercisePrice, 1e9) - coalesce(security.exercisePrice, 1e9)) AS far
  ORDER BY far, other.id
  RETURN collect(other.title + coalesce(' @ ' + toString(other.exercisePrice), ''))[0] AS near
}
RETURN row.asOf AS date, issuer.name AS issuer, owners, row.titleAsFiled AS security,
       security.exercisePrice AS exercisePrice, security.expiresOn AS expiresOn, row.code AS code,
       row.shares AS shares, near,
       CASE WHEN first < filing.effectiveOn THEN first ELSE filing.effectiveOn END AS begins, row.id AS row,
       id AS filing
ORDER BY date DESC, issuer, row
LIMIT $limit
