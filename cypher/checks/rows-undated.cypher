// Rows without the day of their balance, or misdated rows with one.
//
// A row has `asOf`, or is `misdated` because the filed date is impossible.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The day of its balance.
// @column expected string `a day`, or `none` for a misdated row.
MATCH (:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE (row.asOf IS NULL) <> coalesce(row.misdated, false)
RETURN row.id AS id, toString(row.asOf) AS found, CASE WHEN row.misdated THEN 'none' ELSE 'a day' END AS expected
ORDER BY id, found, expected
LIMIT $limit
