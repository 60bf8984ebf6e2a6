// Parties whose derived facts wait to be brought up to date.
//
// A load that was cut off leaves such; the next one brings them up to date.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string How many filings wait.
// @column expected string None.
MATCH (party:Party)
WHERE party.stale
RETURN party.id AS id, toString(party.pending) AS found, 'none' AS expected
ORDER BY id, found, expected
LIMIT $limit
