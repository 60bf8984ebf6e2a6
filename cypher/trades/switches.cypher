// Insiders who buy at one issuer and sell at another within days.
//
// Answers: each row is a purchase and another issuer where the same insider sold at most `days` days before or after,
// alone or jointly: with the sale nearest in time, the earlier of two. Joint filers are in one row if they are on both
// filings.
//
// Counts: rows of codes P and S: open market or private, of securities that are no derivatives; sales to cover taxes
// and under a trading plan too. What one filing, with its amendments, says was traded at an issuer on one day is one
// trade. A transaction of one block counts once. Rows whose direction contradicts their code are left out.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value.
//
// @example
//
// @param days       int     = 30         Most days between purchase and sale.
// @param since      date    = 2003-01-01 First date of the purchase.
// @param until      date    = null       Last date of the purchase; no end if it is not given.
// @param issuer     issuer  = null       Only purchases at this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param person     person  = null       Only by this person or organization.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
//
// @column insiders     strings Owners who both bought and sold, by name.
// @column boughtOn     date    Transaction date of the purchase.
// @column bought       string  Issuer whose securities were bought.
// @column sharesBought float   Shares bought; absent where no row says how many.
// @column valueBought  float   Shares times price, in dollars; absent where no row has both.
// @column soldOn       date    Transaction date of the nearest sale.
// @column sold         string  Issuer whose securities were sold.
// @column sharesSold   float   Shares sold in that sale.
// @column valueSold    float   Shares times price, in dollars; absent where no row has both.
// @column days         int     Days from the purchase to the sale; below 0 if the sale came first.
// @column sales        int     Sales at that issuer within as many days.
// @column purchase     string  The filing that reports the purchase.
// @column sale         string  The filing that reports the sale.
CALL () { // the purchases of the days by their index, or the issuer's or the person's
  UNWIND CASE WHEN $issuer IS NULL AND $person IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
  UNION ALL
  MATCH (:Party {id: coalesce(CASE WHEN $issuer IS NULL THEN $person END, '')})-[:FILED]->(filing:Filing)
  MATCH (filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND row.code = 'P' AND NOT security.derivative AND row.contradicted IS NULL
MATCH (filing)-[:CONCERNS]->(bought:Issuer)
WITH bought, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS boughtOn,
     coalesce(row.block, row.id) AS block, max(row.shares) AS shares, max(row.tradeValue) AS value
WITH bought, statement, boughtOn, min(block) AS block, CASE WHEN count(shares) > 0 THEN sum(shares) END AS sharesBought,
     CASE WHEN count(value) > 0 THEN round(sum(value), 2) END AS valueBought
MATCH (:Filing {id: coalesce(statement, '')})<-[:FILED]-(owner:Party)
WHERE $person IS NULL OR owner.id = $person
WITH bought, block, boughtOn, owner, min(statement) AS purchase, max(sharesBought) AS sharesBought,
     max(valueBought) AS valueBought
WITH owner, min(boughtOn) AS first, max(boughtOn) AS last, collect({bought: bought, block: block, on: boughtOn,
     filing: purchase, shares: sharesBought, value: valueBought}) AS purchases
CALL (owner, first, last, purchases) {
  MATCH (owner)-[:FILED]->(filing:Filing)-[row:TRANSACTION {code: 'S'}]->(security:Security)
  MATCH (filing)-[:CONCERNS]->(sold:Issuer)
  WHERE row.tradedOn >= first - duration({days: $days}) AND row.tradedOn <= last + duration({days: $days})
    AND NOT security.derivative AND row.contradicted IS NULL
    AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH purchases, sold, row.tradedOn AS soldOn, coalesce(row.block, row.id) AS block,
       min(coalesce(filing.lineage, filing.id)) AS sale, max(row.shares) AS shares, max(row.tradeValue) AS value
  WITH purchases, sold, soldOn, sale, CASE WHEN count(shares) > 0 THEN sum(shares) END AS sharesSold,
       CASE WHEN count(value) > 0 THEN round(sum(value), 2) END AS valueSold
  UNWIND purchases AS purchase
  WITH purchase, sold, soldOn, sale, sharesSold, valueSold, duration.inDays(purchase.on, soldOn).days AS days
  WHERE sold <> purchase.bought AND abs(days) <= $days
  WITH purchase, sold, soldOn, sale, sharesSold, valueSold, days ORDER BY abs(days), days, sale
  WITH purchase, sold, collect({on: soldOn, filing: sale, days: days, shares: sharesSold, value: valueSold}) AS near
  RETURN purchase, sold, near[0] AS sale, size(near) AS sales
}
WITH purchase.bought AS bought, purchase.block AS block, purchase.on AS boughtOn, purchase.filing AS purchase,
     purchase.shares AS sharesBought, purchase.value AS valueBought, sold, sale, sales, owner
ORDER BY owner.displayName, owner.id
WITH bought, block, boughtOn, sold, sale, sales, min(purchase) AS purchase, max(sharesBought) AS sharesBought,
     max(valueBought) AS valueBought, collect(owner.displayName) AS insiders
RETURN insiders, boughtOn, bought.name AS bought, sharesBought, valueBought, sale.on AS soldOn, sold.name AS sold,
       sale.shares AS sharesSold, sale.value AS valueSold, sale.days AS days, sales, purchase, sale.filing AS sale
ORDER BY boughtOn DESC, purchase DESC, sold, soldOn, sale, insiders
LIMIT $limit
