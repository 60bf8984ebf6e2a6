// Issuers by whether they withhold shares or let insiders sell to cover.
//
// Answers: one row for each issuer and year: the days on which insiders exercised or shares vested, by whether shares
// were withheld (code F), sold (code S), both or neither. `practice`: `withholds` or `sells` where two days of three or
// more did only that; else `mixed`, or `neither` where most days did neither.
//
// Counts: days of statements: a filing with its amendments, whose owners count once. A day has a row of codes M or X, C
// of a right, or F, in Table I, that stands. A sale counts on that day and the `days` after, in the same statement.
//
// Does not see: shares withheld or sold in another filing, and vesting that no row tells.
//
// @example least=1
//
// @param days   int    = 1          Most days from the exercise to the sale.
// @param least  int    = 5          Fewest days of an issuer in the year.
// @param issuer issuer = null       Only this issuer.
// @param since  date   = 2003-01-01 First day.
// @param until  date   = null       Last day; no end if it is not given.
// @param limit  int    = 100        Most rows, the latest years first.
//
// @column issuer      string  Issuer name.
// @column ticker      string  Trading symbol.
// @column year        int     The year.
// @column days        int     Days of exercise or vesting.
// @column withholding int     Days with shares withheld and none sold.
// @column selling     int     Days with shares sold and none withheld.
// @column both        int     Days with both.
// @column neither     int     Days with neither.
// @column practice    string  `withholds`, `sells`, `mixed` or `neither`.
// @column filings     strings The filings, the earliest days first.
// @column cik         string  The issuer's CIK.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND row.code IN ['M', 'X', 'C', 'F', 'S'] AND row.contradicted IS NULL AND row.conversion IS NULL
  AND coalesce(row.block, row.id) = row.id AND NOT security.derivative
WITH coalesce(filing.lineage, filing.id) AS statement, head(collect(security)) AS security,
     collect({on: row.tradedOn, code: row.code, got: coalesce(row.acquired, false)}) AS rows
UNWIND [each IN rows WHERE each.code = 'F' OR each.got AND each.code IN ['M', 'X', 'C'] | each.on] AS on
WITH DISTINCT statement, security, rows, on
WITH statement, security, on, any(each IN rows WHERE each.code = 'F' AND each.on = on) AS kept, any(each IN rows
       WHERE each.code = 'S' AND each.on >= on AND each.on <= on + duration({days: $days})) AS sold
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
WITH issuer, statement, on, kept, sold ORDER BY on, statement
WITH issuer, on.year AS year, count(*) AS days, count(CASE WHEN kept AND NOT sold THEN 1 END) AS withholding,
     count(CASE WHEN sold AND NOT kept THEN 1 END) AS selling, count(CASE WHEN kept AND sold THEN 1 END) AS both,
     count(CASE WHEN NOT kept AND NOT sold THEN 1 END) AS neither, collect(DISTINCT statement) AS filings
WHERE days >= $least
RETURN issuer.name AS issuer, issuer.ticker AS ticker, year, days, withholding, selling, both, neither,
       CASE WHEN 3 * withholding >= 2 * days THEN 'withholds' WHEN 3 * selling >= 2 * days THEN 'sells'
         WHEN 2 * neither > days THEN 'neither' ELSE 'mixed' END AS practice, filings, issuer.cik AS cik
ORDER BY year DESC, issuer, cik
LIMIT $limit
