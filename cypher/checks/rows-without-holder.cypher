// Rows whose holder is not in the graph.
//
// Every row of a filing with owners has a `holder`, which is the id of a Party, a Group or a Vehicle.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string Its holder; absent where it has none.
// @column expected string Always `a holder`.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, row.id AS id, row.holder AS found, coalesce(row.holder, '') AS holder
WHERE NOT EXISTS { MATCH (:Party {id: holder}) } AND NOT EXISTS { MATCH (:Group {id: holder}) }
  AND NOT EXISTS { MATCH (:Vehicle {id: holder}) } AND EXISTS { (filing)<-[:FILED]-(:Party) }
RETURN id, found, 'a holder' AS expected
ORDER BY id, found, expected
LIMIT $limit
