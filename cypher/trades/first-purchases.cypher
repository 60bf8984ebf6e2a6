// Insiders' first purchases at an issuer, as far as the filings here go back.
//
// Answers: each row is what one filing, with its amendments, says was bought of one security on one day, with those of
// its owners who had not bought at the issuer before. Of two purchases on one day, the one filed first is listed.
//
// Counts: rows of code P: open market or private, of securities that are no derivatives. A transaction of one block
// that several holders report is one row. Rows that say disposed of are left out.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. A purchase older than an insider's first filing here cannot be seen: `knownSince` tells how
// far back the filings go, and `form3` whether they begin where the duty to report begins.
//
// @example
//
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param value      float   = 0          Smallest value, in dollars; above 0, purchases without a price are left out.
// @param days       int     = 0          Least days from a buyer's first filing to the purchase.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
//
// @column date       date    Transaction date.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column buyers     strings Owners who bought for the first time, by name.
// @column security   string  Title of the security.
// @column shares     float   Shares bought; absent where no row says how many.
// @column value      float   Shares times price, in dollars; absent where no row has both.
// @column unpriced   int     Rows that add no value: a price or shares in numbers are not there.
// @column knownSince date    Day of the first filing for the issuer; of several buyers', the latest such day.
// @column form3      bool    Whether a Form 3 of each buyer for the issuer is here.
// @column filing     string  The filing.
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
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND row.code = 'P' AND row.contradicted IS NULL AND NOT security.derivative
WITH security, row.tradedOn AS date, coalesce(filing.lineage, filing.id) AS statement,
     coalesce(row.block, row.id) AS block, max(row.shares) AS shares, max(row.tradeValue) AS value
WITH security, date, statement, min(block) AS block, CASE WHEN count(shares) > 0 THEN sum(shares) END AS shares,
     CASE WHEN count(value) > 0 THEN round(sum(value), 2) END AS value, count(*) - count(value) AS unpriced
MATCH (filing:Filing {id: statement})<-[:FILED]-(owner:Party)
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
WITH issuer, owner, security, date, filing, block, shares, value, unpriced
ORDER BY date, filing.effectiveOn, filing.id, security.id
WITH issuer, owner, collect({security: security, date: date, filing: filing.id, block: block, shares: shares,
     value: value, unpriced: unpriced})[0] AS first
WHERE $value = 0 OR first.value >= $value
CALL (issuer, owner) {
  MATCH (owner)-[:FILED]->(known:Filing)-[:CONCERNS]->(issuer)
  OPTIONAL MATCH (known)-[row:TRANSACTION {code: 'P'}]->(security:Security)
  WHERE NOT security.derivative AND row.contradicted IS NULL
    AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  RETURN min(coalesce(known.filedOn, known.periodOfReport)) AS knownSince, min(row.tradedOn) AS earliest,
         max(CASE known.form WHEN '3' THEN 1 ELSE 0 END) AS form3
}
WITH issuer, owner, first, knownSince, form3, earliest
WHERE earliest >= $since AND ($days = 0 OR knownSince <= first.date - duration({days: $days}))
WITH issuer, owner, knownSince, form3, first.security AS security, first.date AS date, first.block AS block,
     first.filing AS filing, first.shares AS shares, first.value AS value, first.unpriced AS unpriced
ORDER BY owner.displayName, owner.id
WITH issuer, security, date, block, collect(owner.displayName) AS buyers, min(filing) AS filing, max(shares) AS shares,
     max(value) AS value, min(unpriced) AS unpriced, max(knownSince) AS knownSince, min(form3) AS form3
WITH issuer, security, security.id AS key, date, buyers, filing, shares, value, unpriced, knownSince, form3
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, buyers, security.title AS security, shares, value,
       unpriced, knownSince, form3 = 1 AS form3, filing
ORDER BY date DESC, filing DESC, key
LIMIT $limit
