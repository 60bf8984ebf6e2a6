// Shares withheld for tax, and the rate that implies.
//
// Answers: one row for each day of shares withheld in one class by one statement, which is a filing with its
// amendments. `rate` is the part of what vested that day which was withheld.
//
// Counts: rows of code F in Table I that stand, each block once. What vested are shares acquired that day by codes M,
// X, C and A, but for an award that vests later by its note. `pays` is what a text says was paid: `tax`, `price` or
// `tax and price`; else `tax`, or `price or tax` where an option or a warrant was exercised that day.
//
// Does not see: a rate where shares may pay an exercise price, and where no row tells the vesting: restricted stock is
// reported when it is granted.
//
// @example
//
// @param issuer issuer = null       Only securities of this issuer.
// @param person person = null       Only filings of this owner.
// @param since  date   = 2003-01-01 First day.
// @param until  date   = null       Last day; no end if it is not given.
// @param limit  int    = 100        Most rows, the latest first.
//
// @column date     date    The day.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column security string  Title of the security.
// @column withheld float   Shares withheld.
// @column value    float   Shares times price, in dollars; absent where no row has both.
// @column vested   float   Shares acquired that day; absent where no row tells them.
// @column rate     float   Withheld, as a part of vested.
// @column pays     string  What the shares pay, in the words above.
// @column text     string  The sentence that says so.
// @column rows     strings Rows of the vesting and of the shares withheld, in the order of the form.
// @column filing   string  The filing.
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
  AND row.code IN ['A', 'M', 'X', 'C', 'F'] AND row.contradicted IS NULL AND row.conversion IS NULL
  AND coalesce(row.block, row.id) = row.id AND (row.code = 'F' OR row.acquired OR security.derivative)
WITH filing, row, security, any(each IN row.said WHERE each STARTS WITH 'vesting|'
       AND split(each, '|')[2] IN ['monthly', 'quarterly', 'yearly', 'once']) AS later,
     [each IN row.said WHERE each STARTS WITH 'withheld|'][0] AS said
ORDER BY filing.id, row.place
WITH coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date, collect({row: row, security: security,
     later: coalesce(later, false), said: said, filing: filing}) AS told
WHERE any(each IN told WHERE each.row.code = 'F' AND NOT each.security.derivative)
UNWIND [each IN told WHERE each.row.code = 'F' AND NOT each.security.derivative] AS kept
WITH statement, date, told, kept.security AS security, collect(kept) AS kept
WITH statement, date, security, kept, [each IN kept WHERE each.said IS NOT NULL][0] AS saying,
     any(each IN told WHERE each.security.derivative AND each.row.code IN ['M', 'X'] AND coalesce(
       each.row.exercisePrice > 0, any(word IN ['option', 'warrant'] WHERE toLower(each.security.title) CONTAINS word)))
       AS priced,
     [each IN told WHERE each.security.id = security.id AND each.row.code IN ['M', 'X', 'C', 'A']
       AND NOT each.later] AS taken
WITH statement, date, security, kept, saying, priced, taken,
     reduce(sum = 0.0, each IN kept | sum + coalesce(each.row.shares, 0.0)) AS withheld,
     [each IN kept WHERE each.row.tradeValue IS NOT NULL | each.row.tradeValue] AS values,
     reduce(sum = 0.0, each IN taken | sum + coalesce(each.row.shares, 0.0)) AS vested
MATCH (filing:Filing {id: coalesce(statement, '')})
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, date, security, kept, saying, priced, taken, withheld, values, vested, owners, asked
WHERE $person IS NULL OR asked > 0
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, owners, security.title AS security, withheld,
       CASE WHEN size(values) > 0 THEN round(reduce(sum = 0.0, each IN values | sum + each), 2) END AS value,
       CASE WHEN vested > 0 THEN vested END AS vested,
       CASE WHEN vested >= withheld AND NOT priced THEN withheld / vested END AS rate,
       coalesce(split(saying.said, '|')[2], CASE WHEN priced THEN 'price or tax' ELSE 'tax' END) AS pays,
       [at IN range(0, size(coalesce(saying.filing.said, [])) - 1)
         WHERE saying.filing.said[at] = saying.said | saying.filing.saidIn[at]][0] AS text,
       [each IN taken + kept | each.row.id] AS rows, filing.id AS filing
ORDER BY date DESC, issuer, filing, rows
LIMIT $limit
