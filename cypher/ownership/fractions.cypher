// Who holds more than a given part of what the insiders of an issuer report.
//
// Answers one row for each holder and security: a party with its vehicles, or the owners of a joint filing together.
// Counts the open positions of the day, in shares, as amended. The whole is what all who report the security hold. What
// is reported twice counts once, in the part and in the whole: of a block that several report the greatest balance, and
// what is held through somebody who reports the same security itself as theirs; `again` tells how many positions give
// way. Positions that a later filing leaves out count, but are not confirmed. Derivatives do not count.
// Does not see the issuer's total shares, which are not on these forms: a percentage is not one of the company. Reports
// of one block that the forms do not show to be one, as of a plan's trustee and its members, make the whole too large.
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
// @column security          string  Title of the security.
// @column holders           strings The party, or the owners of the joint filing, by name.
// @column joint             bool    Whether it is the owners of a joint filing.
// @column percent           float   `shares` in percent of `reported`.
// @column shares            float   Shares that they hold, directly and through vehicles.
// @column confirmed         float   Those of them that no later filing leaves out; the rest may be gone.
// @column reported          float   Shares that all who report hold.
// @column reportedConfirmed float   Those of them that no later filing leaves out.
// @column among             int     How many holders these are.
// @column again             int     Positions of the security that report some of it again, which do not count.
// @column asOf              date    Day of the latest of the holder's balances.
// @column oldest            date    Day of the earliest balance in the whole.
// @column rows              strings The rows that count.
// @column filings           strings The filings that state them.
// @column cik               string  The issuer's CIK.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT day, issuer // so that every engine begins here
CALL (day, issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
  WHERE NOT security.derivative AND owns.shares > 0 AND ($since IS NULL OR owns.asOf >= $since) AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND (owns.asFiled OR owns.until > day)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
  OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)
  WITH security, owns, holder.id AS holder, other.id AS other, coalesce(behind, holder) AS root,
       coalesce(owns.unlistedSince <= day, false) AS gone
  WITH security, collect({owns: owns, holder: holder, other: other, root: root, gone: gone}) AS positions
  UNWIND positions AS each
  WITH security, each, each.owns AS owns, CASE WHEN each.other <> each.root.id
    THEN [named IN positions WHERE named.holder = each.other | named.owns][0] END AS named
  ORDER BY named IS NOT NULL, owns.shares DESC, each.holder <> each.root.id, owns.rows[0]
  WITH security, coalesce(named.block, named.rows[0], owns.block, owns.rows[0]) AS block, collect(each)[0] AS each,
       max(CASE WHEN named IS NULL AND NOT each.gone THEN owns.shares ELSE 0.0 END) AS confirmed, count(*) - 1 AS again
  WITH security, each.root AS root, each.owns AS owns, confirmed, again
  ORDER BY owns.rows[0]
  WITH security, root, sum(owns.shares) AS shares, sum(confirmed) AS confirmed, sum(again) AS again,
       max(owns.asOf) AS asOf, min(owns.asOf) AS oldest, collect(owns) AS counted
  WITH security, sum(shares) AS reported, sum(confirmed) AS reportedConfirmed, sum(again) AS again,
       min(oldest) AS oldest, count(*) AS among,
       collect({root: root, shares: shares, confirmed: confirmed, asOf: asOf, counted: counted}) AS found
  WHERE among >= $holders
  UNWIND found AS each
  WITH security, reported, reportedConfirmed, again, oldest, among, each, each.root AS root
  WHERE 100 * each.shares > $percent * reported
  OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
  WITH security, reported, reportedConfirmed, again, oldest, among, each, root, coalesce(member, root) AS owner
  ORDER BY owner.displayName, owner.id
  RETURN security, reported, reportedConfirmed, again, oldest, among, each, root.id AS root,
         collect(owner.displayName) AS owners
}
WITH issuer.name AS issuer, issuer.id AS id, issuer.ticker AS ticker, issuer.cik AS cik, security, reported,
     reportedConfirmed, again, oldest, among, each, root, owners, security.id AS key,
     round(100 * each.shares / reported, 2) AS percent
RETURN issuer, ticker, security.title AS security, owners AS holders, root STARTS WITH 'group:' AS joint, percent,
       each.shares AS shares, each.confirmed AS confirmed, reported, reportedConfirmed, among, again,
       each.asOf AS asOf, oldest, reduce(all = [], owns IN each.counted | all + owns.rows) AS rows,
       reduce(all = [], owns IN each.counted | all + [id IN [owns.filing] WHERE NOT id IN all]) AS filings, cik
ORDER BY percent DESC, issuer, id, security, key, root
LIMIT $limit
