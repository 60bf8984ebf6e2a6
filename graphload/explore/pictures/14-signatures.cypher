// Who signs for whom
//
// Somebody who signed filings of several owners.
MATCH (signatory:Signatory)<-[:SIGNED_BY]-(:Filing)<-[:FILED]-(owner:Party)
WITH signatory, count(DISTINCT owner.id) AS owners WHERE owners >= 2
WITH signatory ORDER BY owners DESC, signatory.id LIMIT 3
MATCH path = (signatory)<-[:SIGNED_BY]-(:Filing)<-[:FILED]-(:Party)
RETURN path
LIMIT 100
