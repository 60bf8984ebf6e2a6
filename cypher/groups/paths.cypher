// From an issuer up to the owners of its owners: parent, subsidiary, issuer.
//
// One row for each path of two links or more, from the top down. A link is an owner's latest balance, not zero, of a
// security of the next: held directly, jointly with the other owners of a filing, or through a vehicle. All but the first
// on a path are issuers too, for else nobody reports owning them: a parent of which nobody reports the shares ends the
// path. A balance stands until another is filed, so look at `oldest`. How much of the issuer the top owns in the end does
// not follow, for the forms give no percentages. No party stands twice on a path: `groups/cycles` has those.
//
// @param issuer issuer = null  Only paths that end at this issuer.
// @param owner  person = null  Only paths that begin at this owner.
// @param depth  int    = 3     Most links, up to 6.
// @param people bool   = false Whether a person may stand at the top.
// @param limit  int    = 100   Most rows.
//
// @column issuer  string  The issuer at the end.
// @column ticker  string  Its trading symbol.
// @column top     string  The owner at the beginning.
// @column links   int     Links.
// @column path    strings Who owns whom, from the top down, by name.
// @column filings strings For each link the filing that states the latest balance.
// @column rows    strings For each link the row, or one of the rows, that states it.
// @column oldest  date    The earliest of the days of these balances.
// @column ciks    strings CIKs, in the order of the path.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH path = (company)<-[:INSIDER_OF*2..6]-(top:Party)
WHERE length(path) <= $depth AND ($people OR top.kind = 'organization') AND ($owner IS NULL OR top.id = $owner)
WITH company, top, reverse(nodes(path)) AS parties, [each IN reverse(nodes(path)) | each.id] AS ids
WHERE none(at IN range(1, size(ids) - 1) WHERE ids[at] IN ids[0..at])
UNWIND range(0, size(ids) - 2) AS at
WITH company, top, parties, ids, at, parties[at] AS owner, parties[at + 1] AS held
CALL (owner, held) {
  MATCH (owner)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS]->(class:Security)<-[:ISSUED]-(held)
  WHERE NOT owns.closed
  RETURN owns ORDER BY owns.asOf DESC, class.derivative, owns.shares IS NULL, owns.shares DESC, owns.rows[0] LIMIT 1
}
WITH company, top, parties, ids, at, owns ORDER BY at
WITH company, top, parties, ids, collect(owns.filing) AS filings, collect(owns.rows[0]) AS rows, min(owns.asOf) AS oldest
WHERE size(filings) = size(ids) - 1
RETURN company.name AS issuer, company.ticker AS ticker, top.displayName AS top, size(filings) AS links,
       [each IN parties | each.displayName] AS path, filings, rows, oldest, [each IN parties | each.cik] AS ciks
ORDER BY issuer, company.id, links, path, ids
LIMIT $limit
