// Filings without a reporting owner.
//
// Every filing has an owner. Filings from the SEC's tables are not counted: their table of owners may be missing.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string Always 0.
// @column expected string Always `at least 1`.
MATCH (filing:Filing)
WHERE filing.source <> 'tables' AND NOT EXISTS { (filing)<-[:FILED]-(:Party) }
RETURN filing.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
