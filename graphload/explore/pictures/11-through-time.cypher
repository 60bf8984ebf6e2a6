// All balances that somebody has had
//
// Put a part of the name in place of `pruitt`. OWNED are earlier balances, OWNS are the latest.
WITH 'pruitt' AS who
MATCH (owner:Party) WHERE toLower(owner.name) CONTAINS toLower(who)
MATCH path = (owner)-[:MEMBER_OF|HOLDS_THROUGH*0..2]->()-[owns:OWNS|OWNED]->(:Security)
WHERE owns.knownUntil IS NULL
RETURN path
LIMIT 150
