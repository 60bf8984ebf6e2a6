// The largest purchases and the largest sales of a day, a week, a month.
//
// Answers: each row is what one filing, with its amendments, says was bought or sold of one security on one day; a
// joint filing's trade is one row with all its owners. Trades are ranked by value, purchases and sales apart.
//
// Counts: rows of codes P and S: open market or private, under a trading plan or not. A transaction of one block that
// several holders report counts once, and `alike` names the other filings. Rows whose direction contradicts their code
// are left out.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. A trade without a value has no rank.
//
// @example until=2025-03-31
//
// @param until       date    = null  Last transaction date; the day of the latest filing if it is not given.
// @param days        int     = 30    How many days end with it: 1 for a day, 7 for a week.
// @param issuer      issuer  = null  Only securities of this issuer.
// @param roles       strings = ""    Only filings of an owner in one of these roles, as `director,officer`.
// @param planned     bool    = null  Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled  date    = null  Only what was filed on this day or later.
// @param derivatives bool    = false Whether derivatives count; their price is that of the derivative.
// @param asFiled     bool    = false Whether to count what was filed first, without amendments.
// @param limit       int     = 20    Most purchases, and most sales.
//
// @column side       string  `purchase` or `sale`.
// @column rank       int     Its place among them, the largest first.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column insiders   strings Owners who filed, also in the filings of `alike`, by name.
// @column date       date    Transaction date.
// @column security   string  Title of the security.
// @column shares     float   Shares bought or sold.
// @column price      float   Average price of the shares that have one, in dollars.
// @column value      float   Shares times price, in dollars.
// @column unpriced   int     Rows that add no value.
// @column plan       bool    The box for a Rule 10b5-1 plan, which stands for one row or more; absent on older forms.
// @column filedOn    date    Filing date, the original's if it was amended; absent where it is not known.
// @column filing     string  The filing.
// @column amendments strings Amendments of it that state some of the rows.
// @column alike      strings Other filings that report the same transaction of one block; it counts once.
OPTIONAL MATCH (filing:Filing)
WHERE $until IS NULL AND filing.periodOfReport IS NOT NULL // so that an index tells
WITH coalesce($until, max(coalesce(filing.filedOn, filing.periodOfReport))) AS last
WITH last, last - duration({days: $days}) AS before
CALL (last, before) { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn <= last AND row.tradedOn > before
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security, last, before
WHERE row.tradedOn <= last AND row.tradedOn > before
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND row.code IN ['P', 'S'] AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
  AND ($derivatives OR NOT security.derivative)
WITH security, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date, row.code AS code,
     sum(row.shares) AS shares, round(sum(row.tradeValue), 2) AS value, count(row.tradeValue) AS valued,
     sum(CASE WHEN row.tradeValue IS NOT NULL THEN row.shares END) AS priced,
     count(*) - count(row.tradeValue) AS unpriced
WHERE valued > 0
WITH code, security, statement, date, shares, value, priced, unpriced
ORDER BY value DESC, date DESC, statement, security.id
WITH code, collect({security: security, statement: statement, date: date, shares: shares, value: value, priced: priced,
     unpriced: unpriced})[0..$limit] AS trades
UNWIND range(1, size(trades)) AS rank
WITH code, rank, trades[rank - 1] AS trade, trades[rank - 1].security AS security, trades[rank - 1].date AS date,
     trades[rank - 1].statement AS statement
MATCH (filing:Filing {id: coalesce(statement, '')})
CALL (filing, security, date, code) {
  MATCH (filing)<-[:AMENDS*0..50]-(part:Filing)-[row:TRANSACTION {code: code}]->(security)
  WHERE row.tradedOn = date AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH part, row ORDER BY part.id
  RETURN collect(DISTINCT CASE WHEN part.lineage IS NOT NULL THEN part.id END) AS amendments,
         collect(DISTINCT row.block) AS blocks
}
CALL (filing, security, blocks) {
  UNWIND blocks AS block
  MATCH (security)<-[row:TRANSACTION {block: block}]-(other:Filing)
  WHERE CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH DISTINCT filing, coalesce(other.lineage, other.id) AS other ORDER BY other
  RETURN collect(CASE WHEN other <> filing.id THEN other END) AS alike
}
CALL (filing, alike) {
  UNWIND [filing.id] + alike AS id
  MATCH (:Filing {id: coalesce(id, '')})<-[:FILED]-(owner:Party)
  WITH DISTINCT owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS insiders
}
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS side, rank, issuer.name AS issuer,
       issuer.ticker AS ticker, insiders, date, security.title AS security, trade.shares AS shares,
       CASE WHEN trade.priced > 0 THEN round(trade.value / trade.priced, 4) END AS price, trade.value AS value,
       trade.unpriced AS unpriced, filing.plan10b51 AS plan, filing.filedOn AS filedOn, filing.id AS filing, amendments,
       alike
ORDER BY side, rank
