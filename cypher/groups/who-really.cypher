// Who stands behind a holding: all owners, vehicles and notes that name it.
//
// Answers: one row for each who stands behind a holding of the issuer's, from the record holder (`step` 0) to those
// who report the shares as held through it, and to those who by a note control one of these. `how` is `holds` for the
// record holder; `jointly` for the owners of a joint filing, of whom the form does not say which one holds; `through`
// for an owner who reports shares held through the party before; `controls` where a footnote says so; and for others
// what makes the reports one block: `chain`, `split`, `filings` or `spouses`, as in `groups/blocks`.
//
// Counts: positions that are open on the day. `shares` are those of the whole holding, once: the greatest of its
// positions. A vehicle that bears the name of a party is this party. Where notes tell who controls whom, the record
// holder of a joint filing is the one who is controlled and controls none of the others.
//
// Does not see: who controls a party of which no filing about these shares tells; notes that describe control in words
// that are not known. `disclaims` is what an owner says in a note, and no finding.
//
// @example issuer=MRRW on=2026-06-30
// @finish standing
//
// @param issuer issuer        The issuer.
// @param owner  person = null Only holdings that this owner holds or reports.
// @param on     date   = null As of this day; today if it is not given.
// @param least  int    = 2    Fewest parties and vehicles of a holding.
// @param limit  int    = 1000 Most rows.
//
// @column security  string  Title of the security.
// @column holding   string  The row that names the holding.
// @column shares    float   Shares; underlying shares where derivatives have no amount of their own.
// @column step      int     Links from the record holder.
// @column who       string  Party or vehicle, by name.
// @column kind      string  `person`, `organization`, or the kind of a vehicle; absent of whom only a note names.
// @column behind    string  The party or vehicle that it stands behind.
// @column how       string  `holds`, `jointly`, `through`, `controls`, or what makes the block one.
// @column role      string  Role by the note, as `general partner`.
// @column sentence  string  The note's sentence.
// @column disclaims bool    Whether a note that the party's row cites disclaims ownership.
// @column rows      strings Rows in which the party reports the shares.
// @column filing    string  The filing that says so.
// @column cik       string  The party's CIK.
MATCH (issuer:Issuer {id: $issuer})-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE NOT owns.closed AND owns.asOf <= coalesce($on, date()) AND coalesce(owns.until > coalesce($on, date()), true)
  AND owns.knownUntil IS NULL
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
MATCH (filing:Filing {id: coalesce(owns.filing, '')})
OPTIONAL MATCH (holder)-[:NAMES]->(named:Party)
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(security)
WHERE row.id IN owns.rows AND any(each IN row.said WHERE each STARTS WITH 'disclaims|')
WITH security, owns, holder, owner, filing, named, count(row) > 0 AS disclaims
RETURN security.id AS security, security.title AS title, coalesce(owns.block, owns.rows[0]) AS block,
       owns.blockBasis AS basis, coalesce(owns.shares, owns.underlyingShares) AS shares,
       owns.rows AS rows, filing.id AS filing, filing.said AS said, filing.saidIn AS saidIn, disclaims,
       holder.id AS holder,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through,
       CASE WHEN holder:Vehicle THEN holder.kind END AS vehicle, owner.id AS owner,
       coalesce(owner.displayName, owner.id) AS ownerName, owner.kind AS ownerKind, named.id AS named,
       named.displayName AS namedName, named.kind AS namedKind
ORDER BY security, block, holder, owner, named
