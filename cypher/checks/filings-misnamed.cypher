// Filings that are not known by their accession number.
//
// A filing with an accession number has it as its `id`; one without has a digest of its facts, which begins with `sha256:`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string The same as `id`.
// @column expected string What it should be, or how it should begin.
MATCH (filing:Filing)
WHERE coalesce(filing.accession <> filing.id, NOT filing.id STARTS WITH 'sha256:')
RETURN filing.id AS id, filing.id AS found, coalesce(filing.accession, 'sha256:') AS expected
ORDER BY id, found, expected
LIMIT $limit
