// From an issuer up to the owners of its owners: parent, subsidiary, issuer.
//
// Answers: one row for each path of two links or more, from the top down. No party stands twice on a path;
// `groups/cycles` lists rings.
//
// Counts: a link is an owner's latest open balance of a security of the next, on the day: held directly, jointly
// with the other owners of a filing, or through a vehicle. `unlisted` says how many links are unconfirmed, as a
// later filing does not list the position.
//
// Does not see: a stake that was sold without a filing, so look at `oldest`; an owner of which nobody reports the
// shares, which ends the path; how much of the issuer the top owns, for the forms give no percentages.
//
// @example on=2026-06-30
//
// @param issuer issuer = null  Only paths that end at this issuer.
// @param owner  person = null  Only paths that begin at this owner.
// @param depth  int    = 3     Most links, up to 6.
// @param people bool   = false Whether a person may stand at the top.
// @param on     date   = null  As of this day; today if it is not given.
// @param limit  int    = 100   Most rows.
//
// @column issuer   string  The issuer at the end.
// @column ticker   string  Its trading symbol.
// @column top      string  The owner at the beginning.
// @column links    int     Links.
// @column path     strings Who owns whom, from the top down, by name.
// @column filings  strings For each link the filing that states the balance.
// @column rows     strings For each link the row, or one of the rows, that states it.
// @column oldest   date    The earliest of the days of these balances.
// @column unlisted int     Links that a later filing does not list.
// @column ciks     strings CIKs, in the order of the path.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH path = (issuer)<-[:INSIDER_OF*2..6]-(top:Party)
WHERE length(path) <= $depth AND ($people OR top.kind = 'organization') AND ($owner IS NULL OR top.id = $owner)
WITH issuer, top, reverse(nodes(path)) AS parties, [each IN reverse(nodes(path)) | each.id] AS ids
WHERE none(at IN range(1, size(ids) - 1) WHERE ids[at] IN ids[0..at])
UNWIND range(0, size(ids) - 2) AS at
WITH issuer, top, parties, ids, at, parties[at] AS owner, parties[at + 1] AS held, coalesce($on, date()) AS day
CALL (owner, held, day) {
  MATCH (owner)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS|OWNED]->(security:Security)
  MATCH (security)<-[:ISSUED]-(held)
  WHERE NOT owns.closed AND owns.asOf <= day AND coalesce(owns.until > day, true) AND owns.knownUntil IS NULL
  RETURN owns ORDER BY owns.asOf DESC, security.derivative, coalesce(owns.shares, -1.0) DESC, owns.rows[0] LIMIT 1
}
WITH issuer, top, parties, ids, at, owns ORDER BY at
WITH issuer, top, parties, ids, collect(owns.filing) AS filings, collect(owns.rows[0]) AS rows,
     min(owns.asOf) AS oldest, count(owns.unlistedSince) AS unlisted
WHERE size(filings) = size(ids) - 1
WITH issuer, top, parties, ids, filings, rows, oldest, unlisted, [each IN parties | each.displayName] AS path
ORDER BY issuer.name, issuer.id, size(filings), path, ids
LIMIT $limit
RETURN issuer.name AS issuer, issuer.ticker AS ticker, top.displayName AS top, size(filings) AS links, path, filings,
       rows, oldest, unlisted, [each IN parties | each.cik] AS ciks
ORDER BY issuer, ticker, links, path, ciks
