// Plans in which nobody has an account.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The plan.
// @column found    string No accounts.
// @column expected string At least one.
MATCH (plan:Plan)
WHERE NOT EXISTS { (plan)<-[:ACCOUNT_IN]-(:Vehicle) }
RETURN plan.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
