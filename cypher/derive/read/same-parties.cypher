// Parties without a CIK that may be the same as one with it: by name and what else agrees.
//
// Two parties are called the same where what the spellings of their names have in common is the same. An owner is the same
// if it files about the same issuer, or about one called the same; an issuer, if it has the same trading symbol, or an
// insider called the same.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
OPTIONAL MATCH (p)-[:INSIDER_OF]-(near:Party)
WITH collect(p.nameKey) + collect(near.nameKey) AS names
UNWIND names AS name
WITH DISTINCT name WHERE name IS NOT NULL
MATCH (unnumbered:Party {nameKey: name})
WHERE unnumbered.cik IS NULL
MATCH (numbered:Party {nameKey: name})
WHERE numbered.cik IS NOT NULL
WITH unnumbered, numbered, CASE
  WHEN EXISTS {
    MATCH (unnumbered)-[:INSIDER_OF]->(its:Party), (numbered)-[:INSIDER_OF]->(other:Party)
    WHERE its.id = other.id OR its.nameKey = other.nameKey
  } THEN 'name and issuer'
  WHEN unnumbered.ticker = numbered.ticker THEN 'name and ticker'
  WHEN EXISTS {
    MATCH (unnumbered)<-[:INSIDER_OF]-(its:Party), (numbered)<-[:INSIDER_OF]-(other:Party)
    WHERE its.id = other.id OR its.nameKey = other.nameKey
  } THEN 'name and insider'
END AS method
WITH unnumbered, collect(CASE WHEN method IS NOT NULL THEN [numbered.id, method] END) AS found
RETURN unnumbered.id AS id, found
ORDER BY id
