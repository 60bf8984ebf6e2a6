// Issuers that share directors at the same time.
//
// Answers: one row for each two issuers with at least `least` people who held one of `roles` at both at once.
//
// Counts: a person's span at an issuer, from the first filing that states one of `roles` to the last, or to the one
// that ticks the exit box. Two spans share at least `overlap` days. Days are effective days: an amendment has the day
// of its original. People only; a fund that files as a director shares nothing. `basis` says why somebody is held to
// be a person. People with more than `hub` issuers are left out, and listed in `hubs`.
//
// Does not see: a role after the last filing. Nobody has to report leaving, nor to file while nothing changes; with
// `stale`, a span goes on for so many days after a last filing that still states the role. A role that was left and
// taken up again is one span. Whether the issuers compete is not asked.
//
// @example
//
// @param least   int     = 1    Fewest people.
// @param roles   strings = "director" Roles that count: `director`, `officer`, `tenPercentOwner`, `other`.
// @param overlap int     = 1    Fewest days that both spans share.
// @param stale   int     = 0    Days that a span goes on after its last filing.
// @param issuer  issuer  = null Only pairs with this issuer.
// @param hub     int     = 20   Most issuers of a person who counts.
// @param limit   int     = 100  Most rows.
//
// @column one      string  Name of the one issuer.
// @column other    string  Name of the other.
// @column shared   int     People.
// @column people   strings Their names, given name first.
// @column basis    strings Evidence that each is a person, as `role`, `header` or `name`.
// @column overlaps strings The days on which each is seen at both, as `2021-06-10 to 2025-03-13`.
// @column filings  strings For each the last filing of the span at the one issuer, then at the other.
// @column hubs     strings People with too many issuers who are at both.
// @column ciks     strings CIKs of the two issuers.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:INSIDER_OF]-(person:Person)
WITH DISTINCT person
WITH person, COUNT { (person)-[:INSIDER_OF]->(:Issuer) } AS issuers
WHERE issuers > 1
MATCH (person)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(company:Issuer)
WHERE filing.exit OR coalesce(filed.director, filed.officer, filed.tenPercentOwner, filed.other) IS NOT NULL
WITH person, issuers, company, filing, filing.effectiveOn AS day,
     any(role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE role IN $roles AND filed[role]) AS holds
ORDER BY day, filing.amendment, filing.id
WITH person, issuers, company,
     collect({day: day, id: filing.id, holds: holds, exit: coalesce(filing.exit, false)}) AS seen
WITH person, issuers, company, seen[size(seen) - 1] AS latest, [each IN seen WHERE each.holds] AS held
WHERE size(held) > 0
WITH person, issuers, company, held[0].day AS first, latest,
     CASE WHEN latest.exit THEN latest ELSE held[size(held) - 1] END AS last
WITH person, issuers, collect({company: company, first: first, filing: last.id, last: last.day + duration({days:
     CASE WHEN latest.holds AND NOT latest.exit THEN $stale ELSE 0 END})}) AS spans
WHERE size(spans) > 1
UNWIND spans AS one
UNWIND spans AS other
WITH person, issuers, one, other, CASE WHEN one.first > other.first THEN one.first ELSE other.first END AS begins,
     CASE WHEN one.last < other.last THEN one.last ELSE other.last END AS ends
WHERE one.company.id < other.company.id AND duration.inDays(begins, ends).days + 1 >= $overlap AND begins <= ends
  AND ($issuer IS NULL OR $issuer IN [one.company.id, other.company.id])
WITH one.company AS one, other.company AS other, person, begins, ends, [one.filing, other.filing] AS filings,
     issuers <= $hub AS counts
ORDER BY person.displayName, person.id
WITH one, other, collect(CASE WHEN counts THEN person END) AS people,
     collect(CASE WHEN counts THEN toString(begins) + ' to ' + toString(ends) END) AS overlaps,
     collect(CASE WHEN counts THEN filings END) AS filings,
     collect(CASE WHEN NOT counts THEN person.displayName END) AS hubs
WHERE size(people) >= $least
WITH one, other, size(people) AS shared, people, overlaps, filings, hubs
ORDER BY shared DESC, one.name, other.name, one.id, other.id
LIMIT $limit
RETURN one.name AS one, other.name AS other, shared, [each IN people | each.displayName] AS people,
       [each IN people | each.kindBasis] AS basis, overlaps, reduce(all = [], each IN filings | all + each) AS filings,
       hubs, [one.cik, other.cik] AS ciks
ORDER BY shared DESC, one, other, ciks
