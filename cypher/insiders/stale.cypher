// Insiders of whom nothing has been filed for long.
//
// Answers: one row for each reporting owner and issuer whose latest filing is older than `days`, the longest silent
// last.
//
// Counts: owners whose latest filing does not tick the exit box. Days are effective days of filings: an amendment
// has the day of its original.
//
// Does not see: why nothing was filed. They may have left, for the exit box is voluntary, or may just not trade.
//
// @example days=1000
//
// @param days   int    = 730  How many days make it long.
// @param on     date   = null The day to count back from; that of the issuers' latest filing if it is not given.
// @param issuer issuer = null Only insiders of this issuer.
// @param limit  int    = 100  Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column insider   string  Name, given name first.
// @column kind      string  `person` or `organization`.
// @column roles     strings Of `director`, `officer`, `tenPercentOwner`, `other`, by the latest filing.
// @column title     string  Latest officer title, of those who are officers by the latest filing.
// @column firstSeen date    Day of the first filing.
// @column lastSeen  date    Day of the latest filing.
// @column silent    int     Days since then.
// @column filing    string  The latest filing.
// @column cik       string  The insider's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[insider:INSIDER_OF]-(:Party)
WITH coalesce($on, max(insider.lastSeen)) AS last
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, last
MATCH (issuer)<-[insider:INSIDER_OF]-(owner:Party)
WHERE insider.exitedOn IS NULL AND insider.lastSeen < last - duration({days: $days})
WITH issuer, insider, owner, last
ORDER BY insider.lastSeen DESC, issuer.name, issuer.id, owner.displayName, owner.id
LIMIT $limit
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owner.displayName AS insider, owner.kind AS kind,
       coalesce(insider.roles, []) AS roles, CASE WHEN 'officer' IN insider.roles THEN insider.title END AS title,
       insider.firstSeen AS firstSeen, insider.lastSeen AS lastSeen,
       duration.inDays(insider.lastSeen, last).days AS silent, insider.filing AS filing, owner.cik AS cik
ORDER BY lastSeen DESC, issuer, insider, cik, filing
