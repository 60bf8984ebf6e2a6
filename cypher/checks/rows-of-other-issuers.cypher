// Rows of securities that the filing's issuer did not issue.
//
// The security of a row is one of the issuer that its filing concerns.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The security.
// @column expected string The issuer.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(class:Security)
WHERE NOT EXISTS { MATCH (filing)-[:CONCERNS]->(:Party)-[:ISSUED]->(class) }
RETURN row.id AS id, class.id AS found, head([(filing)-[:CONCERNS]->(issuer:Party) | issuer.id]) AS expected
ORDER BY id, found, expected
LIMIT $limit
