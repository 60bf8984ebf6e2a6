// Rings of companies, each of which reports owning a part of the next.
//
// Answers: one row for each ring, from the company with the least CIK round to it again. A ring of one is a company
// that reports its own securities.
//
// Counts: a link is the company's latest open balance of a security of the next, on the day: held directly, jointly
// with the other owners of a filing, or through a vehicle. `unlisted` says how many links are unconfirmed, as a
// later filing does not list the position.
//
// Does not see: a stake that was sold without a filing, so look at `oldest`; rings through a company whose shares
// nobody reports.
//
// @example on=2026-06-30
//
// @param issuer issuer = null Only rings through this company.
// @param depth  int    = 4    Most companies in a ring, up to 6.
// @param on     date   = null As of this day; today if it is not given.
// @param limit  int    = 100  Most rows.
//
// @column companies int     Companies in the ring.
// @column ring      strings Who owns whom, by name; the last is the first again.
// @column filings   strings For each link the filing that states the balance.
// @column rows      strings For each link the row, or one of the rows, that states it.
// @column oldest    date    The earliest of the days of these balances.
// @column latest    date    The latest.
// @column unlisted  int     Links that a later filing does not list.
// @column ciks      strings CIKs, in the order of the ring, without the first again.
MATCH (issuer:Issuer)
WITH DISTINCT issuer // so that every engine begins here
MATCH path = (issuer)-[:INSIDER_OF*1..6]->(last:Party)
WITH issuer, last, nodes(path) AS parties, [each IN nodes(path) | each.id] AS ids
WHERE last.id = issuer.id AND size(ids) <= $depth + 1 AND ($issuer IS NULL OR $issuer IN ids)
  AND none(at IN range(1, size(ids) - 2) WHERE ids[at] IN ids[0..at] OR ids[at] < issuer.id)
UNWIND range(0, size(ids) - 2) AS at
WITH parties, ids, at, parties[at] AS owner, parties[at + 1] AS held, coalesce($on, date()) AS day
CALL (owner, held, day) {
  MATCH (owner)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS|OWNED]->(security:Security)
  MATCH (security)<-[:ISSUED]-(held)
  WHERE NOT owns.closed AND owns.asOf <= day AND coalesce(owns.until > day, true) AND owns.knownUntil IS NULL
  RETURN owns ORDER BY owns.asOf DESC, security.derivative, coalesce(owns.shares, -1.0) DESC, owns.rows[0] LIMIT 1
}
WITH parties, ids, at, owns ORDER BY at
WITH parties, ids, collect(owns.filing) AS filings, collect(owns.rows[0]) AS rows, min(owns.asOf) AS oldest,
     max(owns.asOf) AS latest, count(owns.unlistedSince) AS unlisted
WHERE size(filings) = size(ids) - 1
RETURN size(filings) AS companies, [each IN parties | each.displayName] AS ring, filings, rows, oldest, latest,
       unlisted, [each IN parties[0..size(parties) - 1] | each.cik] AS ciks
ORDER BY companies, ring, ids
LIMIT $limit
