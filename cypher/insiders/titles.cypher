// How somebody's roles and titles changed over time.
//
// One row for the first filing at each issuer, and one for each later filing that states other roles or another title
// than the one before it, or whose exit box is ticked where that one's is not, or the other way round. Titles that
// differ only in capitals are the same. Filers write one title in several ways, so a row is a change of words, which is
// not always one of office. An amendment speaks as of the day of its original, and stands after it.
//
// @param person person        The person or organization.
// @param issuer issuer = null Only at this issuer.
//
// @column issuer        string  Issuer name.
// @column day           date    Filing date, or the period of report where that is not known.
// @column roles         strings Roles from then on.
// @column title         string  Officer title from then on.
// @column previousRoles strings Roles by the filing before.
// @column previousTitle string  Officer title by the filing before.
// @column exit          bool    Whether the exit box is ticked.
// @column filing        string  The filing.
MATCH (person:Party {id: $person})-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(company:Party)
WHERE $issuer IS NULL OR company.id = $issuer
WITH company, filed, filing, coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) AS day
ORDER BY day, filing.amendment, filing.id
WITH company, collect({
  day: day, id: filing.id, exit: coalesce(filing.exit, false), title: filed.officerTitle,
  roles: [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]]
}) AS seen
UNWIND range(0, size(seen) - 1) AS at
WITH company, at, seen[at] AS now, CASE WHEN at > 0 THEN seen[at - 1] END AS before
WHERE at = 0 OR now.roles <> before.roles OR now.exit <> before.exit
  OR toUpper(coalesce(now.title, '')) <> toUpper(coalesce(before.title, ''))
RETURN company.name AS issuer, now.day AS day, now.roles AS roles, now.title AS title, before.roles AS previousRoles,
       before.title AS previousTitle, now.exit AS exit, now.id AS filing
ORDER BY issuer, company.id, day, at
