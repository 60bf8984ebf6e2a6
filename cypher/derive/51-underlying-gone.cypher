// Takes out links to an underlying security that no row names; those by class are made anew.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(derivative:Security)-[link:CONVERTS_INTO]->(underlying:Security)
WHERE NOT EXISTS { MATCH (derivative)<-[row:TRANSACTION|HOLDING]-(:Filing) WHERE row.underlying = underlying.id }
DELETE link
