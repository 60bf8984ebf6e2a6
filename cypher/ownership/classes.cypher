// Who holds several classes of one issuer's stock, and how much of each.
//
// One row for each class that somebody holds, where they hold `least` classes or more that are no derivatives:
// directly, through vehicles, or jointly. Those who hold the very same positions, as joint filers do, stand in one
// row. Balances are the latest, `OWNS`, however old; a block that is reported in several ways counts once. Classes are
// told apart by their titles, and filers write one class in several ways, so look at the titles: `Common Stock` and
// `Common Shares` may be one. What a share of one class is worth in the other, or how it votes, is not in these forms.
//
// @param issuer  issuer = null  Only this issuer.
// @param person  person = null  Only this person or organization.
// @param least   int    = 2     Fewest classes.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column holders  strings Who holds, by name: several where they hold the same positions.
// @column classes  int     Classes that they hold.
// @column security string  Title of the class.
// @column shares   float   Shares of the class, in all positions; absent where none are stated.
// @column direct   float   Those that a holder has alone and directly.
// @column indirect float   Those held through vehicles, of their own or of joint filers.
// @column joint    float   Those that joint filers hold directly.
// @column value    float   Dollar value of positions that are reported by value.
// @column asOf     date    Day of the latest of the balances.
// @column rows     strings The rows that count.
// @column filings  strings The filings that state them.
// @column cik      string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND NOT class.derivative AND NOT owns.closed
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH company, class, owns, holder, coalesce(behind, holder) AS root
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, owns, coalesce(member, root) AS party, CASE
  WHEN holder.id <> root.id THEN 'indirect' WHEN member IS NULL THEN 'direct' ELSE 'joint' END AS way
WHERE $person IS NULL OR party.id = $person
WITH company, class, party, owns, way ORDER BY way = 'indirect', owns.rows[0]
WITH company, class, party, coalesce(owns.block, owns.rows[0]) AS block, collect({owns: owns, way: way})[0] AS position
ORDER BY position.owns.rows[0]
WITH company, class, party, collect(position) AS positions
ORDER BY class.title, class.id
WITH company, party, collect({class: class, positions: positions}) AS found
WHERE size(found) >= $least
WITH company, party, found, [each IN found | [position IN each.positions | position.owns.rows[0]]] AS evidence
ORDER BY party.displayName, party.id
WITH company, evidence, collect(party.displayName) AS holders, collect(found)[0] AS found
UNWIND found AS each
UNWIND each.positions AS position
WITH company, evidence, holders, size(found) AS classes, each.class AS class, each.positions AS positions,
     position.owns AS owns, position.way AS way
WITH company, evidence, holders, classes, class, positions, max(owns.asOf) AS asOf,
     sum(owns.shares) AS shares, count(owns.shares) AS sized, sum(owns.value) AS value, count(owns.value) AS valued,
     sum(CASE way WHEN 'direct' THEN owns.shares END) AS direct,
     count(CASE way WHEN 'direct' THEN owns.shares END) AS directs,
     sum(CASE way WHEN 'indirect' THEN owns.shares END) AS indirect,
     count(CASE way WHEN 'indirect' THEN owns.shares END) AS indirects,
     sum(CASE way WHEN 'joint' THEN owns.shares END) AS joint,
     count(CASE way WHEN 'joint' THEN owns.shares END) AS joints
RETURN company.name AS issuer, company.ticker AS ticker, holders, classes, class.title AS security,
       CASE WHEN sized > 0 THEN shares END AS shares, CASE WHEN directs > 0 THEN direct END AS direct,
       CASE WHEN indirects > 0 THEN indirect END AS indirect, CASE WHEN joints > 0 THEN joint END AS joint,
       CASE WHEN valued > 0 THEN value END AS value, asOf,
       reduce(all = [], each IN positions | all + each.owns.rows) AS rows,
       reduce(all = [], each IN positions | all + [id IN [each.owns.filing] WHERE NOT id IN all]) AS filings,
       company.cik AS cik
ORDER BY issuer, company.id, holders, evidence[0], security, class.id
LIMIT $limit
