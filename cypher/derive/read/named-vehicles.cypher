// The vehicles that an owner holds through, alone or in a group, and the names that their rows give them.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:FILED]->(:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.holderConfidence IS NOT NULL AND row.holder IS NOT NULL
WITH DISTINCT row.holder AS holder, row.holderNames AS names
WITH holder, names ORDER BY holder, names
RETURN holder AS id, collect(names) AS names
ORDER BY id
