// Who holds more than a given part of what the insiders of an issuer report.
//
// The whole is what those who report say that they hold of one security, in shares: not the company, whose size is not
// in these forms. Positions are the latest balances, `OWNS`, however old; `since` leaves old ones out. A holder is a
// party with its vehicles, or the owners of a joint filing together. What is reported twice counts once, in the part
// and in the whole: of a block that several 10 % owners report, the position that leads it; and what is held through
// somebody who reports the same security directly, as theirs. `again` says how many positions were left out for that.
// Reports of one block that the forms do not show to be one, as of a plan's trustee and of its members, make the whole
// too large. Derivatives are left out.
//
// @param percent float  = 10    What a holder must hold more than, in percent of what is reported.
// @param issuer  issuer = null  Only this issuer.
// @param holders int    = 2     Fewest holders of the security who report: one alone has all of it.
// @param since   date   = null  Only positions as of this day or later.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column security string  Title of the security.
// @column holders  strings The party, or the owners of the joint filing, by name.
// @column joint    bool    Whether it is the owners of a joint filing.
// @column percent  float   `shares` in percent of `reported`.
// @column shares   float   Shares that they hold, directly and through vehicles.
// @column reported float   Shares that all who report hold.
// @column among    int     How many holders these are.
// @column again    int     Positions of the security that report some of it again, which do not count.
// @column asOf     date    Day of the latest of the holder's balances.
// @column oldest   date    Day of the earliest balance in the whole.
// @column rows     strings The rows that count.
// @column filings  strings The filings that state them.
// @column cik      string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND NOT class.derivative AND owns.shares > 0 AND ($since IS NULL OR owns.asOf >= $since)
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH company, class, owns, holder, coalesce(behind, holder) AS root
OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)-[named:OWNS|OWNED]->(class)
WHERE CASE WHEN $asFiled THEN named.asFiled ELSE type(named) = 'OWNS' END
  AND named.shares > 0 AND other.id <> root.id AND ($since IS NULL OR named.asOf >= $since)
WITH company, class, owns, root,
     named IS NULL AND (owns.block IS NULL OR owns.block IN owns.rows) AS counts
ORDER BY owns.rows[0]
WITH company, class, root, collect(CASE WHEN counts THEN owns END) AS counted,
     sum(CASE WHEN counts THEN owns.shares END) AS shares, sum(CASE WHEN counts THEN 0 ELSE 1 END) AS again
ORDER BY root.id
WITH company, class, sum(shares) AS reported, sum(again) AS again,
     [each IN collect({root: root, counted: counted, shares: shares}) WHERE size(each.counted) > 0] AS found
WHERE size(found) >= $holders
UNWIND found AS each
WITH company, class, reported, again, found, each.root AS root, each.shares AS shares, each.counted AS counted
WHERE 100 * shares > $percent * reported
UNWIND [each IN found | each.counted] AS ones
UNWIND ones AS one
WITH company, class, reported, again, size(found) AS among, root, shares, counted, min(one.asOf) AS oldest
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, reported, again, among, root, shares, counted, oldest, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH company, class, reported, again, among, root, shares, counted, oldest, collect(owner.displayName) AS owners
RETURN company.name AS issuer, company.ticker AS ticker, class.title AS security, owners AS holders,
       root.id STARTS WITH 'group:' AS joint, round(100 * shares / reported, 2) AS percent, shares, reported,
       among, again,
       reduce(day = counted[0].asOf, owns IN counted | CASE WHEN owns.asOf > day THEN owns.asOf ELSE day END) AS asOf,
       oldest, reduce(all = [], owns IN counted | all + owns.rows) AS rows,
       reduce(all = [], owns IN counted | all + [id IN [owns.filing] WHERE NOT id IN all]) AS filings, company.cik AS cik
ORDER BY percent DESC, issuer, company.id, security, class.id, root.id
LIMIT $limit
