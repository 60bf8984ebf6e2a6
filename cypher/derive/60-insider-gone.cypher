// Takes out what an owner was to an issuer where no filing says it any more.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
CALL (id) {
  MATCH (issuer:Party {id: id})
  OPTIONAL MATCH (issuer)<-[:CONCERNS]-(:Filing)<-[:FILED]-(owner:Party)
  WITH issuer, collect(DISTINCT owner.id) AS owners
  MATCH (issuer)<-[insider:INSIDER_OF]-(owner:Party)
  WHERE NOT owner.id IN owners
  RETURN insider
  UNION
  MATCH (owner:Party {id: id})
  OPTIONAL MATCH (owner)-[:FILED]->(:Filing)-[:CONCERNS]->(issuer:Party)
  WITH owner, collect(DISTINCT issuer.id) AS issuers
  MATCH (owner)-[insider:INSIDER_OF]->(issuer:Party)
  WHERE NOT issuer.id IN issuers
  RETURN insider
}
WITH DISTINCT insider
DELETE insider
