// Rows that are there twice, or that have no `id`.
//
// A row of a filing's tables is one edge.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row; the filing where the row has no `id`.
// @column found    string How many edges have this `id`; absent where there is none.
// @column expected string One.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH row.id AS row, min(filing.id) AS filing, count(*) AS times
WHERE row IS NULL OR times > 1
RETURN coalesce(row, filing) AS id, CASE WHEN row IS NOT NULL THEN toString(times) END AS found, '1' AS expected
ORDER BY id, found, expected
LIMIT $limit
