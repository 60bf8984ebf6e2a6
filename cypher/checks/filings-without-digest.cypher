// Filings of which nothing tells whether they changed.
//
// Every filing has the digest of its content, by which a load leaves alone what is there already.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string Absent.
// @column expected string That there is one.
MATCH (filing:Filing)
WHERE filing.contentHash IS NULL
RETURN filing.id AS id, null AS found, 'a digest' AS expected
ORDER BY id, found, expected
LIMIT $limit
