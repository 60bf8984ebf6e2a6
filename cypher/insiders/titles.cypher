// How somebody's roles and titles changed over time.
//
// Answers: one row for the first filing about each issuer, and one for each later filing with other roles, another
// title or another state of the exit box than the filing before.
//
// Counts: all filings. Titles that differ only in capitals are the same. Days are effective days: an amendment has
// the day of its original.
//
// Does not see: whether a change of words is a change of office; filers write one title in several ways.
//
// @example person='Ingrid Vasquez-Thorne'
//
// @param person person        The person or organization.
// @param issuer issuer = null Only at this issuer.
//
// @column issuer        string  Issuer name.
// @column day           date    Effective day of the filing.
// @column roles         strings Roles from then on.
// @column title         string  Officer title from then on.
// @column previousRoles strings Roles by the filing before.
// @column previousTitle string  Officer title by the filing before.
// @column exit          bool    Whether the exit box is ticked.
// @column filing        string  The filing.
MATCH (person:Party {id: $person})-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH issuer, filed, filing, filing.effectiveOn AS day
ORDER BY day, filing.amendment, filing.id
WITH issuer, collect({
  day: day, id: filing.id, exit: coalesce(filing.exit, false), title: filed.officerTitle,
  roles: [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]]
}) AS seen
UNWIND range(0, size(seen) - 1) AS at
WITH issuer, at, seen[at] AS now, CASE WHEN at > 0 THEN seen[at - 1] END AS before
WHERE at = 0 OR now.roles <> before.roles OR now.exit <> before.exit
  OR toUpper(coalesce(now.title, '')) <> toUpper(coalesce(before.title, ''))
RETURN issuer.name AS issuer, now.day AS day, now.roles AS roles, now.title AS title, before.roles AS previousRoles,
       before.title AS previousTitle, now.exit AS exit, now.id AS filing
ORDER BY issuer, day, at, filing
