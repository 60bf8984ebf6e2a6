// Rows of derivatives that are not tied to the underlying security that they name.
//
// Where a row has `underlying`, its security converts into that one.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string What its security converts into.
// @column expected string What the row names.
MATCH (class:Security {derivative: true})<-[row:TRANSACTION|HOLDING]-(:Filing)
WHERE row.underlying IS NOT NULL
OPTIONAL MATCH (class)-[:CONVERTS_INTO]->(underlying:Security)
WITH row, underlying ORDER BY underlying.id
WITH row, collect(underlying.id) AS found
WHERE NOT row.underlying IN found
RETURN row.id AS id, head(found) AS found, row.underlying AS expected
ORDER BY id, found, expected
LIMIT $limit
