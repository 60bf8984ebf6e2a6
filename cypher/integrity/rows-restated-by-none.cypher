// Restated rows that no amendment restates.
//
// `superseded` names a row of an amendment of the same filing; `rank` is on rows of amendments that amend something.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string What it names.
// @column expected string The filing at the beginning of the chain.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.superseded IS NOT NULL
WITH filing, row.id AS row, row.superseded AS restated, split(row.superseded, ':') AS parts
WITH row, restated, coalesce(filing.lineage, filing.id) AS root,
     CASE WHEN size(parts) > 1 THEN left(restated, size(restated) - size(parts[size(parts) - 1]) - 1) ELSE '' END AS by
OPTIONAL MATCH (amendment:Filing {id: coalesce(by, '')})
OPTIONAL MATCH (amendment)-[now:TRANSACTION|HOLDING]->(:Security)
WHERE now.id = restated AND amendment.lineage = root AND now.rank IS NOT NULL
WITH row, restated, root, count(now) AS rows
WHERE rows = 0
RETURN row AS id, restated AS found, root AS expected
ORDER BY id, found, expected
LIMIT $limit
