// Who holds the securities of an issuer
//
// Put the ticker of the issuer in place of `BRWI`.
WITH 'BRWI' AS ticker
MATCH (issuer:Issuer {ticker: ticker})
MATCH path = (issuer)-[:ISSUED]->(:Security)<-[owns:OWNS]-()<-[:MEMBER_OF|HOLDS_THROUGH*0..2]-(:Party)
WHERE NOT owns.closed AND coalesce(owns.until > date(), true)
RETURN path
LIMIT 150
