// Vehicles that are accounts in several plans, or in one of another kind.
//
// A vehicle is an account in at most one plan, of its own kind.
//
// @param limit int = 100  Most rows.
//
// @column id       string The vehicle.
// @column found    string The plan.
// @column expected string The kind that it should be of.
MATCH (vehicle:Vehicle)-[:ACCOUNT_IN]->(plan:Plan)
WITH vehicle, plan ORDER BY plan.id
WITH vehicle, collect(plan) AS plans
WHERE size(plans) > 1 OR plans[0].kind <> vehicle.kind
RETURN vehicle.id AS id, last(plans).id AS found, vehicle.kind AS expected
ORDER BY id, found, expected
LIMIT $limit
