// Sales on the day of an exercise or vesting, and what part of it they are.
//
// Answers: one row for each day of sales in one class by one statement, which is a filing with its amendments. `kind`:
// `all` where 99 % or more was sold; `cover` where a text says that it was sold to cover a tax or a price, or where
// 20 % to 60 % was sold; else `some`.
//
// Counts: rows of Table I that stand, each block once: sales (code S), and what was acquired by codes M and X, or C of
// a right, on that day or, where nothing was, on the nearest of the `days` before. A sale that is said to cover counts
// also where no row tells the vesting. A conversion of one class into another is no exercise.
//
// Does not see: vesting of shares that were reported when they were granted, and sales in another filing.
//
// @example
//
// @param days   int    = 1          Most days from the exercise to the sale.
// @param kind   string = null       Only `all`, `cover` or `some`.
// @param issuer issuer = null       Only securities of this issuer.
// @param person person = null       Only filings of this owner.
// @param since  date   = 2003-01-01 First day.
// @param until  date   = null       Last day; no end if it is not given.
// @param limit  int    = 100        Most rows, the latest first.
//
// @column date      date    Day of the sales.
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column owners    strings Owners who filed, by name.
// @column security  string  Title of the security.
// @column exercised float   Shares acquired; absent where no row tells them.
// @column sold      float   Shares sold.
// @column part      float   Sold, as a part of exercised.
// @column kind      string  `all`, `cover` or `some`.
// @column said      bool    Whether a text says that they were sold to cover.
// @column covers    string  What they cover by the text: `tax`, `price` or `tax and price`.
// @column plan      bool    The box for a Rule 10b5-1 plan; absent on older forms.
// @column text      string  The sentence that says so.
// @column rows      strings Rows of the exercise and of the sales, in the order of the form.
// @column filing    string  The filing.
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
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND row.code IN ['A', 'M', 'X', 'C', 'F', 'S'] AND row.contradicted IS NULL AND row.conversion IS NULL
  AND coalesce(row.block, row.id) = row.id
WITH coalesce(filing.lineage, filing.id) AS statement, filing, row, security
WHERE NOT security.derivative AND (row.code = 'S' OR row.acquired AND row.code IN ['M', 'X', 'C'])
WITH statement, filing, row, security, [each IN row.said WHERE each STARTS WITH 'cover|'][0] AS said
ORDER BY filing.id, row.place
WITH statement, security, collect({row: row, said: said, filing: filing}) AS told
UNWIND [each IN told WHERE each.row.code = 'S'] AS sale
WITH statement, security, told, sale.row.tradedOn AS date, collect(sale) AS sales
WITH statement, security, told, date, sales, reduce(on = null, each IN told | CASE WHEN each.row.code <> 'S'
       AND each.row.tradedOn <= date AND each.row.tradedOn >= date - duration({days: $days})
       AND coalesce(each.row.tradedOn > on, true) THEN each.row.tradedOn ELSE on END) AS on
WITH statement, security, date, sales, [each IN sales WHERE each.said IS NOT NULL][0] AS covering,
     [each IN told WHERE each.row.code <> 'S' AND each.row.tradedOn = on] AS taken
WITH statement, security, date, sales, covering, taken,
     reduce(sum = 0.0, each IN sales | sum + coalesce(each.row.shares, 0.0)) AS sold,
     reduce(sum = 0.0, each IN taken | sum + coalesce(each.row.shares, 0.0)) AS exercised
WHERE exercised > 0 OR covering IS NOT NULL
WITH statement, security, date, sales, covering, taken, sold, exercised,
     CASE WHEN exercised > 0 THEN sold / exercised END AS part
WITH statement, security, date, sales, covering, taken, sold, exercised, part, CASE WHEN part >= 0.99 THEN 'all'
       WHEN covering IS NOT NULL OR part >= 0.2 AND part <= 0.6 THEN 'cover' ELSE 'some' END AS kind
WHERE $kind IS NULL OR kind = $kind
MATCH (filing:Filing {id: coalesce(statement, '')})
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, security, date, sales, covering, taken, sold, exercised, part, kind, owners, asked
WHERE $person IS NULL OR asked > 0
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, owners, security.title AS security,
       CASE WHEN exercised > 0 THEN exercised END AS exercised, sold, part, kind, covering IS NOT NULL AS said,
       split(covering.said, '|')[2] AS covers, filing.plan10b51 AS plan,
       [at IN range(0, size(coalesce(covering.filing.said, [])) - 1)
         WHERE covering.filing.said[at] = covering.said | covering.filing.saidIn[at]][0] AS text,
       [each IN taken + sales | each.row.id] AS rows, filing.id AS filing
ORDER BY date DESC, issuer, filing, rows
LIMIT $limit
