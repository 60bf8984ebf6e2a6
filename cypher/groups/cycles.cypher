// Rings of companies, each of which reports owning a part of the next.
//
// One row for each ring, from the company with the least CIK round to it again. A link is a company's latest balance, not
// zero, of a security of the next: held directly, jointly with the other owners of a filing, or through a vehicle. A ring
// of one is a company that reports its own securities. A balance stands until another is filed, so a ring may have been
// broken since `oldest` without a filing; and one that passes through a company whose shares nobody reports is not seen.
//
// @param issuer issuer = null Only rings through this company.
// @param depth  int    = 4    Most companies in a ring, up to 6.
// @param limit  int    = 100  Most rows.
//
// @column companies int     Companies in the ring.
// @column ring      strings Who owns whom, by name; the last is the first again.
// @column filings   strings For each link the filing that states the latest balance.
// @column rows      strings For each link the row, or one of the rows, that states it.
// @column oldest    date    The earliest of the days of these balances.
// @column latest    date    The latest.
// @column ciks      strings CIKs, in the order of the ring, without the first again.
MATCH (company:Issuer)
WITH DISTINCT company // so that every engine begins here
MATCH path = (company)-[:INSIDER_OF*1..6]->(last:Party)
WITH company, last, nodes(path) AS parties, [each IN nodes(path) | each.id] AS ids
WHERE last.id = company.id AND size(ids) <= $depth + 1 AND ($issuer IS NULL OR $issuer IN ids)
  AND none(at IN range(1, size(ids) - 2) WHERE ids[at] IN ids[0..at] OR ids[at] < company.id)
UNWIND range(0, size(ids) - 2) AS at
WITH parties, ids, at, parties[at] AS owner, parties[at + 1] AS held
CALL (owner, held) {
  MATCH (owner)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS]->(class:Security)<-[:ISSUED]-(held)
  WHERE NOT owns.closed
  RETURN owns ORDER BY owns.asOf DESC, class.derivative, owns.shares IS NULL, owns.shares DESC, owns.rows[0] LIMIT 1
}
WITH parties, ids, at, owns ORDER BY at
WITH parties, ids, collect(owns.filing) AS filings, collect(owns.rows[0]) AS rows, min(owns.asOf) AS oldest,
     max(owns.asOf) AS latest
WHERE size(filings) = size(ids) - 1
RETURN size(filings) AS companies, [each IN parties | each.displayName] AS ring, filings, rows, oldest, latest,
       [each IN parties[0..size(parties) - 1] | each.cik] AS ciks
ORDER BY companies, ring, ids
LIMIT $limit
