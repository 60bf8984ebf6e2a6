// The issuers that somebody reports for, in which roles, from when to when.
//
// Answers: one row for each issuer and role.
//
// Counts: all filings about the issuer. A role is `current` if the latest filing states it and its exit box is not
// ticked. Days are effective days: an amendment has the day of its original.
//
// Does not see: gaps; a role that was left and taken up again is one span. An insider who left without a filing is
// still `current`.
//
// @example person='Ngozi Abara'
//
// @param person person  The person or organization.
//
// @column issuer    string Issuer name.
// @column ticker    string Trading symbol.
// @column role      string `director`, `officer`, `tenPercentOwner` or `other`.
// @column title     string Latest officer title, or the latest text beside `other`.
// @column firstSeen date   Day of the first filing that states the role.
// @column lastSeen  date   Day of the latest filing that states the role.
// @column current   bool   Whether the role still holds, as far as filings tell.
// @column filings   int    Filings that state the role.
// @column filing    string The latest of them.
// @column cik       string The issuer's CIK.
MATCH (person:Party {id: $person})-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(issuer:Party)
WITH issuer, filed, filing, filing.effectiveOn AS day
ORDER BY day DESC, filing.amendment DESC, filing.id DESC
WITH issuer, collect({
  day: day, id: filing.id, exit: coalesce(filing.exit, false), officer: filed.officerTitle, other: filed.otherText,
  roles: [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]]
}) AS seen
UNWIND ['director', 'officer', 'tenPercentOwner', 'other'] AS role
WITH issuer, seen, role, [each IN seen WHERE role IN each.roles] AS stated
WHERE size(stated) > 0
RETURN issuer.name AS issuer, issuer.ticker AS ticker, role,
       CASE WHEN role IN ['officer', 'other']
            THEN [each IN stated WHERE each[role] IS NOT NULL | each[role]][0] END AS title,
       stated[size(stated) - 1].day AS firstSeen, stated[0].day AS lastSeen,
       role IN seen[0].roles AND NOT seen[0].exit AS current, size(stated) AS filings, stated[0].id AS filing,
       issuer.cik AS cik
ORDER BY lastSeen DESC, issuer, cik, role
