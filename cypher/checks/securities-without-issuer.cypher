// Securities without one issuer.
//
// Every security has one edge `ISSUED`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The security.
// @column found    string How many issued it.
// @column expected string One.
MATCH (class:Security)
WITH class, COUNT { (class)<-[:ISSUED]-(:Party) } AS issuers
WHERE issuers <> 1
RETURN class.id AS id, toString(issuers) AS found, '1' AS expected
ORDER BY id, found, expected
LIMIT $limit
