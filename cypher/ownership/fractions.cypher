// Who holds more than a given part of what the insiders of an issuer report.
//
// Answers: one row for each holder and security: a party with its vehicles, or the owners of a joint filing together.
//
// Counts: open positions in shares as `ownership/holders` does, in the part and in the whole; no derivatives.
//
// Does not see: the issuer's total shares: a percentage is not one of the company. Blocks that no form tells count
// twice.
//
// @example on=2026-06-30
//
// @param percent float  = 10    What a holder must hold more than, in percent of what is reported.
// @param issuer  issuer = null  Only this issuer.
// @param holders int    = 2     Fewest holders of the security who report: one alone has all of it.
// @param on      date   = null  The day; today if it is not given.
// @param since   date   = null  Only positions as of this day or later.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer            string  Issuer name.
// @column ticker            string  Trading symbol.
// @column cik               string  The issuer's CIK.
// @column security          string  Title of the security.
// @column holders           strings The party, or the owners of the joint filing, by name.
// @column percent           float   `shares` in percent of `reported`.
// @column shares            float   Shares that they hold, directly and through vehicles.
// @column confirmed         float   Those of them that no later filing leaves out; the rest may be gone.
// @column reported          float   Shares that all who report hold.
// @column reportedConfirmed float   Those of them that no later filing leaves out.
// @column among             int     How many holders these are.
// @column asOf              date    Day of the latest of the holder's balances.
// @column rows              strings The rows that count; the id of a row begins with that of its filing.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer) WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT day, issuer // so that every engine begins here
CALL (day, issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security {derivative: false})<-[owns:OWNS|OWNED]-(holder)
  WHERE owns.shares > 0 AND owns.asOf >= coalesce($since, owns.asOf) AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
  OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)-[its:OWNS|OWNED]->(security)
  WHERE its.shares > 0 AND its.asOf >= coalesce($since, its.asOf) AND its.asOf <= day
    AND CASE WHEN $asFiled THEN its.byAmendment IS NULL AND coalesce(its.filedUntil > day, true)
             ELSE its.knownUntil IS NULL AND coalesce(its.until > day, true) END
  WITH security, owns, its, coalesce(behind, holder) AS root, owns.unlistedSince <= day AS gone
  ORDER BY its IS NOT NULL, owns.shares DESC, behind IS NOT NULL, owns.rows[0]
  WITH security, coalesce(its.block, its.rows[0], owns.block, owns.rows[0]) AS block, collect(root)[0] AS root,
       collect(owns)[0] AS owns, max(CASE WHEN its IS NOT NULL OR gone THEN 0.0 ELSE owns.shares END) AS confirmed
  WITH * ORDER BY owns.rows[0]
  WITH security, root, sum(owns.shares) AS shares, sum(confirmed) AS confirmed, max(owns.asOf) AS asOf,
       collect(owns.rows) AS rows
  WITH security, sum(shares) AS reported, sum(confirmed) AS reportedConfirmed, count(*) AS among,
       collect({root: root, shares: shares, confirmed: confirmed, asOf: asOf, rows: rows}) AS found
  WHERE among >= $holders UNWIND found AS each
  WITH security, reported, reportedConfirmed, among, each WHERE 100 * each.shares > $percent * reported
  RETURN security, reported, reportedConfirmed, among, each, each.root AS root
}
RETURN issuer.name AS issuer, issuer.ticker AS ticker, issuer.cik AS cik, security.title AS security,
       COLLECT { MATCH (root)<-[:MEMBER_OF*0..1]-(p:Party) RETURN p.displayName ORDER BY p.displayName } AS holders,
       round(100 * each.shares / reported, 2) AS percent, each.shares AS shares, each.confirmed AS confirmed, reported,
       reportedConfirmed, among, each.asOf AS asOf, reduce(all = [], some IN each.rows | all + some) AS rows
ORDER BY percent DESC, issuer, cik, security, rows[0]
LIMIT $limit
