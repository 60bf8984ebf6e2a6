// Addresses that are nobody's.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The address.
// @column found    string No owners.
// @column expected string At least one.
MATCH (address:Address)
WHERE NOT EXISTS { (address)<-[:LOCATED_AT]-(:Party) }
RETURN address.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
