// Rows of filings with owners that nobody holds.
//
// Every such row has a `holder`, which is the `id` of a Party, a Group or a Vehicle.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string Its holder; absent where it has none.
// @column expected string That the holder is there.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE EXISTS { (filing)<-[:FILED]-(:Party) }
WITH row.holder AS holder, collect(row.id) AS rows
WHERE holder IS NULL OR NOT EXISTS { MATCH (:Party {id: holder}) } AND NOT EXISTS { MATCH (:Group {id: holder}) }
  AND NOT EXISTS { MATCH (:Vehicle {id: holder}) }
UNWIND rows AS id
RETURN id, holder AS found, 'a holder' AS expected
ORDER BY id, found, expected
LIMIT $limit
