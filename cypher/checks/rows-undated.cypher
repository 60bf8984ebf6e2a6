// Rows with neither a day nor a mark that their date cannot be, or with both.
//
// A row has `asOf` or is `misdated`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The day of its balance.
// @column expected string A day, or none where it is marked.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE (row.asOf IS NULL) <> coalesce(row.misdated, false)
RETURN row.id AS id, toString(row.asOf) AS found, CASE WHEN row.misdated THEN 'none' ELSE 'a day' END AS expected
ORDER BY id, found, expected
LIMIT $limit
