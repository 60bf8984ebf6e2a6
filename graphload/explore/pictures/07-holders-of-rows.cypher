// Through whom the rows of one filing are held
//
// Put the accession number in place of `0001046568-22-000002`.
WITH '0001046568-22-000002' AS filing
MATCH (:Filing {id: filing})<-[:FILED]-(owner:Party)
MATCH path = (owner)-[:MEMBER_OF*0..1]->()-[:HOLDS_THROUGH]->(:Vehicle)
RETURN path
LIMIT 150
