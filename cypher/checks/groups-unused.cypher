// Groups whose members file nothing together.
//
// The members of a group are all the owners of at least one filing.
//
// @param limit int = 100  Most rows.
//
// @column id       string The group.
// @column found    string No filings.
// @column expected string At least one.
MATCH (group:Group)
WHERE NOT EXISTS {
  MATCH (group)<-[:MEMBER_OF]-(:Party)-[:FILED]->(filing:Filing)
  WHERE COUNT { (filing)<-[:FILED]-(:Party)-[:MEMBER_OF]->(group) } = COUNT { (filing)<-[:FILED]-(:Party) }
    AND COUNT { (filing)<-[:FILED]-(:Party) } = COUNT { (group)<-[:MEMBER_OF]-(:Party) }
}
RETURN group.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
