// Who trades within days after another insider of the issuer, again and again.
//
// Answers: one row for each issuer, code, leader and follower. A lead is a day on which the leader trades and the
// follower does not. It is followed if the follower trades the same way in the `days` days after it. At least `least`
// leads are followed, by trades on as many days.
//
// Counts: rows of the given codes, each by itself, of securities that are no derivatives. The owners of a joint filing
// are one trader, and so are all insiders of the issuer whom joint filings link. A transaction of one
// block that several holders report counts once. Rows whose direction contradicts their code are left out.
//
// Does not see: a reason. Who trades often follows everybody: `expected` is how many leads would be followed by
// chance, if they fell on any day between the first and the last trade of the two. Plans that trade on fixed days
// follow each other without anybody's doing: compare `planned`.
//
// @example
//
// @param days    int     = 7          Most days after a lead.
// @param least   int     = 3          Fewest leads that are followed.
// @param codes   strings = "P,S"      Codes that count.
// @param since   date    = 2003-01-01 First transaction date.
// @param until   date    = null       Last transaction date; no end if it is not given.
// @param issuer  issuer  = null       Only this issuer.
// @param asFiled bool    = false      Whether to count what was filed first, without amendments.
// @param limit   int     = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column leader   strings Who trades first: an owner, or several who file jointly.
// @column follower strings Who follows.
// @column code     string  Transaction code.
// @column followed int     Leads that are followed.
// @column leads    int     Leads.
// @column expected float   Leads that would be followed by chance.
// @column trades   int     Days on which the follower trades.
// @column planned  int     Followed leads of which both trades are marked as under a Rule 10b5-1 plan, by box or note.
// @column rows     strings A row of each followed lead, and of the trade that follows.
// @column cik      string  The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code IN $codes AND CASE WHEN $asFiled THEN row.original ELSE row.current END AND NOT security.derivative
  AND row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until)
  AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
WITH issuer, filing, collect({id: row.id, code: row.code, day: row.tradedOn, planned: coalesce(row.planned, false)})
     AS rows, split(min(row.holder), '|')[0] AS trader
WITH issuer, collect({filing: filing, rows: rows}) AS told, count(DISTINCT trader) AS traders
WHERE traders > 1
UNWIND told AS each
WITH issuer, each.filing AS filing, each.rows AS rows
MATCH (filing)<-[:FILED]-(owner:Party)-[insider:INSIDER_OF]->(issuer)
WITH issuer, owner, insider.unit AS unit, collect(rows) AS told ORDER BY owner.displayName, owner.id
WITH issuer, unit, collect(owner.displayName) AS names, collect(told) AS all
UNWIND all AS told
UNWIND told AS rows
UNWIND rows AS row
WITH issuer, unit, names, row.code AS code, row.day AS day, min(row.id) AS id,
     max(CASE WHEN row.planned THEN 1 ELSE 0 END) AS planned
ORDER BY day
WITH issuer, code, unit, names, collect({day: day, id: id, planned: planned}) AS days
WHERE size(days) >= $least
WITH issuer, code, collect({unit: unit, names: names, days: days}) AS traders
UNWIND traders AS leader
UNWIND traders AS follower
WITH issuer, code, leader, follower, follower.days AS days
WHERE leader.unit <> follower.unit
WITH issuer, code, leader, follower, days,
     [lead IN leader.days WHERE none(each IN days WHERE each.day = lead.day)] AS leads
WITH issuer, code, leader, follower, days, leads, [lead IN leads | [lead, [each IN days
     WHERE each.day > lead.day AND each.day <= lead.day + duration({days: $days})][0]]] AS pairs
WITH issuer, code, leader, follower, days, leads, [pair IN pairs WHERE pair[1] IS NOT NULL] AS pairs
WHERE size(pairs) >= $least
  AND size([at IN range(0, size(pairs) - 1) WHERE at = 0 OR pairs[at][1].day > pairs[at - 1][1].day]) >= $least
WITH issuer, code, leader, follower, days, leads, pairs,
     CASE WHEN leader.days[0].day < days[0].day THEN leader.days[0].day ELSE days[0].day END AS first,
     reduce(last = days[size(days) - 1].day, each IN leader.days |
       CASE WHEN each.day > last THEN each.day ELSE last END) AS last
WITH issuer, code, leader, follower, days, leads, pairs, duration.inDays(first, last).days AS span,
     [at IN range(0, size(days) - 1) |
       duration.inDays(CASE at WHEN 0 THEN first ELSE days[at - 1].day END, days[at].day).days] AS gaps
WITH issuer, code, leader, follower, days, leads, pairs, span,
     reduce(sum = 0.0, gap IN gaps | sum + CASE WHEN gap < $days THEN gap ELSE $days END) AS covered
RETURN issuer.name AS issuer, issuer.ticker AS ticker, leader.names AS leader, follower.names AS follower, code,
       size(pairs) AS followed, size(leads) AS leads, round(size(leads) * covered / span, 2) AS expected,
       size(days) AS trades, size([pair IN pairs WHERE pair[0].planned + pair[1].planned = 2]) AS planned,
       reduce(all = [], pair IN pairs | all + [pair[0].id, pair[1].id]) AS rows, issuer.cik AS cik
ORDER BY followed DESC, issuer, cik, leader, follower, code
LIMIT $limit
