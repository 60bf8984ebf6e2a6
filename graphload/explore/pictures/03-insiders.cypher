// The insiders of an issuer
//
// Put the ticker of the issuer in place of `BRWI`. Those who have left are not drawn.
WITH 'BRWI' AS ticker
MATCH path = (issuer:Issuer {ticker: ticker})<-[insider:INSIDER_OF]-(:Party)
WHERE insider.exitedOn IS NULL
RETURN path
LIMIT 150
