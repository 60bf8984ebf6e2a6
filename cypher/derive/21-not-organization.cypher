// Takes the label Organization off parties that turned out to be something else.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE p:Organization AND (p.kind <> 'organization' OR NOT EXISTS { (p)-[:FILED]->(:Filing) })
REMOVE p:Organization
