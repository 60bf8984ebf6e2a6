// Labels the reporting owners that are persons.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE NOT p:Person AND p.kind = 'person' AND EXISTS { (p)-[:FILED]->(:Filing) }
SET p:Person
