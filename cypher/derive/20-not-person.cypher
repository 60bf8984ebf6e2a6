// Takes the label Person off parties that turned out to be something else.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE p:Person AND (p.kind <> 'person' OR NOT EXISTS { (p)-[:FILED]->(:Filing) })
REMOVE p:Person
