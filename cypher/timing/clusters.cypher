// Several insiders of one issuer who buy within days of each other.
//
// Answers: one row for each stretch of `days` days that begins with a purchase and has at least `least` buyers. A
// stretch that begins within an earlier one and has no other buyer is left out.
//
// Counts: rows of code P, or `code`: open market or private, of securities that are no derivatives. The owners of a
// joint filing are one buyer, and so are all insiders of the issuer whom joint filings link. A
// transaction of one block that several holders report counts once. Rows whose direction contradicts their code are
// left out, and with `filed` those of filings without a filing date.
//
// Does not see: buyers who belong together and never file jointly; why they bought. `uniform` may be an offering in
// which all were allotted shares. A price that only a footnote gives adds shares and no value.
//
// @example
//
// @param days    int    = 30         Days of a stretch, the first and the last included.
// @param least   int    = 2          Fewest buyers.
// @param value   float  = 0          Smallest value of all purchases of the stretch, in dollars.
// @param each    float  = 0          Smallest value of one buyer's; who bought for less does not count.
// @param code    string = "P"        `P` for purchases, `S` for sales.
// @param filed   bool   = false      Whether the days are those of filing; an amendment has its original's.
// @param since   date   = 2003-01-01 First day.
// @param until   date   = null       Last day; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments.
// @param limit   int    = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column from     date    Day of the first purchase.
// @column to       date    Day of the last.
// @column buyers   int     Buyers.
// @column names    strings Their owners, by the day of their first purchase.
// @column shares   float   Shares bought; absent where no row says how many.
// @column value    float   Shares times price, in dollars; absent where no row has both.
// @column unpriced int     Rows that add no value.
// @column uniform  bool    Whether all rows have one price.
// @column rows     strings The rows, by day.
// @column cik      string  The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code = $code AND CASE WHEN $asFiled THEN row.original ELSE row.current END AND row.contradicted IS NULL
  AND coalesce(row.block, row.id) = row.id AND NOT security.derivative
WITH issuer, row, filing, split(row.holder, '|')[0] AS trader,
     CASE WHEN NOT $filed THEN row.tradedOn WHEN filing.filedOn IS NOT NULL THEN filing.effectiveOn END AS day
WHERE day >= $since AND ($until IS NULL OR day <= $until)
WITH issuer, collect({row: row, filing: filing, day: day}) AS told, count(DISTINCT trader) AS traders
WHERE traders >= $least
UNWIND told AS each
WITH issuer, each.row AS row, each.filing AS filing, each.day AS day
MATCH (filing)<-[:FILED]-(owner:Party)-[insider:INSIDER_OF]->(issuer)
WITH issuer, day, row, insider.unit AS unit, owner ORDER BY owner.displayName, owner.id
WITH issuer, day, row, min(unit) AS unit, collect(owner.displayName) AS names
ORDER BY day, row.id
WITH issuer, collect({day: day, unit: unit, names: names, id: row.id, shares: row.shares, price: row.price,
     value: row.tradeValue}) AS trades
WITH issuer, trades, reduce(days = [], each IN trades |
       CASE WHEN each.day = days[size(days) - 1] THEN days ELSE days + [each.day] END) AS days
UNWIND days AS start
WITH issuer, start, [each IN trades WHERE each.day >= start AND each.day < start + duration({days: $days})] AS trades
UNWIND trades AS each
WITH issuer, start, trades, each.unit AS unit, sum(each.value) AS value
WHERE $each = 0 OR value >= $each
WITH issuer, start, trades, collect(unit) AS units
WHERE size(units) >= $least
WITH issuer, start, units, [each IN trades WHERE each.unit IN units] AS trades
WITH issuer, start, units, trades, reduce(sum = 0.0, each IN trades | sum + coalesce(each.value, 0.0)) AS value
WHERE value >= $value
WITH issuer, start, units, trades, value ORDER BY start
WITH issuer, collect({start: start, units: units, trades: trades, value: value}) AS all
WITH issuer, reduce(kept = [], each IN all | CASE WHEN size(kept) > 0
       AND each.start < kept[size(kept) - 1].start + duration({days: $days})
       AND all(unit IN each.units WHERE unit IN kept[size(kept) - 1].units) THEN kept ELSE kept + [each] END) AS kept
UNWIND kept AS each
WITH issuer, size(each.units) AS buyers, each.value AS value, each.trades AS trades,
     [trade IN each.trades WHERE trade.value IS NULL] AS unpriced,
     [trade IN each.trades WHERE trade.shares IS NOT NULL] AS sized
RETURN issuer.name AS issuer, issuer.ticker AS ticker, trades[0].day AS from, trades[size(trades) - 1].day AS to,
       buyers,
       reduce(names = [], trade IN trades | names + [name IN trade.names WHERE NOT name IN names]) AS names,
       CASE WHEN size(sized) > 0 THEN reduce(sum = 0.0, trade IN sized | sum + trade.shares) END AS shares,
       CASE WHEN size(unpriced) < size(trades) THEN round(value, 2) END AS value, size(unpriced) AS unpriced,
       coalesce(all(trade IN trades WHERE trade.price = trades[0].price), false) AS uniform,
       [trade IN trades | trade.id] AS rows, issuer.cik AS cik
ORDER BY to DESC, issuer, cik, from
LIMIT $limit
