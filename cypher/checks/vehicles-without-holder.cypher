// Vehicles without the one holder that their `id` names.
//
// The `id` of a vehicle begins with that of the Party or Group that holds through it.
//
// @param limit int = 100  Most rows.
//
// @column id       string The vehicle.
// @column found    string Who holds through it.
// @column expected string Who should, alone.
MATCH (vehicle:Vehicle)
OPTIONAL MATCH (vehicle)<-[:HOLDS_THROUGH]-(holder)
WITH vehicle, holder.id AS holder ORDER BY holder
WITH vehicle, collect(holder) AS holders
WHERE holders <> [split(vehicle.id, '|')[0]]
RETURN vehicle.id AS id, reduce(text = '', each IN holders | text + each + ' ') AS found, split(vehicle.id, '|')[0] AS expected
ORDER BY id, found, expected
LIMIT $limit
