// Insiders' first purchases at an issuer, as far as the filings here go back.
//
// Purchases are rows of code P: open market or private, of a security that is no derivative. What one filing, with its
// amendments, says was bought of one security on one day is one purchase; a joint filing's counts for each of its
// owners and stands once, with those whose first it is. A purchase older than an insider's first filing here cannot be
// seen: `knownSince` tells how far back the filings go, and `form3` whether they begin where the duty to report
// begins. Which of two purchases of one day came first is not on the forms: the one filed first stands here.
//
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param value   float  = 0          Smallest value, in dollars; above 0, purchases without a price are left out.
// @param days    int    = 0          Least days from a buyer's first filing to the purchase; at 0, it may be the first.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100        Most rows.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION {code: 'P'}]->(class:Security)
WHERE row.tradedOn IS NOT NULL AND NOT class.derivative
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     CASE WHEN count(row.shares) > 0 THEN sum(row.shares) END AS shares, round(sum(row.shares * row.price), 2) AS value,
     count(*) - count(row.shares * row.price) AS unpriced, count(*) AS rows
MATCH (filing:Filing {id: statement})<-[:FILED]-(owner:Party)
WITH company, class, filing, date, shares, value, unpriced, rows, owner
ORDER BY date, coalesce(filing.filedOn, filing.periodOfReport), filing.id, class.id
WITH company, owner, collect({class: class, filing: filing, date: date, shares: shares, value: value,
     unpriced: unpriced, rows: rows})[0] AS first
WHERE first.date >= $since AND ($until IS NULL OR first.date <= $until)
  AND ($value = 0 OR first.value >= $value)
MATCH (owner)-[:FILED]->(known:Filing)-[:CONCERNS]->(company)
WITH company, owner, first, min(coalesce(known.filedOn, known.periodOfReport)) AS knownSince,
     max(CASE known.form WHEN '3' THEN 1 ELSE 0 END) AS form3
WHERE $days = 0 OR knownSince <= first.date - duration({days: $days})
WITH company, owner, first.class AS class, first.filing AS filing, first.date AS date, first.shares AS shares,
     CASE WHEN first.unpriced < first.rows THEN first.value END AS value, first.unpriced AS unpriced, knownSince, form3
ORDER BY owner.displayName, owner.id
WITH company, class, filing, date, shares, value, unpriced, collect(owner.displayName) AS buyers,
     max(knownSince) AS knownSince, min(form3) AS form3
RETURN date, company.name AS issuer, company.ticker AS ticker, buyers, class.title AS security, shares, value, unpriced,
       knownSince, form3 = 1 AS form3, filing.id AS filing
ORDER BY date DESC, filing DESC, class.id
LIMIT $limit
