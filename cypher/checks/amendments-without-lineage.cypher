// Amendments whose original is not the end of the chain that they amend.
//
// An amendment that amends something has `lineage`: the first filing of the chain. That is there, is about the same
// issuer, and what it amends has the same `lineage` or is that filing; one that amends nothing has no `lineage`, and only
// amendments amend.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string Its `lineage`.
// @column expected string That of what it amends; absent where it amends nothing.
MATCH (filing:Filing)
OPTIONAL MATCH (filing)-[:AMENDS]->(amended:Filing)
WITH filing, amended ORDER BY amended.id
WITH filing, collect(coalesce(amended.lineage, amended.id)) AS roots, collect(EXISTS {
  MATCH (filing)-[:CONCERNS]->(:Party)<-[:CONCERNS]-(amended)
}) AS same
WHERE size(roots) > 1 OR coalesce(filing.lineage, '') <> coalesce(roots[0], '')
  OR (size(roots) = 1 AND (NOT filing.amendment OR NOT same[0]))
RETURN filing.id AS id, filing.lineage AS found, roots[0] AS expected
ORDER BY id, found, expected
LIMIT $limit
