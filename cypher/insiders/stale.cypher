// Insiders of whom nothing has been filed for long.
//
// One row for each reporting owner and issuer whose latest filing is older than `days`, the longest silent last. They may
// have left without a word, for the exit box is voluntary, or may just not trade. Those who ticked it are left out. A day
// is the filing date, or the period of report where that is not known.
//
// @param days   int    = 730  How many days make it long.
// @param on     date   = null The day to count back from; that of the latest filing about these issuers if it is not given.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[insider:INSIDER_OF]-(owner:Party)
WITH collect({company: company, insider: insider, owner: owner}) AS seen, coalesce($on, max(insider.lastSeen)) AS last
UNWIND seen AS each
WITH each.company AS company, each.insider AS insider, each.owner AS owner, last
WHERE insider.exitedOn IS NULL AND insider.lastSeen < last - duration({days: $days})
RETURN company.name AS issuer, company.ticker AS ticker, owner.displayName AS insider, owner.kind AS kind,
       insider.roles AS roles, CASE WHEN 'officer' IN insider.roles THEN insider.title END AS title,
       insider.firstSeen AS firstSeen, insider.lastSeen AS lastSeen,
       duration.inDays(insider.lastSeen, last).days AS silent, insider.filing AS filing, owner.cik AS cik
ORDER BY lastSeen DESC, issuer, company.id, insider, owner.id
LIMIT $limit
