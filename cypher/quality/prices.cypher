// Prices that cannot be right.
//
// Answers: one row for each such price, with what makes it so. `range`: it is outside the range that its own
// footnote gives, by more than a cent and half a percent. `others`: it is more than `times` the middle price of the
// same security's purchases, sales and withheld shares in the same quarter. `bound`: it is at least `bound` for
// `block` shares or more, and there is no other price of the quarter, or only prices as high that differ widely. A
// total typed into the price box is found by `others` or `bound`; `each` is the price divided by the shares, which
// is the price of one share if that is what happened.
//
// Counts: rows that no amendment restates. `others` and `bound` look at purchases and sales of Table I; prices of
// derivatives are compared with their footnotes only. A price that only a footnote gives is no price.
//
// Does not see: prices that are too low; a total among mostly totals; a range in other currencies than dollars.
//
// @example
//
// @param issuer issuer = null  Only securities of this issuer.
// @param times  float  = 10    How many times the middle price is too much.
// @param bound  float  = 20000 Least price, in dollars, that is implausible by itself.
// @param block  float  = 100   Least shares of such a transaction.
// @param limit  int    = 100   Most rows.
//
// @column id       string The row.
// @column because  string `range`, `others` or `bound`.
// @column price    float  Price as filed.
// @column low      float  Lowest price by the footnote (`range`).
// @column high     float  Highest price: of the footnote (`range`), or the middle of the others (`others`).
// @column shares   float  Shares.
// @column each     float  Price divided by shares.
// @column code     string Transaction code.
// @column date     date   Transaction date.
// @column issuer   string Issuer name.
// @column security string Title of the security, as filed.
// @column filing   string The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
CALL (issuer) {
  MATCH (issuer)-[:ISSUED]->(:Security)<-[row:TRANSACTION]-(filing:Filing)
  WHERE row.current AND row.priceLow IS NOT NULL
    AND (row.price < row.priceLow * 0.995 - 0.01 OR row.price > row.priceHigh * 1.005 + 0.01)
  RETURN row, filing, 'range' AS because, row.priceLow AS low, row.priceHigh AS high
  UNION
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(:Filing)
  WHERE row.current AND row.price > 0 AND row.code IN ['P', 'S', 'F'] AND NOT security.derivative
  WITH security, row.tradedOn.year AS year, (row.tradedOn.month - 1) / 3 AS quarter, max(row.price) AS most,
       min(row.price) AS least, percentileDisc(row.price, 0.5) AS middle, count(*) AS rows
  WHERE most > $times * middle OR (least >= $bound AND (rows = 1 OR most > 2 * least))
  MATCH (security)<-[row:TRANSACTION]-(filing:Filing)
  WHERE row.current AND row.price > 0 AND row.code IN ['P', 'S'] AND row.tradedOn.year = year
    AND (row.tradedOn.month - 1) / 3 = quarter
    AND (row.price > $times * middle OR (least >= $bound AND row.shares >= $block))
  RETURN row, filing, CASE WHEN row.price > $times * middle THEN 'others' ELSE 'bound' END AS because, null AS low,
         CASE WHEN row.price > $times * middle THEN middle END AS high
}
WITH issuer, row, filing, because, low, high ORDER BY issuer.name, issuer.id, row.id, because
LIMIT $limit
RETURN row.id AS id, because, row.price AS price, low, high, row.shares AS shares,
       CASE WHEN row.shares > 0 THEN row.price / row.shares END AS each, row.code AS code, row.date AS date,
       issuer.name AS issuer, row.titleAsFiled AS security, filing.id AS filing
ORDER BY issuer, id, because
