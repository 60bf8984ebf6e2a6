// Opposite trades within less than six months, and the most recoverable profit.
//
// Answers: one row for each issuer, security and unit whose purchases and sales match with a profit, by Section 16(b)
// of the Exchange Act. `maximum` is the greatest profit that any matching gives, `lowHigh` that of the lowest price in
// and the highest price out. Losses offset nothing. It is a computation on filings and no legal conclusion.
//
// Counts: rows of Table I that stand, with shares and a price: purchases (P, L, and O, an exercise out of the money)
// and sales (S, U). The later day is at most the earlier one, six months on, less two days. A transaction of one block
// counts once. Other codes are exempt by what the filer says, which nobody has reviewed. The purchase that makes a 10%
// owner does not count: those up to the event of the Form 3, of owners who are neither officer nor director. A row
// whose direction contradicts its code pairs with nothing.
//
// Does not see: derivatives, commissions, other classes unless `classes` says so, trades that no filing here reports,
// and whether an issuer is a foreign private one, whose insiders Section 16(b) does not reach.
//
// @example
// @example unit=group classes=true
// @finish short_swing_profits
//
// @param issuer  issuer = null       Only this issuer.
// @param person  person = null       Only units with this person or organization.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date.
// @param unit    string = owner      `owner`: those who sign one filing. `group`: all who are tied by joint filings.
// @param spouse  bool   = true       Whether holdings through a spouse or a child count.
// @param classes bool   = false      Whether classes of common stock match each other.
// @param other   bool   = false      Whether code J counts, in the direction that the row gives.
// @param swaps   bool   = true       Whether equity swaps count.
// @param limit   int    = 100        Most rows.
//
// @column issuer       string  Issuer name.
// @column ticker       string  Trading symbol.
// @column security     string  Title of the security, or of several.
// @column owners       strings The unit, by name.
// @column role         string  `director or officer`, `10% owner only` or `other`, by all filings of the unit.
// @column purchases    int     Purchases that count.
// @column sales        int     Sales that count.
// @column pairs        int     Pairs of rows in the matching of `maximum`.
// @column lowHigh      float   Profit by the lowest price in and the highest price out, in dollars.
// @column maximum      float   The greatest profit, in dollars.
// @column ceiling      float   The same with the ends of the ranges that footnotes give for average prices.
// @column until        date    Two years from the last pair, when the time to sue ends at the earliest.
// @column disclaimed   bool    Whether a matched row cites a footnote that disclaims ownership.
// @column exempt       int     Rows that are left out by their code.
// @column unpriced     int     Purchases and sales left out as they give no shares or no price.
// @column contradicted int     Rows left out as their direction contradicts their code.
// @column becoming     int     Purchases left out as those that made a 10% owner.
// @column buys         strings Matched purchases: row and shares.
// @column sells        strings Matched sales.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(:Filing)
WHERE NOT security.derivative AND row.current AND row.tradedOn >= $since AND coalesce(row.tradedOn <= $until, true)
WITH issuer, count(CASE WHEN row.code IN ['P', 'L', 'O', 'J'] THEN 1 END) AS bought,
     count(CASE WHEN row.code IN ['S', 'U', 'J'] THEN 1 END) AS sold
WHERE CASE WHEN $person IS NULL THEN bought > 0 AND sold > 0
           ELSE EXISTS { (issuer)<-[:INSIDER_OF]-(:Party {id: coalesce($person, '')}) } END
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE NOT security.derivative AND row.current AND row.tradedOn >= $since AND coalesce(row.tradedOn <= $until, true)
CALL (filing, issuer) { // row by row, or all of them would be held at once
  MATCH (filing)<-[filed:FILED]-(owner:Party)
  OPTIONAL MATCH (owner)-[:FILED]->(three:Filing {form: '3'})-[:CONCERNS]->(issuer)
  WITH owner, max(CASE WHEN filed.director OR filed.officer THEN 1 ELSE 0 END) AS inside,
       max(CASE WHEN filed.tenPercentOwner THEN 1 ELSE 0 END) AS tenth, min(three.periodOfReport) AS became
  RETURN collect(owner.id) AS ids, collect(coalesce(owner.displayName, owner.name, owner.id)) AS owners,
         min(became) AS became, max(inside) AS inside, max(tenth) AS tenth
}
CALL (row) {
  OPTIONAL MATCH (vehicle:Vehicle {id: coalesce(row.holder, '')})
  OPTIONAL MATCH (vehicle)-[:NAMES]->(party:Party)
  RETURN max(vehicle.kind) AS kind, max(vehicle.displayName) AS vehicle, min(party.id) AS named
}
WITH issuer, security, row, ids, owners, became, inside, tenth, kind, vehicle, named
WHERE size(ids) > 0
RETURN issuer.id AS issuerId, issuer.name AS issuer, issuer.ticker AS ticker, security.id AS security,
       security.title AS title, security.class AS class, ids, owners, kind, vehicle, named, became, inside, tenth,
       row.id AS row, coalesce(row.block, row.id) AS block, row.code AS code, row.acquired AS acquired,
       row.tradedOn AS day, row.shares AS shares, CASE WHEN row.tradeValue IS NOT NULL THEN row.price END AS price,
       row.priceLow AS low, row.priceHigh AS high, row.contradicted AS contradicted, row.equitySwap AS swap,
       any(each IN row.said WHERE each STARTS WITH 'disclaims|') AS disclaimed
