// Plans without one sponsor, or of another issuer than their `id` names.
//
// The `id` of a plan begins with that of the issuer, from which it has one edge `SPONSORS`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The plan.
// @column found    string Who sponsors it.
// @column expected string Who should, alone.
MATCH (plan:Plan)
OPTIONAL MATCH (plan)<-[:SPONSORS]-(issuer:Party)
WITH plan, issuer.id AS issuer ORDER BY issuer
WITH plan, collect(issuer) AS issuers
WHERE issuers <> [split(plan.id, '|')[0]]
RETURN plan.id AS id, reduce(text = '', each IN issuers | text + each + ' ') AS found, split(plan.id, '|')[0] AS expected
ORDER BY id, found, expected
LIMIT $limit
