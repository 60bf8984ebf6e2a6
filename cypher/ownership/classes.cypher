// Who holds several classes of one issuer's stock, and how much of each.
//
// Answers: one row for each class that somebody holds, where they hold `least` classes or more that are no derivatives.
// Those who hold the very same positions, as joint filers do, are one row.
//
// Counts: the open positions of the day, as amended, held directly, through vehicles or jointly. A block that is
// reported in several ways counts once, with its greatest balance, and so does what is held through a vehicle that is
// called as the holder. Positions that a later filing leaves out count, but are not `confirmed`.
//
// Does not see: that two titles are one class: `Common Stock` and `Common Shares` may be, so look at the titles. What a
// share of one class is worth in the other, or how it votes, is not in these forms.
//
// @example on=2026-06-30
//
// @param issuer  issuer = null  Only this issuer.
// @param person  person = null  Only this person or organization.
// @param least   int    = 2     Fewest classes.
// @param on      date   = null  The day; today if it is not given.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column holders   strings Who holds, by name: several where they hold the same positions.
// @column classes   int     Classes that they hold.
// @column security  string  Title of the class.
// @column shares    float   Shares of the class, in all positions; absent where none are stated.
// @column confirmed float   Those of them that no later filing leaves out; the rest may be gone.
// @column direct    float   Those that a holder has alone and directly.
// @column indirect  float   Those held through vehicles, of their own or of joint filers.
// @column joint     float   Those that joint filers hold directly.
// @column value     float   Dollar value of positions that are reported by value.
// @column asOf      date    Day of the latest of the balances.
// @column rows      strings The rows that count.
// @column filings   strings The filings that state them.
// @column cik       string  The issuer's CIK.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer)
  AND ($person IS NULL OR EXISTS { (issuer)<-[:INSIDER_OF]-(:Party {id: coalesce($person, '')}) })
WITH DISTINCT day, issuer // so that every engine begins here
CALL (day, issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
  WHERE NOT security.derivative AND NOT owns.closed AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
  WITH day, security, owns, holder, coalesce(behind, holder) AS root
  OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
  WITH day, security, owns, holder, root, coalesce(member, root) AS party, CASE
    WHEN holder.id <> root.id THEN 'indirect' WHEN member IS NULL THEN 'direct' ELSE 'joint' END AS way
  WHERE $person IS NULL OR party.id = $person
  OPTIONAL MATCH (holder)-[called:NAMES]->(party)
  WITH security, party, collect({owns: owns, way: way, called: called IS NOT NULL,
    gone: coalesce(owns.unlistedSince <= day, false)}) AS positions
  UNWIND positions AS each
  WITH security, party, each, each.owns AS owns,
       CASE WHEN each.called THEN [own IN positions WHERE own.way = 'direct' | own.owns][0] END AS named
  ORDER BY named IS NOT NULL, owns.shares DESC, each.way = 'indirect', owns.rows[0]
  WITH security, party, coalesce(named.block, named.rows[0], owns.block, owns.rows[0]) AS block,
       max(CASE WHEN named IS NULL AND NOT each.gone THEN owns.shares ELSE 0.0 END) AS confirmed,
       collect(each)[0] AS each
  WITH security, party, each.way AS way, each.owns AS owns, confirmed
  ORDER BY owns.rows[0]
  WITH security, party, max(owns.asOf) AS asOf, sum(owns.shares) AS shares, count(owns.shares) AS sized,
       sum(confirmed) AS confirmed, sum(owns.value) AS value, count(owns.value) AS valued,
       collect(CASE way WHEN 'direct' THEN owns.shares END) AS direct,
       collect(CASE way WHEN 'indirect' THEN owns.shares END) AS indirect,
       collect(CASE way WHEN 'joint' THEN owns.shares END) AS joint, collect(owns) AS counted
  ORDER BY security.title, security.id
  WITH party, collect({
    security: security, asOf: asOf, shares: CASE WHEN sized > 0 THEN shares END, direct: direct, indirect: indirect,
    joint: joint, confirmed: CASE WHEN sized > 0 THEN confirmed END, value: CASE WHEN valued > 0 THEN value END,
    rows: reduce(all = [], owns IN counted | all + owns.rows),
    filings: reduce(all = [], owns IN counted | all + [id IN [owns.filing] WHERE NOT id IN all])}) AS found
  WHERE size(found) >= $least
  WITH party, found ORDER BY party.displayName, party.id
  WITH [each IN found | each.rows] AS evidence, collect(party.displayName) AS holders, collect(found)[0] AS found
  UNWIND found AS each
  RETURN evidence[0][0] AS first, holders, size(found) AS classes, each
}
WITH issuer.name AS issuer, issuer.ticker AS ticker, issuer.id AS id, issuer.cik AS cik, first, holders, classes, each,
     each.security.title AS security, each.security.id AS key
RETURN issuer, ticker, holders, classes, security, each.shares AS shares, each.confirmed AS confirmed,
       CASE WHEN each.direct <> [] THEN reduce(sum = 0.0, some IN each.direct | sum + some) END AS direct,
       CASE WHEN each.indirect <> [] THEN reduce(sum = 0.0, some IN each.indirect | sum + some) END AS indirect,
       CASE WHEN each.joint <> [] THEN reduce(sum = 0.0, some IN each.joint | sum + some) END AS joint,
       each.value AS value, each.asOf AS asOf, each.rows AS rows, each.filings AS filings, cik
ORDER BY issuer, id, holders, first, security, key
LIMIT $limit
