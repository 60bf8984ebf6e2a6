// Amendments whose `lineage` is not the original of what they amend.
//
// `lineage` is the first filing of a chain of amendments. An amendment has the `lineage` of the filing that it amends;
// where that filing has none, it is that filing. Both are about the same issuer. Other filings have no `lineage`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string Its `lineage`.
// @column expected string The `lineage` that follows from the amended filing; absent where there is none.
MATCH (filing:Filing)
OPTIONAL MATCH (filing)-[:AMENDS]->(amended:Filing)
WITH filing, amended, coalesce(amended.lineage, amended.id) AS root
WHERE coalesce(filing.lineage, '') <> coalesce(root, '')
  OR amended IS NOT NULL AND NOT filing.amendment
  OR amended IS NOT NULL AND NOT EXISTS { MATCH (filing)-[:CONCERNS]->(:Party)<-[:CONCERNS]-(amended) }
RETURN filing.id AS id, filing.lineage AS found, root AS expected
ORDER BY id, found, expected
LIMIT $limit
