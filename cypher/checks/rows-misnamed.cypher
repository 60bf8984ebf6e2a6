// Rows whose `id` does not tell their filing, table and kind.
//
// The `id` of a row begins with that of its filing; then stand `N` or `D` for Table I or II, and `T` or `H` for a transaction or
// a holding.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The same as `id`.
// @column expected string How it should begin.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(class:Security)
WITH row, filing.id + ':' + CASE WHEN class.derivative THEN 'D' ELSE 'N' END
  + CASE type(row) WHEN 'TRANSACTION' THEN 'T' ELSE 'H' END AS expected
WHERE NOT row.id STARTS WITH expected
RETURN row.id AS id, row.id AS found, expected
ORDER BY id, found, expected
LIMIT $limit
