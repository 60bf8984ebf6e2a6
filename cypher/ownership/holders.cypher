// Who holds most of an issuer's securities, by what its insiders report.
//
// Answers one row for each holder and security: a party with what it holds directly and through vehicles of its own, or
// the owners of a joint filing together. Each security has its own ranking, for shares of two classes are not alike.
// Counts the open positions of the day, as amended. What is reported twice counts once: of a block that several report
// the greatest balance, and what is held through somebody who reports the same security itself as theirs. The positions
// that give way are in `again`. Positions that a later filing leaves out count, but are not `confirmed`.
// Does not see who holds without being an insider, what somebody sold after leaving, that a plan's trustee and its
// members report the same shares, or what percentage of the issuer this is.
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
// @column rank             int     Place among the holders of the security, the largest first.
// @column holders          strings The party, or the owners of the joint filing, by name.
// @column joint            bool    Whether it is the owners of a joint filing.
// @column shares           float   Shares, or derivatives; absent where no position has any.
// @column confirmed        float   Those of them that no later filing leaves out; the rest may be gone.
// @column direct           float   Those of them that are held directly.
// @column indirect         float   Those that are held through vehicles.
// @column value            float   Dollar value of positions that are reported by value.
// @column underlyingShares float   Underlying shares of derivatives that have no amount of their own.
// @column asOf             date    Day of the latest of the balances.
// @column oldest           date    Day of the earliest of them.
// @column rows             strings The rows that count.
// @column filings          strings The filings that state them.
// @column unlistedIn       strings The filings that leave some of them out.
// @column again            strings First rows of other positions that report some of it, which do not count.
// @column reporters        strings The owners of those positions, by name, who are not of `holders`.
WITH coalesce($on, date()) AS day
MATCH (:Issuer {id: $issuer})-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE ($derivatives OR NOT security.derivative) AND toLower(security.title) CONTAINS toLower($security)
  AND NOT owns.closed AND ($since IS NULL OR owns.asOf >= $since)
  AND owns.asOf <= day AND coalesce(security.expiresOn >= day, true)
  AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND (owns.asFiled OR owns.until > day)
           ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)
WITH day, security, owns, holder, other, coalesce(behind, holder) AS root
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH day, security, owns, holder, other, root, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH security, owns, holder, other, root, coalesce(owns.unlistedSince <= day, false) AS gone,
     collect(owner.displayName) AS owners
WITH security, collect({
  owns: owns, holder: holder.id, root: root.id, other: other.id, owners: owners, gone: gone}) AS positions
UNWIND positions AS each
WITH security, each, each.owns AS owns, CASE
  WHEN each.other <> each.root THEN [named IN positions WHERE named.holder = each.other | named.owns][0] END AS named
ORDER BY named IS NOT NULL, coalesce(owns.shares, 0.0) DESC, each.holder <> each.root, owns.rows[0]
WITH security, coalesce(named.block, named.rows[0], owns.block, owns.rows[0]) AS block, collect(each) AS members,
     max(CASE WHEN named IS NULL AND NOT each.gone THEN owns.shares ELSE 0.0 END) AS confirmed
WITH security, members[0] AS each, members[0].owns AS owns, tail(members) AS others, confirmed
ORDER BY owns.rows[0]
WITH security, each.root AS root, each.owners AS holders, min(owns.asOf) AS oldest, max(owns.asOf) AS asOf,
     count(owns.shares) AS sized, sum(owns.shares) AS shares, sum(confirmed) AS confirmed,
     count(CASE WHEN each.holder = each.root THEN owns.shares END) AS directs,
     sum(CASE WHEN each.holder = each.root THEN owns.shares END) AS direct,
     count(owns.value) AS valued, sum(owns.value) AS value,
     count(owns.underlyingShares) AS underlying, sum(owns.underlyingShares) AS underlyingShares,
     collect(owns) AS counted, collect(CASE WHEN each.gone THEN owns.unlistedIn END) AS gone, collect(others) AS others
ORDER BY shares DESC, underlyingShares DESC, value DESC, root
WITH security, collect({
  root: root, holders: holders, shares: CASE WHEN sized > 0 THEN shares END, asOf: asOf, oldest: oldest,
  confirmed: CASE WHEN sized > 0 THEN confirmed END, direct: CASE WHEN directs > 0 THEN direct END,
  indirect: CASE WHEN sized > directs THEN shares - direct END, value: CASE WHEN valued > 0 THEN value END,
  underlying: CASE WHEN underlying > 0 THEN underlyingShares END, counted: counted, gone: gone,
  others: reduce(all = [], some IN others | all + some)}) AS found
UNWIND range(1, size(found)) AS rank
WITH security, security.derivative AS derivative, security.id AS id, rank, found[rank - 1] AS each
RETURN security.title AS security, rank, each.holders AS holders, each.root STARTS WITH 'group:' AS joint,
       each.shares AS shares, each.confirmed AS confirmed, each.direct AS direct, each.indirect AS indirect,
       each.value AS value, each.underlying AS underlyingShares, each.asOf AS asOf, each.oldest AS oldest,
       reduce(all = [], owns IN each.counted | all + owns.rows) AS rows,
       reduce(all = [], owns IN each.counted | all + [id IN [owns.filing] WHERE NOT id IN all]) AS filings,
       reduce(all = [], id IN each.gone | all + [one IN [id] WHERE NOT one IN all]) AS unlistedIn,
       [other IN each.others | other.owns.rows[0]] AS again, reduce(all = [], other IN each.others |
       all + [name IN other.owners WHERE NOT name IN all AND NOT name IN each.holders]) AS reporters
ORDER BY derivative, security, id, rank
LIMIT $limit
