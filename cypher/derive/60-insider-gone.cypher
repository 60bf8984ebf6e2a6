// Takes out what an owner was to an issuer where no filing says it any more.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (issuer:Party {id: id})<-[insider:INSIDER_OF]-(owner:Party)
WHERE NOT EXISTS { (issuer)<-[:CONCERNS]-(:Filing)<-[:FILED]-(owner) }
DELETE insider
