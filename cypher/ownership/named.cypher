// Holders that a nature of ownership or a footnote names, and that are filers.
//
// One row for each position that is held through such an entity: the nature of ownership, or the footnote that it
// cites, calls the holder exactly as one party with a CIK is called, capitals, commas and the like aside. Where two
// parties are called so, or the words name two holders, nobody is meant. What the named party reports as its own
// stands beside: a block that both report is not two. Names that are only like a filer's are not found. Balances are
// the latest, `OWNS`.
//
// @param issuer issuer = null  Only securities of this issuer.
// @param party  person = null  Only where this party is named.
// @param joint  bool   = true  Whether to list those who are named in a joint filing of their own.
// @param limit  int    = 100   Most rows.
//
// @column issuer       string  Issuer name.
// @column security     string  Title of the security.
// @column holders      strings Who reports to hold through the named party, by name.
// @column named        string  The party that is named.
// @column nature       string  Nature of ownership, as filed.
// @column place        string  Where the name stands: `nature` or `footnote`; absent where another row has it.
// @column member       bool    Whether the named party is one of `holders`.
// @column shares       float   Shares held through it; absent where none are stated.
// @column asOf         date    Day of that balance.
// @column row          string  The row that names it.
// @column filing       string  Its filing.
// @column itsShares    float   Shares of the security that the named party reports alone and directly.
// @column itsAsOf      date    Day of that balance.
// @column itsFiling    string  The filing that states it last.
// @column same         string  Where `holders` hold one block with others: the first row of the position that counts.
// @column cik          string  CIK of the named party.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS]-(vehicle:Vehicle)-[:NAMES]->(party:Party)
WHERE $party IS NULL OR party.id = $party
MATCH (vehicle)<-[:HOLDS_THROUGH]-(root)
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, owns, vehicle, party, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH company, class, owns, vehicle, party, collect(owner) AS owners
WITH company, class, owns, vehicle, party, [owner IN owners | owner.displayName] AS holders,
     any(owner IN owners WHERE owner.id = party.id) AS member
WHERE $joint OR NOT member
MATCH (class)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
WHERE row.id = owns.rows[0]
OPTIONAL MATCH (party)-[its:OWNS]->(class)
RETURN company.name AS issuer, class.title AS security, holders, party.displayName AS named, row.nature AS nature,
       CASE WHEN any(name IN row.holderNames WHERE toLower(row.nature) CONTAINS toLower(name)) THEN 'nature'
         WHEN row.holderNames IS NOT NULL THEN 'footnote' END AS place, member, owns.shares AS shares, owns.asOf AS asOf,
       row.id AS row, filing.id AS filing, its.shares AS itsShares, its.asOf AS itsAsOf,
       its.filing AS itsFiling, owns.block AS same, party.cik AS cik
ORDER BY issuer, company.id, security, class.id, named, cik, row, vehicle.id
LIMIT $limit
