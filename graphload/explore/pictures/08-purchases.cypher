// The latest purchases
//
// Of transactions with code P the latest by filing date, not those in which a row contradicts its code.
MATCH (filing:Filing)-[row:TRANSACTION {code: 'P'}]->(:Security)
WHERE row.current AND row.contradicted IS NULL AND filing.filedOn IS NOT NULL
WITH filing, count(*) AS rows
ORDER BY filing.filedOn DESC, filing.id
LIMIT 25
MATCH path = (:Party)-[:FILED]->(filing)-[row:TRANSACTION {code: 'P'}]->(:Security)<-[:ISSUED]-(:Issuer)
RETURN path
LIMIT 150
