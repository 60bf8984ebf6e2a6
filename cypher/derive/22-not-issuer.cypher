// Takes the label Issuer off parties whose securities no filing reports any more, and what their filings named them.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WHERE p:Issuer AND NOT EXISTS { (p)<-[:CONCERNS]-(:Filing) }
REMOVE p:Issuer
SET p.ticker = null, p.formerTickers = null, p.formerNames = null
