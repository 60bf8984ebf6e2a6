// One filing: who filed, about which issuer, and each row
//
// Put the accession number in place of `0001046568-22-000002`.
WITH '0001046568-22-000002' AS filing
MATCH path = (:Party)-[:FILED]->(:Filing {id: filing})-[:TRANSACTION|HOLDING]->(:Security)<-[:ISSUED]-(:Issuer)
RETURN path
LIMIT 150
