// Links a derivative whose underlying security is only named to the one that rows report of the class that the name means.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (issuer:Party {id: id})-[:ISSUED]->(derivative:Security)-[:CONVERTS_INTO {method: 'named'}]->(named:Security)
WHERE named.class IS NOT NULL
WITH DISTINCT issuer, derivative, named.class AS class
MATCH (issuer)-[:ISSUED]->(reported:Security)
WHERE reported.class = class AND EXISTS { (reported)<-[:TRANSACTION|HOLDING]-(:Filing) }
WITH derivative, collect(DISTINCT reported) AS reported
WHERE size(reported) = 1
WITH derivative, reported[0] AS underlying
MERGE (derivative)-[link:CONVERTS_INTO]->(underlying)
ON CREATE SET link.method = 'class'
