// Filings whose id is not their accession number.
//
// The id of a filing is its accession number. Without one it is `sha256:` and a digest of what the filing says.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string The same as `id`.
// @column expected string The accession number, or how the id should begin.
MATCH (filing:Filing)
WHERE coalesce(filing.accession <> filing.id, NOT filing.id STARTS WITH 'sha256:')
RETURN filing.id AS id, filing.id AS found, coalesce(filing.accession, 'sha256:') AS expected
ORDER BY id, found, expected
LIMIT $limit
