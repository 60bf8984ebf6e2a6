// Filings that nobody filed.
//
// Every filing has a reporting owner. Those read from the SEC's tables may have none, where the table of owners is missing.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string How many owners it has.
// @column expected string At least one.
MATCH (filing:Filing)
WHERE filing.source <> 'tables' AND NOT EXISTS { (filing)<-[:FILED]-(:Party) }
RETURN filing.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
