// Labels the parties whose securities filings report.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE NOT p:Issuer AND EXISTS { (p)<-[:CONCERNS]-(:Filing) }
SET p:Issuer
