// Who files jointly with somebody, and what they hold together
//
// Put a part of the name in place of `northlight`.
WITH 'northlight' AS who
MATCH (owner:Party) WHERE toLower(owner.name) CONTAINS toLower(who)
MATCH (owner)-[:MEMBER_OF]->(joint:Group)
MATCH path = (joint)<-[:MEMBER_OF]-(:Party)
OPTIONAL MATCH held = (joint)-[:HOLDS_THROUGH*0..1]->()-[owns:OWNS]->(:Security)<-[:ISSUED]-(:Issuer)
WHERE NOT owns.closed
RETURN path, held
LIMIT 150
