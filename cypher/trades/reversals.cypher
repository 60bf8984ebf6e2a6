// Insiders who bought after a run of sales, or sold after a run of purchases.
//
// Answers: each row is a trade after at least `trades` in a row of the other kind. All that an insider bought or sold
// at an issuer on one day is one trade, filed alone or jointly. Joint filers are in one row if they have the same
// trades behind them.
//
// Counts: rows of codes P and S: open market or private, of securities that are no derivatives; sales to cover taxes
// and under a trading plan too. A transaction of one block counts once. A day with both purchases and sales tells no
// direction and is left out, as are rows whose direction contradicts their code.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. Trades older than the filings are not seen.
//
// @example trades=1
//
// @param trades     int     = 3          Least trades in a row the other way.
// @param since      date    = 2003-01-01 First date of the turn.
// @param until      date    = null       Last date of the turn; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
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
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND row.code IN ['P', 'S'] AND NOT security.derivative AND row.contradicted IS NULL
WITH DISTINCT filing
MATCH (filing)<-[:FILED]-(owner:Party)
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
WITH DISTINCT owner, issuer
CALL (owner, issuer) {
  MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
  MATCH (filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.code IN ['P', 'S'] AND NOT security.derivative AND row.contradicted IS NULL AND row.tradedOn IS NOT NULL
    AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH row.tradedOn AS date, row.code AS code, coalesce(row.block, row.id) AS block, max(row.shares) AS shares,
       max(row.tradeValue) AS value, max(CASE WHEN ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
         AND coalesce(row.planned = $planned, $planned IS NULL)
         AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL) THEN 1 ELSE 0 END) AS kept,
       min(toString(filing.effectiveOn) + ' ' + coalesce(filing.lineage, filing.id)) AS told
  ORDER BY date, told, block
  WITH date, collect(DISTINCT code) AS codes, collect(DISTINCT substring(told, 11)) AS filings, min(block) AS block,
       max(kept) AS kept,
       CASE WHEN count(shares) > 0 THEN sum(shares) END AS shares,
       CASE WHEN count(value) > 0 THEN round(sum(value), 2) END AS value
  WHERE size(codes) = 1
  WITH date, codes[0] AS code, filings, block, kept, shares, value ORDER BY date
  RETURN collect({date: date, code: code, filings: filings, block: block, kept: kept, shares: shares,
    value: value}) AS trades
}
UNWIND range(1, size(trades) - 1) AS at
WITH issuer, owner, trades, at, trades[at] AS turn
WHERE turn.kept = 1 AND turn.code <> trades[at - 1].code AND turn.date >= $since
  AND ($until IS NULL OR turn.date <= $until)
WITH issuer, owner, turn, trades[coalesce(
       [back IN range(1, at) WHERE trades[at - back].code = turn.code | at - back + 1][0], 0
     )..at] AS run
WHERE size(run) >= $trades
WITH issuer, owner, turn.date AS date, turn.code AS code, turn.filings[0] AS filing, turn.block AS block,
     turn.shares AS shares, turn.value AS value, run[0].block AS before, size(run) AS trades,
     run[0].date AS first, run[size(run) - 1].date AS last,
     reduce(sum = 0.0, each IN run | sum + each.shares) AS sharesBefore,
     reduce(all = [], each IN run | all + each.filings) AS filings
ORDER BY filing, owner.displayName, owner.id
WITH issuer, date, code, block, before, shares, value, trades, first, last, sharesBefore, collect(filing)[0] AS filing,
     collect(filings)[0] AS filings, collect(owner.displayName) AS insiders
WITH issuer, issuer.id AS key, date, code, filing, shares, value, trades, first, last, sharesBefore, filings, insiders
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, insiders,
       CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS turn, shares, value, trades, first, last, sharesBefore,
       filing, filings
ORDER BY date DESC, issuer, key, filing DESC, turn, trades DESC, insiders
LIMIT $limit
