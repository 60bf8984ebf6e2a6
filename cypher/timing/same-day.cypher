// Trades by several insiders of one issuer on one day at one price.
//
// Answers: one row for each security, day, code and price with at least `least` traders.
//
// Counts: rows of the given codes with a price above zero, of securities that are no derivatives. Prices are one if
// they are at most `cents` above the lowest; an average of several trades only if its range is the same too. The
// owners of a joint filing are one trader, and so are all insiders of the issuer whom joint filings
// link. A transaction of one block that several holders report counts once. Rows whose direction contradicts their
// code are left out.
//
// Does not see: whether they agreed on it. Many trades of a day at the price of an offering are allotments: `kind`
// says so only if a footnote of a row does.
//
// @example
//
// @param least   int     = 2          Fewest traders.
// @param codes   strings = "P,S"      Codes that count.
// @param cents   float   = 0.005      Most that prices differ, in dollars.
// @param since   date    = 2003-01-01 First transaction date.
// @param until   date    = null       Last transaction date; no end if it is not given.
// @param issuer  issuer  = null       Only this issuer.
// @param asFiled bool    = false      Whether to count what was filed first, without amendments.
// @param limit   int     = 100        Most rows.
//
// @column date     date    Transaction date.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column security string  Title of the security.
// @column code     string  Transaction code.
// @column price    float   Price per share, in dollars; the lowest.
// @column traders  int     Traders.
// @column owners   strings Owners who filed, by name.
// @column shares   float   Shares of all; absent where no row says how many.
// @column kind     string  `offering` if a footnote tells of a public offering, an underwriter or a private placement.
// @column averaged bool    Whether the price is an average of prices in one range.
// @column rows     strings The rows.
// @column cik      string  The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code IN $codes AND row.price > 0 AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until) AND NOT security.derivative
  AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
WITH issuer, security, row, filing, row.price AS price, split(row.holder, '|')[0] AS trader ORDER BY price, row.id
WITH issuer, security, row.tradedOn AS date, row.code AS code, collect({row: row, filing: filing, price: price,
     trader: trader}) AS told, count(DISTINCT trader) AS traders
WHERE traders >= $least
WITH issuer, security, date, code, told, reduce(prices = [], each IN told | CASE
       WHEN each.price <= prices[size(prices) - 1] + $cents + 0.0000001 THEN prices ELSE prices + [each.price] END
     ) AS prices
UNWIND prices AS price
UNWIND [each IN told WHERE each.price >= price AND each.price <= price + $cents + 0.0000001] AS each
WITH issuer, security, date, code, price, each, each.row.priceLow AS low, each.row.priceHigh AS high
WITH issuer, security, date, code, price, low, high, collect(each) AS told, count(DISTINCT each.trader) AS traders
WHERE traders >= $least
UNWIND told AS each
WITH issuer, security, date, code, price, low, high, each.row AS row, each.filing AS filing
MATCH (filing)<-[:FILED]-(owner:Party)-[insider:INSIDER_OF]->(issuer)
WITH issuer, security, date, code, price, low, high, owner, insider.unit AS unit,
     collect({row: row, filing: filing}) AS told ORDER BY owner.displayName, owner.id
WITH issuer, security, date, code, price, low, high, collect(owner.displayName) AS owners, collect(told) AS all,
     count(DISTINCT unit) AS traders
WHERE traders >= $least
UNWIND all AS told
UNWIND told AS each
WITH issuer, security, date, code, price, low, high, owners, traders, each.row AS row, each.filing AS filing
WITH DISTINCT issuer, security, date, code, price, low, high, owners, traders, row, any(
       note IN coalesce(filing.footnotes, [])
       WHERE any(ref IN row.footnoteRefs WHERE note STARTS WITH split(ref, ':')[1] + ':')
       AND any(word IN ['public offering', 'underwrit', 'private placement'] WHERE toLower(note) CONTAINS word)) AS told
ORDER BY row.id
WITH issuer, security, date, code, price, low, high, owners, traders, collect(row.id) AS rows,
     sum(row.shares) AS shares, count(row.shares) AS sized, max(CASE WHEN told THEN 'offering' END) AS kind
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, security.title AS security, code, price, traders, owners,
       CASE WHEN sized > 0 THEN shares END AS shares, kind, low IS NOT NULL AS averaged, rows, issuer.cik AS cik
ORDER BY date DESC, issuer, cik, security, code, price, rows
LIMIT $limit
