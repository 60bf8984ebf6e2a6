// Companies that own companies
//
// From the top down: each company is a reporting owner of the next.
MATCH path = (top:Organization)-[:INSIDER_OF*1..3]->(:Issuer)
WHERE all(owner IN nodes(path) WHERE owner:Issuer)
RETURN path
LIMIT 100
