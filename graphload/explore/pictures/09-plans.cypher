// Accounts in employee plans
//
// An ESOP or a 401(k) plan in the middle, around it the insiders who have an account in it.
WITH 'esop' AS kind
MATCH path = (:Issuer)-[:SPONSORS]->(plan:Plan {kind: kind})<-[:ACCOUNT_IN]-(:Vehicle)<-[:HOLDS_THROUGH]-()
RETURN path
LIMIT 150
