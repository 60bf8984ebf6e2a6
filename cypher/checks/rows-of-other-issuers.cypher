// Rows of securities that another issuer issued.
//
// The security of a row is one of the issuer that its filing concerns.
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column found    string The security.
// @column expected string The issuer that the filing concerns.
MATCH (filing:Filing)-[:CONCERNS]->(issuer:Party)
MATCH (filing)-[row:TRANSACTION|HOLDING]->(security:Security)
WHERE NOT EXISTS { (security)<-[:ISSUED]-(issuer) }
RETURN row.id AS id, security.id AS found, issuer.id AS expected
ORDER BY id, found, expected
LIMIT $limit
