// Parties that neither file nor are filed about.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string No filings.
// @column expected string At least one.
MATCH (party:Party)
WHERE NOT EXISTS { (party)-[:FILED|CONCERNS]-(:Filing) }
RETURN party.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
