// Who holds most of an issuer's securities, by what its insiders report.
//
// Answers: one row for each holder and security, the largest first: a party with its vehicles, or joint filers
// together.
//
// Counts: open positions, and once what is reported twice: of a block the greatest balance, and no vehicle that bears
// the name of another owner.
//
// Does not see: sales after leaving, or plan members whose trustee reports the same shares.
//
// @example issuer=BRWI on=2026-06-30
//
// @param issuer      issuer         The issuer.
// @param security    string = ""    Words of the title of the security, in any case.
// @param derivatives bool   = false Whether to list holders of derivatives.
// @param on          date   = null  The day; today if it is not given.
// @param since       date   = null  Only positions as of this day or later.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column security         string  Title of the security.
// @column holders          strings The party, or the owners of the joint filing, by name.
// @column shares           float   Shares, or derivatives; absent where no position has any.
// @column confirmed        float   Those of them that no later filing leaves out; the rest may be gone.
// @column direct           float   Those of them that are held directly; the others are held through vehicles.
// @column value            float   Dollar value of positions that are reported by value.
// @column underlyingShares float   Underlying shares of derivatives that have no amount of their own.
// @column asOf             date    Day of the latest of the balances.
// @column rows             strings The rows that count; the id of a row begins with that of its filing.
// @column unlistedIn       strings The filings that leave some of them out.
// @column again            strings First rows of other positions that report some of it, which do not count.
WITH coalesce($on, date()) AS day
MATCH (:Issuer {id: $issuer})-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE ($derivatives OR NOT security.derivative) AND toLower(security.title) CONTAINS toLower($security)
  AND NOT owns.closed AND owns.asOf >= coalesce($since, owns.asOf) AND owns.asOf <= day
  AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
           ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)-[its:OWNS|OWNED]->(security)
WHERE NOT its.closed AND its.asOf >= coalesce($since, its.asOf) AND its.asOf <= day
  AND CASE WHEN $asFiled THEN its.byAmendment IS NULL AND coalesce(its.filedUntil > day, true)
           ELSE its.knownUntil IS NULL AND coalesce(its.until > day, true) END
WITH security, owns, its, coalesce(behind, holder) AS root, behind IS NULL AS direct,
     CASE WHEN owns.unlistedSince <= day THEN owns.unlistedIn END AS gone
ORDER BY its IS NOT NULL, coalesce(owns.shares, 0.0) DESC, direct DESC, owns.rows[0]
WITH security, coalesce(its.block, its.rows[0], owns.block, owns.rows[0]) AS block,
     collect({root: root, owns: owns, direct: direct, gone: gone}) AS all,
     max(CASE WHEN its IS NULL AND gone IS NULL THEN owns.shares ELSE 0.0 END) AS confirmed
WITH *, all[0] AS each, all[0].owns AS owns, [one IN all[1..] | one.owns.rows[0]] AS others ORDER BY owns.rows[0]
WITH security.title AS security, security.derivative AS derivative, security.id AS key, each.root AS root,
     collect(owns.shares) AS shares, collect(CASE WHEN each.direct THEN owns.shares END) AS direct,
     collect(owns.value) AS value, collect(owns.underlyingShares) AS underlyingShares, sum(confirmed) AS confirmed,
     max(owns.asOf) AS asOf, collect(DISTINCT each.gone) AS unlistedIn,
     collect(owns.rows) AS rows, collect(others) AS again
RETURN security,
       COLLECT { MATCH (root)<-[:MEMBER_OF*0..1]-(p:Party) RETURN p.displayName ORDER BY p.displayName } AS holders,
       reduce(sum = null, one IN shares | coalesce(sum + one, one)) AS shares,
       CASE WHEN shares <> [] THEN confirmed END AS confirmed,
       reduce(sum = null, one IN direct | coalesce(sum + one, one)) AS direct,
       reduce(sum = null, one IN value | coalesce(sum + one, one)) AS value,
       reduce(sum = null, one IN underlyingShares | coalesce(sum + one, one)) AS underlyingShares, asOf,
       reduce(all = [], some IN rows | all + some) AS rows, unlistedIn,
       reduce(all = [], some IN again | all + some) AS again
ORDER BY derivative, security, key, coalesce(shares, 0.0) DESC, coalesce(underlyingShares, 0.0) DESC, root.id
LIMIT $limit
