// Derivatives, and what they convert into
//
// Put the ticker of the issuer in place of `BRWI`.
WITH 'BRWI' AS ticker
MATCH (issuer:Issuer {ticker: ticker})
MATCH path = (issuer)-[:ISSUED]->(:Security {derivative: true})-[:CONVERTS_INTO]->(:Security)
RETURN path
LIMIT 100
