// People who are insiders of several issuers at once.
//
// Answers: one row for each person with at least `least` seats on the day. A seat is a role, one of `roles`, at an
// issuer.
//
// Counts: a seat by the person's latest filing about the issuer that tells roles, on or before the day: it states one
// of `roles`, no exit box has been ticked, and the latest filing is at most `stale` days old. Days are effective days:
// an amendment has the day of its original. People only; a fund that files as a director has no seat.
//
// Does not see: a seat of which nothing was filed for `stale` days, or one that was left without a filing, which
// nobody has to make. A company that goes on under another CIK is another issuer: `successor` marks people two of
// whose issuers bear one name, today or formerly.
//
// @example
//
// @param least  int     = 2    Fewest seats.
// @param on     date    = null The day; that of the latest filing if it is not given.
// @param stale  int     = 730  Most days since the latest filing about a seat.
// @param roles  strings = "director,officer" Roles that count: `director`, `officer`, `tenPercentOwner`, `other`.
// @param issuer issuer  = null Only people with a seat at this issuer.
// @param limit  int     = 100  Most rows.
//
// @column person    string  Name, given name first.
// @column seats     int     Issuers.
// @column issuers   strings Their names.
// @column titles    strings Roles at each; for an officer the latest title.
// @column filings   strings Latest filing about each.
// @column since     date    Day from which all seats are seen together.
// @column successor bool    Whether two of the issuers bear one name, today or formerly.
// @column cik       string  The person's CIK.
OPTIONAL MATCH (filing:Filing)
WHERE $on IS NULL AND filing.periodOfReport IS NOT NULL // so that an index tells
WITH coalesce($on, max(filing.filedOn), max(filing.periodOfReport)) AS day
WITH day, day - duration({days: $stale}) AS oldest
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, day, oldest // so that every engine begins here
MATCH (issuer)<-[insider:INSIDER_OF]-(person:Person)
WHERE insider.firstSeen <= day AND insider.lastSeen >= oldest
WITH DISTINCT person, day, oldest
MATCH (person)-[insider:INSIDER_OF]->(issuer:Issuer)
WHERE insider.firstSeen <= day AND insider.lastSeen >= oldest
WITH person, day, oldest, collect(issuer) AS issuers
WHERE size(issuers) >= $least
UNWIND issuers AS issuer
MATCH (person)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
WHERE filing.effectiveOn <= day
WITH person, issuer, oldest, filed, filing, filing.effectiveOn AS seenOn
ORDER BY seenOn DESC, filing.amendment DESC, filing.id DESC
WITH person, issuer, oldest, collect({
  day: seenOn, id: filing.id, exit: coalesce(filing.exit, false), title: filed.officerTitle,
  tells: coalesce(filed.director, filed.officer, filed.tenPercentOwner, filed.other) IS NOT NULL,
  roles: [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]]
}) AS seen
WHERE seen[0].day >= oldest
// what was filed since the exit box was ticked last
WITH person, issuer, seen[0..coalesce([at IN range(0, size(seen) - 1) WHERE seen[at].exit][0], size(seen))] AS seen
WITH person, issuer, seen, [each IN seen WHERE each.tells][0].roles AS roles,
     [each IN seen WHERE any(role IN each.roles WHERE role IN $roles) | each.day] AS days,
     [each IN seen WHERE each.title IS NOT NULL | each.title][0] AS title
WHERE any(role IN roles WHERE role IN $roles)
WITH person, issuer, seen[0].id AS filing, days[size(days) - 1] AS since,
     [role IN roles | CASE role WHEN 'officer' THEN coalesce(title, role) ELSE role END] AS titles
WITH person, issuer, filing, since, reduce(text = titles[0], each IN titles[1..] | text + ', ' + each) AS titles
ORDER BY issuer.name, issuer.id
WITH person, collect(issuer) AS issuers, collect(titles) AS titles, collect(filing) AS filings, max(since) AS since
WHERE size(issuers) >= $least AND ($issuer IS NULL OR any(each IN issuers WHERE each.id = $issuer))
WITH person, issuers, titles, filings, since, [each IN issuers | [each.name] + coalesce(each.formerNames, [])] AS names
WITH person, issuers, titles, filings, since, any(at IN range(0, size(names) - 1) WHERE any(name IN names[at]
       WHERE any(others IN names[at + 1..] WHERE any(other IN others WHERE toUpper(other) = toUpper(name))))
     ) AS successor
RETURN person.displayName AS person, size(issuers) AS seats, [each IN issuers | each.name] AS issuers, titles, filings,
       since, successor, person.cik AS cik
ORDER BY seats DESC, person, cik
LIMIT $limit
