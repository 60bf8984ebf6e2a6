// Buyers less sellers for each issuer, over a stretch of time.
//
// A buyer has at least one purchase (code P) and a seller one sale (code S) dated in the stretch, open market or
// private, of a security that is no derivative; who did both counts as both. The owners of a joint filing count as
// one, and as another one than any of them filing alone. Owners who report one block in several filings are not
// merged: `alike` tells how much may be counted twice. Shares of several classes add up, whatever one of each is
// worth. A row whose price only a footnote tells adds shares and no value; so does one whose price is, by its
// footnote, that of depositary shares, of which the title says nothing.
//
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100        Most rows.
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
// @column alike        int    Rows with the shares, balance and day of another filing, where a 10 % owner files.
// @column cik          string The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until) AND NOT class.derivative
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, filing, row, row.shares * CASE WHEN row.titleAsFiled =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'
       OR none(ref IN coalesce(row.footnoteRefs, []) WHERE ref STARTS WITH 'price:' AND any(note IN filing.footnotes
         WHERE note STARTS WITH substring(ref, 6) + ':' AND note =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'))
     THEN row.price END AS value
WITH company, class.id AS security, coalesce(filing.lineage, filing.id) AS statement, row.code AS code,
     row.tradedOn AS date, sum(row.shares) AS shares, max(row.sharesAfter) AS balance, sum(value) AS value,
     count(*) AS rows, count(value) AS priced
MATCH (:Filing {id: statement})<-[filed:FILED]-(owner:Party)
WITH company, security, statement, code, date, shares, balance, value, rows, priced, filed, owner ORDER BY owner.id
WITH company, security, statement, code, date, shares, balance, value, rows, priced, collect(owner.id) AS owners,
     max(CASE WHEN filed.tenPercentOwner THEN 1 ELSE 0 END) AS tenth
ORDER BY statement
WITH company, security, code, date, shares, balance,
     collect({owners: owners, tenth: tenth, value: value, rows: rows, priced: priced}) AS trades
UNWIND range(0, size(trades) - 1) AS at
WITH company, security, code, shares, trades[at].owners AS owners, trades[at].value AS value, trades[at].rows AS rows,
     trades[at].priced AS priced,
     CASE WHEN at > 0 AND balance IS NOT NULL AND trades[at].tenth = 1 THEN trades[at].rows ELSE 0 END AS alike
WITH company, count(DISTINCT CASE code WHEN 'P' THEN owners END) AS buyers,
     count(DISTINCT CASE code WHEN 'S' THEN owners END) AS sellers,
     sum(CASE code WHEN 'P' THEN shares ELSE 0.0 END) AS sharesBought,
     sum(CASE code WHEN 'S' THEN shares ELSE 0.0 END) AS sharesSold,
     round(sum(CASE code WHEN 'P' THEN value ELSE 0.0 END), 2) AS valueBought,
     round(sum(CASE code WHEN 'S' THEN value ELSE 0.0 END), 2) AS valueSold,
     sum(CASE code WHEN 'P' THEN priced ELSE 0 END) AS pricedBought,
     sum(CASE code WHEN 'S' THEN priced ELSE 0 END) AS pricedSold,
     sum(rows) - sum(priced) AS unpriced, count(DISTINCT security) AS securities, sum(alike) AS alike
RETURN company.name AS issuer, company.ticker AS ticker, buyers, sellers, buyers - sellers AS net, sharesBought,
       sharesSold, CASE WHEN pricedBought > 0 OR buyers = 0 THEN valueBought END AS valueBought,
       CASE WHEN pricedSold > 0 OR sellers = 0 THEN valueSold END AS valueSold, unpriced, securities, alike,
       company.cik AS cik
ORDER BY net DESC, buyers DESC, issuer, company.id
LIMIT $limit
