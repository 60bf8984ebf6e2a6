// Rows held by somebody who did not file them.
//
// The holder of a row is the only owner of its filing, or the Group of all its owners, or a Vehicle of one of these, which has
// their `id` before the first `|`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string Its holder.
// @column expected string How many owners the filing has, who should be the holder.
MATCH (filing:Filing)<-[:FILED]-(owner:Party)
WITH filing, count(DISTINCT owner.id) AS owners, min(owner.id) AS owner
MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, owners, owner, row, split(row.holder, '|')[0] AS holder
WHERE owners = 1 AND holder <> owner OR owners > 1 AND NOT EXISTS {
  MATCH (filing)<-[:FILED]-(:Party)-[:MEMBER_OF]->(group:Group) WHERE group.id = holder AND group.size = owners
}
RETURN row.id AS id, row.holder AS found, CASE owners WHEN 1 THEN owner ELSE 'group of ' + toString(owners) END AS expected
ORDER BY id, found, expected
LIMIT $limit
