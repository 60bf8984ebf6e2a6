// Who holds most of an issuer's securities, by what its insiders report.
//
// One row for each holder and each security: a party with what it holds directly and through vehicles of its own, or
// the owners of a joint filing together. Positions are the latest balances, `OWNS`, however old; `ownership/stake` has
// past days. What is reported twice counts once: of a block that several 10 % owners report, the position that leads
// it; and what is held through somebody who reports the same security directly, as theirs. The other positions are
// listed in `again`, beside those that count. Reports of one block that the forms do not show to be one, as of a plan's
// trustee and of its members, count each. Classes are ranked apart, for their shares are not alike. Who left may have
// sold since, who holds without being an insider is not here, and the percentage of the company is not in these forms.
//
// @param issuer      issuer         The issuer.
// @param security    string = ""    Words of the title of the security, in any case.
// @param derivatives bool   = false Whether to list holders of derivatives.
// @param since       date   = null  Only positions as of this day or later.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column security         string  Title of the security.
// @column rank             int     Place among the holders of the security, the largest first.
// @column holders          strings The party, or the owners of the joint filing, by name.
// @column joint            bool    Whether it is the owners of a joint filing.
// @column shares           float   Shares, or derivatives; absent where no position has any.
// @column direct           float   Those of them that are held directly.
// @column indirect         float   Those that are held through vehicles.
// @column value            float   Dollar value of positions that are reported by value.
// @column underlyingShares float   Underlying shares of derivatives that have no amount of their own.
// @column asOf             date    Day of the latest of the balances.
// @column oldest           date    Day of the earliest of them.
// @column rows             strings The rows that count.
// @column filings          strings The filings that state them.
// @column again            strings First rows of other positions that report some of it, which do not count.
// @column reporters        strings The owners of those positions, by name, who are not of `holders`.
MATCH (company:Issuer {id: $issuer})-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND NOT owns.closed AND ($derivatives OR NOT class.derivative) AND toLower(class.title) CONTAINS toLower($security)
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH class, owns, holder, coalesce(behind, holder) AS root
OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)-[named:OWNS|OWNED]->(class)
WHERE CASE WHEN $asFiled THEN named.asFiled ELSE type(named) = 'OWNS' END
  AND NOT named.closed AND other.id <> root.id AND ($since IS NULL OR named.asOf >= $since)
WITH class, owns, holder, root, CASE
  WHEN NOT owns.block IN owns.rows THEN owns.block
  WHEN named IS NOT NULL THEN coalesce(named.block, named.rows[0])
  ELSE owns.rows[0] END AS counted
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH class, owns, holder, root, counted, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH class, owns, holder, root, counted, collect(owner.displayName) AS owners
ORDER BY owns.rows[0], holder.id
WITH class, collect({row: owns.rows[0], counted: counted, owners: owners, root: root.id}) AS stated, collect({
  owns: owns, holder: holder.id, root: root.id, owners: owners, counted: counted,
  counts: counted IN owns.rows
}) AS positions
UNWIND positions AS position
WITH class, stated, position, position.owns AS owns
WHERE position.counts AND ($since IS NULL OR owns.asOf >= $since)
WITH class, position.root AS root, position.owners AS holders, owns, position.holder = position.root AS direct,
     [each IN stated WHERE each.counted IN owns.rows AND NOT each.row IN owns.rows] AS others
ORDER BY owns.rows[0]
WITH class, root, holders, count(owns.shares) AS sized, sum(owns.shares) AS shares,
     count(owns.value) AS valued, sum(owns.value) AS value,
     count(owns.underlyingShares) AS underlying, sum(owns.underlyingShares) AS underlyingShares,
     count(CASE WHEN direct THEN owns.shares END) AS directs, sum(CASE WHEN direct THEN owns.shares END) AS held,
     max(owns.asOf) AS asOf, min(owns.asOf) AS oldest, collect(owns) AS counted, collect(others) AS others
WITH class, root, holders, CASE WHEN sized > 0 THEN shares END AS shares, CASE WHEN directs > 0 THEN held END AS direct,
     CASE WHEN sized > directs THEN shares - held END AS indirect, CASE WHEN valued > 0 THEN value END AS value,
     CASE WHEN underlying > 0 THEN underlyingShares END AS underlyingShares, asOf, oldest, counted,
     reduce(all = [], each IN others | all + each) AS others
ORDER BY coalesce(shares, 0.0) DESC, coalesce(underlyingShares, 0.0) DESC, coalesce(value, 0.0) DESC, root
WITH class, collect({
  root: root, holders: holders, shares: shares, direct: direct, indirect: indirect, value: value,
  underlyingShares: underlyingShares, asOf: asOf, oldest: oldest, others: others,
  rows: reduce(all = [], owns IN counted | all + owns.rows),
  filings: reduce(all = [], owns IN counted | all + [id IN [owns.filing] WHERE NOT id IN all])
}) AS found
UNWIND range(1, size(found)) AS rank
WITH class, rank, found[rank - 1] AS each
RETURN class.title AS security, rank, each.holders AS holders, each.root STARTS WITH 'group:' AS joint,
       each.shares AS shares, each.direct AS direct, each.indirect AS indirect, each.value AS value,
       each.underlyingShares AS underlyingShares, each.asOf AS asOf, each.oldest AS oldest, each.rows AS rows,
       each.filings AS filings, [other IN each.others | other.row] AS again, reduce(all = [], other IN each.others |
       all + [name IN other.owners WHERE NOT name IN all AND NOT name IN each.holders]) AS reporters
ORDER BY class.derivative, security, class.id, rank
LIMIT $limit
