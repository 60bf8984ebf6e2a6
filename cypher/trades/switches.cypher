// Insiders who buy at one issuer and sell at another within days.
//
// Purchases are rows of code P and sales rows of code S: open market or private, of securities that are no
// derivatives. What one filing, with its amendments, says was bought or sold at an issuer on one day is one trade. One
// row for each purchase and each other issuer where the same insider sold at most `days` days before or after, alone
// or jointly: with the sale nearest in time, the earlier of two. Joint filers stand in one row, if they are on both
// filings. Sales to cover taxes and sales under a trading plan are sales here.
//
// @param days    int    = 30         Most days between purchase and sale.
// @param since   date   = 2003-01-01 First date of the purchase.
// @param until   date   = null       Last date of the purchase; no end if it is not given.
// @param issuer  issuer = null       Only purchases at this issuer.
// @param person  person = null       Only by this person or organization.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100        Most rows.
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
MATCH (company:Issuer)
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.tradedOn IS NOT NULL AND NOT class.derivative
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date, row.code AS code,
     CASE WHEN count(row.shares) > 0 THEN sum(row.shares) END AS shares,
     CASE WHEN count(row.shares * row.price) > 0 THEN round(sum(row.shares * row.price), 2) END AS value
MATCH (:Filing {id: statement})<-[:FILED]-(owner:Party)
WHERE $person IS NULL OR owner.id = $person
WITH owner, company, statement, date, code, shares, value ORDER BY date, statement, company.id
WITH owner, collect({
  company: company, filing: statement, date: date, code: code, shares: shares, value: value
}) AS trades
WITH owner, [each IN trades WHERE each.code = 'P'] AS purchases, [each IN trades WHERE each.code = 'S'] AS sales
UNWIND purchases AS purchase
UNWIND sales AS sale
WITH owner, purchase, purchase.company AS bought, sale, sale.company AS sold,
     duration.inDays(purchase.date, sale.date).days AS days
WHERE bought.id <> sold.id AND abs(days) <= $days AND ($issuer IS NULL OR bought.id = $issuer)
  AND purchase.date >= $since AND ($until IS NULL OR purchase.date <= $until)
WITH owner, purchase, bought, sale, sold, days ORDER BY abs(days), days, sale.filing
WITH owner, bought, sold, purchase.filing AS filing, purchase.date AS boughtOn, purchase.shares AS sharesBought,
     purchase.value AS valueBought, collect({sale: sale, days: days}) AS near
WITH owner, bought, sold, filing, boughtOn, sharesBought, valueBought, near[0].sale AS sale, near[0].days AS days,
     size(near) AS sales
ORDER BY owner.displayName, owner.id
WITH bought, sold, filing, boughtOn, sharesBought, valueBought, sale.filing AS sale, sale.date AS soldOn,
     sale.shares AS sharesSold, sale.value AS valueSold, days, sales, collect(owner.displayName) AS insiders
RETURN insiders, boughtOn, bought.name AS bought, sharesBought, valueBought, soldOn, sold.name AS sold, sharesSold,
       valueSold, days, sales, filing AS purchase, sale
ORDER BY boughtOn DESC, purchase DESC, sold, soldOn, sale, insiders
LIMIT $limit
