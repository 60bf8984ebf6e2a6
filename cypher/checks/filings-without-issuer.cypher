// Filings that do not concern one issuer.
//
// Every filing has one edge `CONCERNS`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string How many issuers it concerns.
// @column expected string One.
MATCH (filing:Filing)
WITH filing, COUNT { (filing)-[:CONCERNS]->(:Party) } AS issuers
WHERE issuers <> 1
RETURN filing.id AS id, toString(issuers) AS found, '1' AS expected
ORDER BY id, found, expected
LIMIT $limit
