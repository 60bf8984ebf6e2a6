// Addresses that an owner has by a filing that is not the owner's, or not there.
//
// An edge `LOCATED_AT` names a filing of the owner.
//
// @param limit int = 100  Most rows.
//
// @column id       string The address.
// @column found    string The filing that the edge names.
// @column expected string The owner who should have filed it.
MATCH (address:Address)<-[at:LOCATED_AT]-(owner:Party)
WHERE NOT EXISTS { MATCH (owner)-[:FILED]->(filing:Filing) WHERE filing.id = at.filing }
RETURN address.id AS id, at.filing AS found, owner.id AS expected
ORDER BY id, found, expected
LIMIT $limit
