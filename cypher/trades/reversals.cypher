// Insiders who bought after a run of sales, or sold after a run of purchases.
//
// Purchases are rows of code P and sales rows of code S: open market or private, of securities that are no
// derivatives. All that an insider bought or sold at an issuer on one day is one trade, whether the insider filed
// alone or jointly; a day with both tells no direction and is left out. A turn is a trade after at least `trades` of
// the other kind in a row. A joint filing's turn stands once, with those of its owners who have the same trades behind
// them. Sales to cover taxes and sales under a trading plan are sales here, and trades older than the filings are not
// seen.
//
// @param trades  int    = 3          Least trades in a row the other way.
// @param since   date   = 2003-01-01 First date of the turn.
// @param until   date   = null       Last date of the turn; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100        Most rows.
//
// @column date         date    Transaction date of the turn.
// @column issuer       string  Issuer name.
// @column ticker       string  Trading symbol.
// @column insiders     strings Owners who turned, by name.
// @column turn         string  What they turned to: `purchase` or `sale`.
// @column shares       float   Shares bought or sold that day; absent where no row says how many.
// @column value        float   Shares times price, in dollars; absent where no row has both.
// @column trades       int     Trades in a row the other way, before it.
// @column first        date    Day of the first of them.
// @column last         date    Day of the last of them.
// @column sharesBefore float   Their shares, those of several classes added up; absent where one does not say how many.
// @column filing       string  The filing that reports the turn; of several, the first.
// @column filings      strings The filings that report the trades before it.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.tradedOn IS NOT NULL AND NOT class.derivative
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date, row.code AS code,
     sum(row.shares) AS shares, count(row.shares) AS counted, sum(row.shares * row.price) AS value,
     count(row.shares * row.price) AS priced
MATCH (filing:Filing {id: statement})<-[:FILED]-(owner:Party)
WITH company, owner, date, code, filing, shares, counted, value, priced
ORDER BY date, coalesce(filing.filedOn, filing.periodOfReport), filing.id
WITH company, owner, date, collect(DISTINCT code) AS codes, collect(DISTINCT filing.id) AS filings,
     CASE WHEN sum(counted) > 0 THEN sum(shares) END AS shares,
     CASE WHEN sum(priced) > 0 THEN round(sum(value), 2) END AS value
WHERE size(codes) = 1
WITH company, owner, date, codes[0] AS code, filings, shares, value ORDER BY date
WITH company, owner, collect({date: date, code: code, filings: filings, shares: shares, value: value}) AS trades
UNWIND range(1, size(trades) - 1) AS at
WITH company, owner, trades, at, trades[at] AS turn
WHERE turn.code <> trades[at - 1].code AND turn.date >= $since AND ($until IS NULL OR turn.date <= $until)
WITH company, owner, turn, trades[coalesce(
       [back IN range(1, at) WHERE trades[at - back].code = turn.code | at - back + 1][0], 0
     )..at] AS run
WHERE size(run) >= $trades
WITH company, owner, turn.date AS date, turn.code AS code, turn.filings[0] AS filing, turn.shares AS shares,
     turn.value AS value, size(run) AS trades, run[0].date AS first, run[size(run) - 1].date AS last,
     reduce(sum = 0.0, each IN run | sum + each.shares) AS sharesBefore,
     reduce(all = [], each IN run | all + each.filings) AS filings
ORDER BY owner.displayName, owner.id
WITH company, date, code, filing, shares, value, trades, first, last, sharesBefore, filings,
     collect(owner.displayName) AS insiders
RETURN date, company.name AS issuer, company.ticker AS ticker, insiders,
       CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS turn, shares, value, trades, first, last, sharesBefore,
       filing, filings
ORDER BY date DESC, issuer, company.id, filing DESC, turn, trades DESC, insiders
LIMIT $limit
