// What is held indirectly, by kind of vehicle: trusts, spouses, plans, companies.
//
// One row for each security and kind. Kinds are read from the words of the nature of ownership, or of the footnote
// that it points to; `footnote` and `other` are those that no word tells. Positions are the latest balances, `OWNS`,
// however old. What is reported twice does not add to `shares`: of a block that several 10 % owners report only the
// position that leads it does, which is the direct one if there is one; and what is held through somebody who reports
// the same security directly is theirs. Such positions are listed in `again`.
//
// @param issuer      issuer = null  Only securities of this issuer.
// @param person      person = null  Only what this person or organization holds, alone or jointly.
// @param kind        string = null  Only this kind of vehicle.
// @param derivatives bool   = false Whether to count derivatives.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column security string  Title of the security.
// @column kind     string  Kind of vehicle, as `trust`, `spouse`, `esop`, `plan401k`, `company` or `fund`.
// @column shares   float   Shares that count; absent where no position has any.
// @column value    float   Dollar value of positions that are reported by value.
// @column vehicles int     Vehicles, those of `again` too.
// @column holders  strings Who holds through them, by name.
// @column natures  strings Natures of ownership, in small letters.
// @column asOf     date    Day of the latest of the balances.
// @column oldest   date    Day of the earliest of them.
// @column rows     strings The rows that count.
// @column filings  strings The filings that state them.
// @column again    strings First rows of the positions that do not count.
// @column cik      string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(vehicle:Vehicle)<-[:HOLDS_THROUGH]-(root)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND NOT owns.closed AND ($derivatives OR NOT class.derivative) AND ($kind IS NULL OR vehicle.kind = $kind)
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, owns, vehicle, root, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH company, class, owns, vehicle, root, collect(owner) AS owners
WHERE $person IS NULL OR any(owner IN owners WHERE owner.id = $person)
OPTIONAL MATCH (vehicle)-[:NAMES]->(other:Party)-[named:OWNS|OWNED]->(class)
WHERE CASE WHEN $asFiled THEN named.asFiled ELSE type(named) = 'OWNS' END
  AND NOT named.closed AND other.id <> root.id
WITH company, class, owns, vehicle, [owner IN owners | owner.displayName] AS owners,
     named IS NULL AND (owns.block IS NULL OR owns.block IN owns.rows) AS counts
ORDER BY owns.rows[0], vehicle.id
WITH company, class, vehicle.kind AS kind, collect({owns: owns, vehicle: vehicle, owners: owners}) AS positions,
     collect(CASE WHEN counts THEN owns END) AS counted, sum(CASE WHEN counts THEN owns.shares END) AS shares,
     count(CASE WHEN counts THEN owns.shares END) AS sized, sum(CASE WHEN counts THEN owns.value END) AS value,
     count(CASE WHEN counts THEN owns.value END) AS valued, min(owns.asOf) AS oldest, max(owns.asOf) AS asOf,
     collect(CASE WHEN NOT counts THEN owns.rows[0] END) AS again
RETURN company.name AS issuer, company.ticker AS ticker, class.title AS security, kind,
       CASE WHEN sized > 0 THEN shares END AS shares, CASE WHEN valued > 0 THEN value END AS value,
       size(positions) AS vehicles,
       reduce(all = [], each IN positions | all + [name IN each.owners WHERE NOT name IN all]) AS holders,
       reduce(all = [], each IN positions | all + [nature IN [each.vehicle.nature] WHERE NOT nature IN all]) AS natures,
       asOf, oldest, reduce(all = [], each IN counted | all + each.rows) AS rows,
       reduce(all = [], each IN counted | all + [id IN [each.filing] WHERE NOT id IN all]) AS filings, again,
       company.cik AS cik
ORDER BY issuer, company.id, class.derivative, security, class.id, coalesce(shares, 0.0) DESC, kind
LIMIT $limit
