// What somebody holds, and through whom
//
// Put a part of the name, as EDGAR writes it, in place of `maida`.
WITH 'maida' AS who
MATCH (owner:Party) WHERE toLower(owner.name) CONTAINS toLower(who)
MATCH path = (owner)-[:MEMBER_OF|HOLDS_THROUGH*0..2]->()-[owns:OWNS]->(:Security)<-[:ISSUED]-(:Issuer)
WHERE NOT owns.closed AND coalesce(owns.until > date(), true)
RETURN path
LIMIT 150
