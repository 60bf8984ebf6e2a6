// Holders that a nature of ownership or a footnote names, and that are filers.
//
// Answers: one row for each position that is held through such an entity: the nature of ownership, or the footnote that
// it cites, calls the holder exactly as one party with a CIK is called, capitals, commas and the like aside.
//
// Counts: the positions of the day, as amended. What the named party reports as its own stands beside: shares that both
// report are not held twice.
//
// Does not see: names that are only like a filer's, names that two parties share, or words that name two holders.
//
// @example on=2026-06-30
//
// @param issuer issuer = null  Only securities of this issuer.
// @param party  person = null  Only where this party is named.
// @param joint  bool   = true  Whether to list those who are named in a joint filing of their own.
// @param on     date   = null  The day; today if it is not given.
// @param limit  int    = 100   Most rows.
//
// @column issuer        string  Issuer name.
// @column security      string  Title of the security.
// @column holders       strings Who reports to hold through the named party, by name.
// @column named         string  The party that is named.
// @column nature        string  Nature of ownership, as filed.
// @column place         string  Where the name stands: `nature` or `footnote`; absent where another row has it.
// @column member        bool    Whether the named party is one of `holders`.
// @column shares        float   Shares held through it; absent where none are stated.
// @column unlistedSince date    Day from which a later filing leaves the position out: it may be gone.
// @column asOf          date    Day of that balance.
// @column row           string  The row that names it.
// @column filing        string  Its filing.
// @column itsShares     float   Shares of the security that the named party reports alone and directly.
// @column itsAsOf       date    Day of that balance.
// @column itsFiling     string  The filing that states it last.
// @column block         string  The same on all balances, of any holder, that are one block.
// @column cik           string  CIK of the named party.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT day, issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(vehicle:Vehicle)-[:NAMES]->(party:Party)
WHERE ($party IS NULL OR party.id = $party) AND owns.asOf <= day AND owns.knownUntil IS NULL
  AND coalesce(owns.until > day, true)
MATCH (vehicle)<-[:HOLDS_THROUGH]-(root)
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH day, issuer, security, owns, vehicle, party, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH day, issuer, security, owns, vehicle, party, collect(owner.id) AS ids, collect(owner.displayName) AS holders
WITH day, issuer, security, owns, vehicle, party, holders, party.id IN ids AS member, owns.rows[0] AS id
WHERE $joint OR NOT member
WITH *, left(id, size(id) - size(split(id, ':')[-1]) - 1) AS stated
MATCH (filing:Filing {id: coalesce(stated, '')})-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.id = id
OPTIONAL MATCH (party)-[its:OWNS|OWNED]->(security)
WHERE its.asOf <= day AND its.knownUntil IS NULL AND coalesce(its.until > day, true)
WITH day, issuer.name AS issuer, issuer.id AS by, security.title AS security, security.id AS key, holders, party,
     member, owns, row, filing.id AS filing, its, vehicle.id AS vehicle
RETURN issuer, security, holders, party.displayName AS named, row.nature AS nature,
       CASE WHEN any(name IN row.holderNames WHERE toLower(row.nature) CONTAINS toLower(name)) THEN 'nature'
         WHEN row.holderNames IS NOT NULL THEN 'footnote' END AS place, member, owns.shares AS shares,
       CASE WHEN owns.unlistedSince <= day THEN owns.unlistedSince END AS unlistedSince, owns.asOf AS asOf,
       row.id AS row, filing, its.shares AS itsShares, its.asOf AS itsAsOf, its.filing AS itsFiling,
       owns.block AS block, party.cik AS cik
ORDER BY issuer, by, security, key, named, cik, row, vehicle
LIMIT $limit
