// People who are insiders of several issuers
WITH 2 AS least
MATCH (person:Person)-[:INSIDER_OF]->(issuer:Issuer)
WITH least, person, count(issuer) AS issuers WHERE issuers >= least
MATCH path = (person)-[:INSIDER_OF]->(:Issuer)
RETURN path
LIMIT 150
