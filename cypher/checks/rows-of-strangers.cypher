// Rows held by somebody who did not file them.
//
// The holder of a row is the only owner of its filing, the group of all its owners, or a vehicle of one of these. The
// key of a vehicle begins with that of its holder and `|`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string Its holder.
// @column expected string The owner of the filing, or how many owners should hold the row as a group.
MATCH (filing:Filing)
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  RETURN count(DISTINCT owner.id) AS owners, min(owner.id) AS owner
}
MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, owners, owner, row, split(row.holder, '|')[0] AS holder
WHERE owners = 1 AND holder <> owner OR owners > 1 AND NOT EXISTS {
  MATCH (filing)<-[:FILED]-(:Party)-[:MEMBER_OF]->(group:Group) WHERE group.id = holder AND group.size = owners
}
WITH row, CASE owners WHEN 1 THEN owner ELSE 'group of ' + toString(owners) END AS expected
RETURN row.id AS id, row.holder AS found, expected
ORDER BY id, found, expected
LIMIT $limit
