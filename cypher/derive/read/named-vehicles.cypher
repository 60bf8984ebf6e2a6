// The vehicles that hold securities of an issuer, and the names that its rows give them.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(:Security)<-[row:TRANSACTION|HOLDING]-(:Filing)
WHERE row.holderGrade IS NOT NULL AND row.holder IS NOT NULL
WITH DISTINCT row.holder AS holder, row.holderNames AS names
WITH holder, names ORDER BY holder, names
RETURN holder AS id, collect(names) AS names
ORDER BY id
