// Vehicles that hold no row.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The vehicle.
// @column found    string No rows.
// @column expected string At least one.
MATCH (vehicle:Vehicle)
WHERE NOT EXISTS {
  MATCH (vehicle)<-[:HOLDS_THROUGH]-(:Party)-[:FILED]->(:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
  WHERE row.holder = vehicle.id
} AND NOT EXISTS {
  MATCH (vehicle)<-[:HOLDS_THROUGH]-(:Group)<-[:MEMBER_OF]-(:Party)-[:FILED]->(:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
  WHERE row.holder = vehicle.id
}
RETURN vehicle.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
