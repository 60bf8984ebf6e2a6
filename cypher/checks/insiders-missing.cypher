// Owners who are no insiders of an issuer that they file about.
//
// Every reporting owner of a filing is an insider of the issuer that it concerns.
//
// @param limit int = 100  Most rows.
//
// @column id       string The owner.
// @column found    string Absent.
// @column expected string The issuer.
MATCH (filing:Filing)-[:CONCERNS]->(issuer:Party)
MATCH (filing)<-[:FILED]-(owner:Party)
WITH DISTINCT owner, issuer
WHERE NOT EXISTS { (owner)-[:INSIDER_OF]->(issuer) }
RETURN owner.id AS id, null AS found, issuer.id AS expected
ORDER BY id, found, expected
LIMIT $limit
