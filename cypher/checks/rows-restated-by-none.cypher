// Rows marked as restated whose restating row is not in the graph.
//
// `superseded` names a row of an amendment in the same chain. The rows of such an amendment have a `rank`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The restating row that it names.
// @column expected string The first filing of the chain.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.superseded IS NOT NULL
WITH row.id AS id, row.superseded AS restated, split(row.superseded, ':') AS parts,
     coalesce(filing.lineage, filing.id) AS root
WITH id, restated, root,
     CASE WHEN size(parts) > 1 THEN left(restated, size(restated) - size(parts[size(parts) - 1]) - 1) ELSE '' END AS by
OPTIONAL MATCH (amendment:Filing {id: by})
WITH id, restated, root, amendment
WHERE NOT EXISTS {
  MATCH (amendment)-[now:TRANSACTION|HOLDING]->(:Security)
  WHERE now.id = restated AND amendment.lineage = root AND now.rank IS NOT NULL
}
RETURN id, restated AS found, root AS expected
ORDER BY id, found, expected
LIMIT $limit
