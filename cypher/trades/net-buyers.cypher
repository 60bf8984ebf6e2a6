// Buyers less sellers for each issuer, over a stretch of time.
//
// Answers: each row is an issuer with the number of those who bought (a row of code P) and who sold (code S), open
// market or private, securities that are no derivatives. Who did both counts as both.
//
// Counts: the owners of a joint filing as one, and all whom joint filings about the issuer link. A transaction of one
// block that several holders report counts once, for the holder whose row leads the block; `alike` counts the rows that
// repeat it. Rows whose direction contradicts their code are left out. Shares of several classes add up, whatever one
// is worth.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value.
//
// @example
//
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
//
// @column issuer       string Issuer name.
// @column ticker       string Trading symbol.
// @column buyers       int    Distinct buyers.
// @column sellers      int    Distinct sellers.
// @column net          int    Buyers less sellers.
// @column sharesBought float  Shares bought.
// @column sharesSold   float  Shares sold.
// @column valueBought  float  Their shares times price, in dollars; absent if some were bought and no row has both.
// @column valueSold    float  The same of the shares sold.
// @column unpriced     int    Rows that add no value.
// @column securities   int    Securities that were bought or sold.
// @column alike        int    Rows that repeat a transaction of a block which another row counts.
// @column cik          string The issuer's CIK.
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
  AND row.code IN ['P', 'S'] AND row.contradicted IS NULL AND NOT security.derivative
WITH filing, security, row, coalesce(row.block, row.id) = row.id AS leads
WITH filing, security, row.code AS code, sum(CASE WHEN leads THEN row.shares ELSE 0.0 END) AS shares,
     sum(CASE WHEN leads THEN row.tradeValue END) AS value, count(CASE WHEN leads THEN row.tradeValue END) AS priced,
     count(CASE WHEN leads THEN 1 END) AS rows, count(CASE WHEN NOT leads THEN 1 END) AS alike
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
CALL (filing, issuer) {
  MATCH (filing)<-[:FILED]-(:Party)-[insider:INSIDER_OF]->(issuer)
  RETURN min(insider.unit) AS trader
}
WITH issuer, count(DISTINCT CASE WHEN code = 'P' AND rows > 0 THEN trader END) AS buyers,
     count(DISTINCT CASE WHEN code = 'S' AND rows > 0 THEN trader END) AS sellers,
     sum(CASE code WHEN 'P' THEN shares ELSE 0.0 END) AS sharesBought,
     sum(CASE code WHEN 'S' THEN shares ELSE 0.0 END) AS sharesSold,
     round(sum(CASE code WHEN 'P' THEN value ELSE 0.0 END), 2) AS valueBought,
     round(sum(CASE code WHEN 'S' THEN value ELSE 0.0 END), 2) AS valueSold,
     sum(CASE code WHEN 'P' THEN priced ELSE 0 END) AS pricedBought,
     sum(CASE code WHEN 'S' THEN priced ELSE 0 END) AS pricedSold,
     sum(rows) - sum(priced) AS unpriced, count(DISTINCT security.id) AS securities, sum(alike) AS alike
WITH issuer, issuer.id AS key, buyers, sellers, sharesBought, sharesSold,
     CASE WHEN pricedBought > 0 OR buyers = 0 THEN valueBought END AS valueBought,
     CASE WHEN pricedSold > 0 OR sellers = 0 THEN valueSold END AS valueSold, unpriced, securities, alike
RETURN issuer.name AS issuer, issuer.ticker AS ticker, buyers, sellers, buyers - sellers AS net, sharesBought,
       sharesSold, valueBought, valueSold, unpriced, securities, alike, issuer.cik AS cik
ORDER BY net DESC, buyers DESC, issuer, key
LIMIT $limit
