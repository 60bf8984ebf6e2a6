// How large each purchase or sale is beside what its bucket held before it.
//
// Purchases are rows of code P and sales rows of code S: open market or private. A bucket is a security that is no
// derivative and who or what holds it: an insider's direct shares, those of a joint filing's owners together, each
// trust. What one filing, with its amendments, says was bought or sold in one bucket on one day is one trade. `before`
// is the balance that its first row began with, by the rows themselves; `stated` is the bucket's balance by the row
// just before them. Where the two differ, a row between is missing, or a split, or something else that no row reports.
// A row without a balance in shares has no size.
//
// @param percent float  = 10         Least size in percent; a purchase from nothing has none, and is listed first.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100        Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column insiders  strings Owners who filed, by name.
// @column side      string  `purchase` or `sale`.
// @column date      date    Transaction date.
// @column security  string  Title of the security.
// @column nature    string  Nature of indirect ownership, as filed; absent where it is direct.
// @column shares    float   Shares bought or sold.
// @column before    float   Shares in the bucket before.
// @column after     float   Shares in the bucket after.
// @column percent   float   `shares` in percent of `before`; absent where that is zero.
// @column stated    float   Shares in the bucket by the row before; absent where there is none, or it states none.
// @column statedRow string  That row.
// @column rows      strings The rows of the trade.
// @column filing    string  The filing.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until) AND NOT class.derivative
WITH company, class, collect(DISTINCT row.holder) AS holders
MATCH (class)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
WHERE row.asOf IS NOT NULL AND row.holder IN holders
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, filing, row, coalesce(filing.lineage, filing.id) AS statement
ORDER BY row.asOf, coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport), statement,
         coalesce(row.rank, row.place), filing.id
WITH company, class, row.holder AS holder, collect({
  id: row.id, statement: statement, held: type(row) = 'HOLDING', date: row.tradedOn, code: row.code, nature: row.nature,
  shares: row.shares, after: row.sharesAfter, moved: CASE WHEN row.acquired THEN row.shares ELSE -row.shares END
}) AS rows
UNWIND range(0, size(rows) - 1) AS at
WITH company, class, holder, rows, at, rows[at] AS row, CASE WHEN at > 0 THEN rows[at - 1] END AS prior
WHERE row.code IN ['P', 'S'] AND row.date >= $since AND ($until IS NULL OR row.date <= $until)
WITH company, class, holder, row, at, prior.id AS statedRow, CASE WHEN prior.held THEN reduce(
       sum = 0.0, lot IN [each IN rows WHERE each.held AND each.statement = prior.statement] | sum + lot.after
     ) ELSE prior.after END AS stated
ORDER BY at
WITH company, class, holder, row.statement AS statement, row.date AS date, row.code AS code,
     collect({row: row, stated: stated, statedRow: statedRow}) AS trade
WHERE all(each IN trade WHERE each.row.shares IS NOT NULL AND each.row.after IS NOT NULL)
WITH company, class, holder, statement, date, code, trade, trade[0].row.after AS firstAfter,
     trade[size(trade) - 1].row.after AS after, reduce(sum = 0.0, each IN trade | sum + each.row.shares) AS shares,
     reduce(sum = 0.0, each IN trade | sum + each.row.moved) AS moved
// some filers write the day's last balance in every row
WITH company, class, holder, statement, date, code, trade, after, shares,
     CASE WHEN all(each IN trade WHERE each.row.after = after) THEN after - moved
       ELSE firstAfter - trade[0].row.moved END AS before
WITH company, class, holder, statement, date, code, trade, after, shares, before,
     CASE WHEN before > 0 THEN round(100 * shares / before, 2) END AS percent
WHERE before = 0 OR percent >= $percent
WITH company, class, holder, statement, date, code, trade, after, shares, before, percent
ORDER BY percent IS NULL DESC, percent DESC, date DESC, statement, class.id, holder, code
LIMIT $limit
MATCH (filing:Filing {id: statement})<-[:FILED]-(owner:Party)
WITH company, class, holder, filing, date, code, trade, after, shares, before, percent, owner
ORDER BY owner.displayName, owner.id
WITH company, class, holder, filing, date, code, trade, after, shares, before, percent,
     collect(owner.displayName) AS insiders
RETURN company.name AS issuer, company.ticker AS ticker, insiders,
       CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS side, date, class.title AS security,
       trade[0].row.nature AS nature, shares, before, after, percent, trade[0].stated AS stated,
       trade[0].statedRow AS statedRow, [each IN trade | each.row.id] AS rows, filing.id AS filing
ORDER BY percent IS NULL DESC, percent DESC, date DESC, filing, class.id, holder, code
