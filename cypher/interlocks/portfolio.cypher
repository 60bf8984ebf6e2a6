// Issuers that have a 10% owner and a director in common.
//
// Answers: one row for each 10% owner and two issuers, with the directors of both.
//
// Counts: an owner whose filings call it a 10% owner of both issuers at once, and people whose filings call them
// directors of both at once. A role lasts from the first filing that states it to the last, and, if no later filing
// drops it or ticks the exit box, for `stale` days more. Days are effective days: an amendment has the day of its
// original. The owner itself is not one of the directors. `joint` counts those who file jointly with the owner, as a
// fund's partners do.
//
// Does not see: who put a director there. Owner and director may have been at both at other times; compare `owned`
// and `served`. People with more than `hub` issuers are left out. Nobody has to report falling below 10%.
//
// @example
//
// @param owner  person = null Only this 10% owner.
// @param issuer issuer = null Only pairs with this issuer.
// @param stale  int    = 730  Days that a role goes on after its last filing.
// @param hub    int    = 20   Most issuers of a director who counts.
// @param limit  int    = 100  Most rows.
//
// @column owner   string  The 10% owner.
// @column one     string  Name of the one issuer.
// @column other   string  Name of the other.
// @column people  strings Directors of both, by name.
// @column joint   int     How many of them file jointly with the owner.
// @column owned   strings First and last day on which the owner is seen at each, as `2021-06-10 to 2025-03-13`.
// @column served  strings The same of each director: at the one, then at the other.
// @column filings strings The last filing about each issuer that states the role: the owner's, then each director's.
// @column ciks    strings CIKs of the owner and the two issuers.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:INSIDER_OF]-(person:Person)
WITH DISTINCT person
WITH person, COUNT { (person)-[:INSIDER_OF]->(:Issuer) } AS issuers
WHERE issuers > 1 AND issuers <= $hub
MATCH (person)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(company:Issuer)
WHERE filing.exit OR coalesce(filed.director, filed.officer, filed.tenPercentOwner, filed.other) IS NOT NULL
WITH person, company, filing, filed, filing.effectiveOn AS day ORDER BY day, filing.amendment, filing.id
WITH person, company, collect({day: day, id: filing.id, holds: filed.director, exit: filing.exit}) AS seen
WITH person, company, seen[size(seen) - 1] AS latest, [each IN seen WHERE each.holds] AS held
WHERE size(held) > 0
WITH person, company, latest, held[0].day AS first, held[size(held) - 1] AS last
WITH person, company, last.id AS filing, toString(first) + ' to ' + toString(last.day) AS span, first,
     last.day + duration({days: CASE WHEN latest.id <> last.id OR latest.exit THEN 0 ELSE $stale END}) AS until
WITH person, collect({company: company, filing: filing, span: span, first: first, until: until}) AS spans
UNWIND spans AS a
UNWIND spans AS b
WITH person, a, b
WHERE a.company.id < b.company.id AND a.first <= b.until AND b.first <= a.until
  AND ($issuer IS NULL OR $issuer IN [a.company.id, b.company.id])
WITH a.company AS one, b.company AS other, person, [a.span, b.span] AS spans, [a.filing, b.filing] AS filings
ORDER BY person.displayName, person.id
WITH one, other, collect({person: person, spans: spans, filings: filings}) AS directors
MATCH (one)<-[:INSIDER_OF]-(owner:Party)
WHERE $owner IS NULL OR owner.id = $owner
MATCH (owner)-[:INSIDER_OF]->(other)
WITH one, other, owner, [each IN directors WHERE each.person.id <> owner.id] AS directors
WHERE size(directors) > 0
CALL (one, other, owner) {
  UNWIND [one, other] AS company
  MATCH (owner)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(company)
  WHERE filing.exit OR coalesce(filed.director, filed.officer, filed.tenPercentOwner, filed.other) IS NOT NULL
  WITH company, filing, filed, filing.effectiveOn AS day ORDER BY day, filing.amendment, filing.id
  WITH company, collect({day: day, id: filing.id, holds: filed.tenPercentOwner, exit: filing.exit}) AS seen
  WITH company, seen[size(seen) - 1] AS latest, [each IN seen WHERE each.holds] AS held
  WHERE size(held) > 0
  WITH company, latest, held[0].day AS first, held[size(held) - 1] AS last ORDER BY company.id
  RETURN collect(toString(first) + ' to ' + toString(last.day)) AS owned, collect(last.id) AS filings,
         max(first) AS begins,
         min(last.day + duration({days: CASE WHEN latest.id <> last.id OR latest.exit THEN 0 ELSE $stale END})) AS ends
}
WITH one, other, owner, directors, owned, filings
WHERE size(filings) = 2 AND begins <= ends
UNWIND directors AS each
WITH one, other, owner, directors, owned, filings, each.person AS person
WITH one, other, owner, directors, owned, filings,
     sum(CASE WHEN EXISTS { (person)-[:MEMBER_OF]->(:Group)<-[:MEMBER_OF]-(owner) } THEN 1 ELSE 0 END) AS joint
RETURN owner.displayName AS owner, one.name AS one, other.name AS other,
       [each IN directors | each.person.displayName] AS people, joint, owned,
       reduce(all = [], each IN directors | all + each.spans) AS served,
       filings + reduce(all = [], each IN directors | all + each.filings) AS filings,
       [owner.cik, one.cik, other.cik] AS ciks
ORDER BY size(people) DESC, owner, one, other, ciks
LIMIT $limit
