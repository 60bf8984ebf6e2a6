// Parties whose derived facts are out of date.
//
// A load that was interrupted leaves stale parties. The next load brings them up to date.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string How many filings are not yet in its derived facts.
// @column expected string Always `none`.
MATCH (party:Party {stale: true})
RETURN party.id AS id, toString(party.pending) AS found, 'none' AS expected
ORDER BY id, found, expected
LIMIT $limit
