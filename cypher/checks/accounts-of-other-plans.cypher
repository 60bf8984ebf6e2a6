// Accounts in an employee plan of another kind.
//
// A vehicle that is an account in a plan has the plan's kind, such as `esop`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The vehicle.
// @column found    string The kind of the plan.
// @column expected string The kind of the vehicle.
MATCH (vehicle:Vehicle)-[:ACCOUNT_IN]->(plan:Plan)
WHERE plan.kind <> vehicle.kind
RETURN vehicle.id AS id, plan.kind AS found, vehicle.kind AS expected
ORDER BY id, found, expected
LIMIT $limit
