// Takes the label Issuer off parties whose securities no filing reports any more.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE p:Issuer AND NOT EXISTS { (p)<-[:CONCERNS]-(:Filing) }
REMOVE p:Issuer
