// What is held indirectly, by kind of vehicle: trusts, spouses, plans, companies.
//
// Answers: one row for each security and kind. Kinds are read from the words of the nature of ownership, or of the
// footnote that it points to; `footnote` and `other` are those that no word tells.
//
// Counts: the open positions of the day, as amended, in vehicles. Of a block that several vehicles report the greatest
// balance counts, and none of what is held through somebody who reports the same security itself: that is theirs. The
// positions that do not count are in `again`. Positions that a later filing leaves out are not `confirmed`.
//
// Does not see: whether a block is held directly too, which `ownership/holders` counts as direct.
//
// @example on=2026-06-30
//
// @param issuer      issuer = null  Only securities of this issuer.
// @param person      person = null  Only what this person or organization holds, alone or jointly.
// @param kind        string = null  Only this kind of vehicle.
// @param derivatives bool   = false Whether to count derivatives.
// @param on          date   = null  The day; today if it is not given.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column security  string  Title of the security.
// @column kind      string  Kind of vehicle, as `trust`, `spouse`, `esop`, `plan401k`, `company` or `fund`.
// @column shares    float   Shares that count; absent where no position has any.
// @column confirmed float   Those of them that no later filing leaves out; the rest may be gone.
// @column value     float   Dollar value of positions that are reported by value.
// @column vehicles  int     Vehicles, those of `again` too.
// @column holders   strings Who holds through them, by name.
// @column through   strings Vehicles, by name.
// @column natures   strings Natures of ownership, in small letters.
// @column asOf      date    Day of the latest of the balances.
// @column oldest    date    Day of the earliest of them.
// @column rows      strings The rows that count.
// @column filings   strings The filings that state them.
// @column again     strings First rows of the positions that do not count.
// @column cik       string  The issuer's CIK.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer)
  AND ($person IS NULL OR EXISTS { (issuer)<-[:INSIDER_OF]-(:Party {id: coalesce($person, '')}) })
WITH DISTINCT day, issuer // so that every engine begins here
CALL (day, issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(vehicle)<-[:HOLDS_THROUGH]-(root)
  WHERE ($derivatives OR NOT security.derivative) AND ($kind IS NULL OR vehicle.kind = $kind) AND NOT owns.closed
    AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
  WITH day, security, owns, vehicle, root, coalesce(member, root) AS owner
  ORDER BY owner.displayName, owner.id
  WITH day, security, owns, vehicle, root, collect(owner.id) AS ids, collect(owner.displayName) AS owners
  WHERE $person IS NULL OR $person IN ids
  OPTIONAL MATCH (vehicle)-[:NAMES]->(other:Party)-[named:OWNS|OWNED]->(security)
  WHERE NOT named.closed AND named.asOf <= day
    AND CASE WHEN $asFiled THEN named.byAmendment IS NULL AND coalesce(named.filedUntil > day, true)
             ELSE named.knownUntil IS NULL AND coalesce(named.until > day, true) END
  WITH security, owns, vehicle, owners, named IS NULL AS counts, coalesce(owns.unlistedSince <= day, false) AS gone
  ORDER BY counts DESC, owns.shares DESC, owns.rows[0]
  WITH security, CASE WHEN counts THEN coalesce(owns.block, owns.rows[0]) ELSE owns.rows[0] END AS block,
       max(CASE WHEN counts AND NOT gone THEN owns.shares ELSE 0.0 END) AS confirmed,
       collect({owns: owns, vehicle: vehicle, owners: owners, counts: counts}) AS members
  UNWIND range(0, size(members) - 1) AS at
  WITH security, members[at] AS each, members[at].owns AS owns, at = 0 AND members[at].counts AS counts, confirmed
  ORDER BY owns.rows[0]
  WITH security, each.vehicle.kind AS kind, count(*) AS vehicles, collect(each.owners) AS owners,
       collect(each.vehicle.nature) AS natures, collect(each.vehicle.displayName) AS names, min(owns.asOf) AS oldest,
       max(owns.asOf) AS asOf,
       sum(CASE WHEN counts THEN owns.shares END) AS shares, count(CASE WHEN counts THEN owns.shares END) AS sized,
       sum(CASE WHEN counts THEN owns.value END) AS value, count(CASE WHEN counts THEN owns.value END) AS valued,
       sum(CASE WHEN counts THEN confirmed END) AS confirmed, collect(CASE WHEN counts THEN owns END) AS counted,
       collect(CASE WHEN NOT counts THEN owns.rows[0] END) AS again
  RETURN security, kind, vehicles, asOf, oldest, again, CASE WHEN sized > 0 THEN shares END AS shares,
         CASE WHEN sized > 0 THEN confirmed END AS confirmed, CASE WHEN valued > 0 THEN value END AS value,
         reduce(all = [], some IN owners | all + [name IN some WHERE NOT name IN all]) AS holders,
         reduce(all = [], name IN names | all + [one IN [name] WHERE NOT one IN all]) AS through,
         reduce(all = [], nature IN natures | all + [one IN [nature] WHERE NOT one IN all]) AS natures,
         reduce(all = [], owns IN counted | all + owns.rows) AS rows,
         reduce(all = [], owns IN counted | all + [id IN [owns.filing] WHERE NOT id IN all]) AS filings
}
WITH issuer.name AS issuer, issuer.ticker AS ticker, issuer.id AS id, issuer.cik AS cik, security.title AS security,
     security.derivative AS derivative, security.id AS key, kind, shares, confirmed, value, vehicles, holders, through,
     natures, asOf, oldest, rows, filings, again
RETURN issuer, ticker, security, kind, shares, confirmed, value, vehicles, holders, through, natures, asOf, oldest,
       rows, filings, again, cik
ORDER BY issuer, id, derivative, security, key, coalesce(shares, 0.0) DESC, kind
LIMIT $limit
