// Insiders whose latest filing is not theirs, or not about the issuer.
//
// An `INSIDER_OF` relationship names the latest filing of the owner about the issuer.
//
// @param limit int = 100  Most rows.
//
// @column id       string The owner.
// @column found    string The filing that the relationship names.
// @column expected string The issuer that the filing should be about.
MATCH (owner:Party)-[insider:INSIDER_OF]->(issuer:Party)
WITH owner, issuer, coalesce(insider.filing, '') AS latest
WHERE NOT EXISTS { MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer) WHERE filing.id = latest }
RETURN owner.id AS id, latest AS found, issuer.id AS expected
ORDER BY id, found, expected
LIMIT $limit
