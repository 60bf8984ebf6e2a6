// Where two people were insiders together, and for how long.
//
// Answers: one row for each issuer about which both have filed.
//
// Counts: for each of the two a span from its first filing about the issuer to its last, in whatever role. `days` are
// those that both spans share, both ends included. Where the spans share no day, `gap` tells how many days lie
// between the end of the one and the beginning of the other. An amendment has the day of its original.
//
// Does not see: whether they met. Filers of one joint filing, as spouses or a fund and its partner, are one unit
// rather than acquaintances: `joint` counts such filings. Nobody has to report that they left.
//
// @example person='Imogen Tallis' other='Dunstan Hargreaves'
//
// @param person person The one.
// @param other  person The other.
//
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column begins  date    First day on which both are seen; absent where there is none.
// @column ends    date    Last day on which both are seen.
// @column days    int     Days on which both are seen.
// @column gap     int     Days from the last filing of the one to the first of the other, if there are none.
// @column roles   strings Roles of the one, by its latest filing that tells them.
// @column others  strings Roles of the other.
// @column joint   int     Filings about the issuer that both signed as owners.
// @column filings strings Latest filing of each about the issuer.
// @column cik     string  The issuer's CIK.
MATCH (one:Party {id: $person})-[a:INSIDER_OF]->(issuer:Issuer)
MATCH (issuer)<-[b:INSIDER_OF]-(other:Party {id: $other})
WHERE one.id <> other.id
WITH one, other, issuer, a, b, CASE WHEN a.firstSeen > b.firstSeen THEN a.firstSeen ELSE b.firstSeen END AS begins,
     CASE WHEN a.lastSeen < b.lastSeen THEN a.lastSeen ELSE b.lastSeen END AS ends
WITH one, other, issuer, a, b, begins, ends, duration.inDays(begins, ends).days AS days
RETURN issuer.name AS issuer, issuer.ticker AS ticker, CASE WHEN days >= 0 THEN begins END AS begins,
       CASE WHEN days >= 0 THEN ends END AS ends, CASE WHEN days >= 0 THEN days + 1 ELSE 0 END AS days,
       CASE WHEN days < 0 THEN -days END AS gap, coalesce(a.roles, []) AS roles, coalesce(b.roles, []) AS others,
       COUNT { (one)-[:FILED]->(filing:Filing)<-[:FILED]-(other) WHERE EXISTS { (filing)-[:CONCERNS]->(issuer) } }
         AS joint,
       [a.filing, b.filing] AS filings, issuer.cik AS cik
ORDER BY days DESC, gap, issuer, cik
