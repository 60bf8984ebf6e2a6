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
WITH filing, row, coalesce(row.holder, '') AS holder
OPTIONAL MATCH (party:Party {id: holder})
OPTIONAL MATCH (vehicle:Vehicle {id: holder})
OPTIONAL MATCH (group:Group {id: holder})
WITH filing, row, coalesce(party.id, vehicle.id, group.id) AS known
WHERE known IS NULL AND EXISTS { (filing)<-[:FILED]-(:Party) }
RETURN row.id AS id, row.holder AS found, 'a holder' AS expected
ORDER BY id, found, expected
LIMIT $limit
