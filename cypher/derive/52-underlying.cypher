// How a derivative is known to have its underlying security: rows report one of that very title, or only name it.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(:Security)-[link:CONVERTS_INTO]->(underlying:Security)
SET link.method = CASE WHEN EXISTS { (underlying)<-[:TRANSACTION|HOLDING]-(:Filing) } THEN 'title' ELSE 'named' END
