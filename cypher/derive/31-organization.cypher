// Labels the reporting owners that are organizations.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE NOT p:Organization AND p.kind = 'organization' AND EXISTS { (p)-[:FILED]->(:Filing) }
SET p:Organization
