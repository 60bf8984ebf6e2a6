// Insiders by a filing that is not theirs, or not about the issuer.
//
// An edge `INSIDER_OF` names the latest filing of the owner about the issuer.
//
// @param limit int = 100  Most rows.
//
// @column id       string The owner.
// @column found    string The filing that the edge names.
// @column expected string The issuer that it should be about.
MATCH (owner:Party)-[insider:INSIDER_OF]->(issuer:Party)
WHERE NOT EXISTS { MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer) WHERE filing.id = insider.filing }
RETURN owner.id AS id, insider.filing AS found, issuer.id AS expected
ORDER BY id, found, expected
LIMIT $limit
