// Buyers less sellers for each issuer, over a stretch of time.
//
// A buyer has at least one purchase (code P) and a seller one sale (code S) dated in the stretch, open market or private,
// of a security that is no derivative; who did both counts as both. The owners of a joint filing count as one, and as
// another one than any of them filing alone. A row whose price only a footnote tells adds shares and no value.
//
// @param since      date   = 2003-01-01 First transaction date.
// @param until      date   = null       Last transaction date; no end if it is not given.
// @param issuer     issuer = null       Only this issuer.
// @param amendments bool   = false      Whether the rows of amendments count, which often repeat the original's.
// @param limit      int    = 100        Most rows.
//
// @column issuer       string Issuer name.
// @column ticker       string Trading symbol.
// @column buyers       int    Distinct buyers.
// @column sellers      int    Distinct sellers.
// @column net          int    Buyers less sellers.
// @column sharesBought float  Shares bought.
// @column sharesSold   float  Shares sold.
// @column valueBought  float  Their shares times price, in dollars.
// @column valueSold    float  The same of the shares sold.
// @column cik          string The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.date >= $since AND ($until IS NULL OR row.date <= $until)
  AND ($amendments OR NOT filing.amendment) AND NOT class.derivative
WITH company, filing, row.code AS code, sum(row.shares) AS shares, sum(row.shares * row.price) AS value
MATCH (filing)<-[:FILED]-(owner:Party)
WITH company, filing, code, shares, value, owner ORDER BY owner.id
WITH company, filing, code, shares, value, collect(owner.id) AS owners
WITH company, count(DISTINCT CASE code WHEN 'P' THEN owners END) AS buyers,
     count(DISTINCT CASE code WHEN 'S' THEN owners END) AS sellers,
     sum(CASE code WHEN 'P' THEN shares ELSE 0.0 END) AS sharesBought,
     sum(CASE code WHEN 'S' THEN shares ELSE 0.0 END) AS sharesSold,
     round(sum(CASE code WHEN 'P' THEN value ELSE 0.0 END), 2) AS valueBought,
     round(sum(CASE code WHEN 'S' THEN value ELSE 0.0 END), 2) AS valueSold
RETURN company.name AS issuer, company.ticker AS ticker, buyers, sellers, buyers - sellers AS net, sharesBought,
       sharesSold, valueBought, valueSold, company.cik AS cik
ORDER BY net DESC, buyers DESC, issuer, company.id
LIMIT $limit
