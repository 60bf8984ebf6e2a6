// Addresses from a filing that the owner did not file.
//
// A `LOCATED_AT` relationship names the filing that gives the address. The owner is one of the filing's owners.
//
// @param limit int = 100  Most rows.
//
// @column id       string The address.
// @column found    string The filing that the relationship names.
// @column expected string The owner, who should have filed it.
MATCH (owner:Party)-[at:LOCATED_AT]->(address:Address)
WHERE NOT EXISTS { MATCH (owner)-[:FILED]->(filing:Filing) WHERE filing.id = at.filing }
RETURN address.id AS id, at.filing AS found, owner.id AS expected
ORDER BY id, found, expected
LIMIT $limit
