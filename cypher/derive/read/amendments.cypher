// The amendments about an issuer, and the filings of the same form that one of their owners filed about it.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (issuer:Party {id: id})<-[:CONCERNS]-(amendment:Filing {amendment: true})<-[:FILED]-(owner:Party)
MATCH (owner)-[:FILED]->(other:Filing)-[:CONCERNS]->(issuer)
WHERE other.id <> amendment.id AND left(other.form, 1) = left(amendment.form, 1)
  AND (other.filedOn = amendment.originalFiledOn OR other.periodOfReport = amendment.periodOfReport)
RETURN DISTINCT amendment.id AS amendment, other.id AS candidate
ORDER BY amendment, candidate
