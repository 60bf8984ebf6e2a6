// Amendments, and what they amend
MATCH path = (:Party)-[:FILED]->(:Filing)-[:AMENDS]->(:Filing)
RETURN path
LIMIT 100
