// The title of a security: as the latest filing with a row of it writes it, or else as the latest that names it underlying.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(s:Security)
CALL (s) {
  MATCH (s)<-[row:TRANSACTION|HOLDING]-(f:Filing)
  RETURN row.titleAsFiled AS title, 1 AS rank, coalesce(f.filedOn, f.periodOfReport) AS day, row.id AS place
  UNION ALL
  MATCH (s)<-[:CONVERTS_INTO]-(:Security)<-[row:TRANSACTION|HOLDING]-(f:Filing)
  WHERE row.underlying = s.id
  RETURN row.underlyingTitle AS title, 0 AS rank, coalesce(f.filedOn, f.periodOfReport) AS day, row.id AS place
}
WITH s, title, rank, day, place ORDER BY rank DESC, day DESC, place DESC
WITH s, collect(title)[0] AS title
WHERE coalesce(s.title, '') <> title
SET s.title = title
