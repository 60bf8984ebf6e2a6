// How trading differs before and after a plan's first trade.
//
// Answers: one row for each Rule 10b5-1 plan whose day of adoption a text states, by the owners of a filing and issuer:
// their market trades in the `days` before the adoption, and in the `days` from the first trade under the plan.
//
// Counts: rows of codes P and S in Table I that stand, each block once. A trade is of a plan if a footnote that it
// cites, or the remarks, name one; or if the box is ticked and no text names one. `otherAfter` are trades outside of
// the plan once it runs. Where another plan of the owners is adopted, the time after ends with that day.
//
// Does not see: trades by a member of a joint filing who files alone, and plans without a stated day. Few filings
// before may mean that the store begins later.
//
// @example issuer=MRRW
//
// @param days   int    = 365  Days before the adoption, and days from the first trade.
// @param issuer issuer = null Only plans for securities of this issuer.
// @param person person = null Only filings of this owner.
// @param limit  int    = 100  Most rows, the latest plans first.
//
// @column issuer       string  Issuer name.
// @column owners       strings Owners who filed, by name.
// @column adopted      date    Day of the adoption, or of a modification.
// @column first        date    Day of the first purchase or sale under it.
// @column until        date    Day on which the next plan was adopted, within the `days`; absent where none was.
// @column tradesBefore int     Rows before the adoption.
// @column sharesBefore float   Their shares, purchases and sales together.
// @column valueBefore  float   Shares times price, in dollars.
// @column tradesAfter  int     Rows from the first trade on.
// @column sharesAfter  float   Their shares.
// @column valueAfter   float   Shares times price, in dollars.
// @column otherAfter   int     Those of them outside of the plan.
// @column others       strings Their rows, the earliest first.
// @column unpriced     int     Rows, before and after, that add no value.
// @column text         string  The sentence that tells the day.
// @column rows         strings All rows from the first trade on, the earliest first.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE any(each IN filing.said WHERE each STARTS WITH 'plan|' AND size(split(each, '|')[2]) = 10)
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.id
  RETURN collect(owner.id) AS ids
}
UNWIND range(0, size(filing.said) - 1) AS at
WITH issuer, filing, ids, filing.said[at] AS said, filing.saidIn[at] AS text
WHERE said STARTS WITH 'plan|' AND size(split(said, '|')[2]) = 10 AND size(ids) > 0
  AND ($person IS NULL OR $person IN ids)
WITH issuer, ids, date(split(said, '|')[2]) AS adopted, text ORDER BY text
WITH issuer, ids, adopted, head(collect(text)) AS text ORDER BY adopted
WITH issuer, ids, collect({on: adopted, text: text}) AS plans
CALL (issuer, ids) { // the trades of the same owners, the planned ones with the day of their plan if it is told
  MATCH (:Party {id: coalesce(ids[0], '')})-[:FILED]->(filing:Filing)-[:CONCERNS]->(of:Party)
  WHERE of.id = issuer.id
  CALL (filing) {
    MATCH (filing)<-[:FILED]-(owner:Party)
    WITH owner ORDER BY owner.id
    RETURN collect(owner.id) AS filers
  }
  WITH filing, filers, ids
  WHERE filers = ids
  MATCH (filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.code IN ['P', 'S'] AND row.current AND row.contradicted IS NULL AND row.tradedOn IS NOT NULL
    AND coalesce(row.block, row.id) = row.id AND NOT security.derivative
  WITH filing, row, [each IN coalesce(row.said, []) WHERE each STARTS WITH 'plan|' | split(each, '|')[2]] AS told
  ORDER BY row.tradedOn, filing.effectiveOn, filing.id, row.place
  RETURN collect({row: row, told: told, planned: size(told) > 0 OR coalesce(filing.plan10b51, false)
    AND none(each IN coalesce(filing.said, []) WHERE each STARTS WITH 'plan|')}) AS trades
}
UNWIND range(0, size(plans) - 1) AS at
WITH issuer, ids, plans, at, plans[at] AS plan, trades,
     [each IN trades WHERE toString(plans[at].on) IN each.told | each.row.tradedOn][0] AS first
WITH issuer, ids, plan, trades, first, [each IN plans[at + 1..] WHERE each.on > first | each.on][0] AS nextOn
WITH issuer, ids, plan, first, CASE WHEN nextOn <= first + duration({days: $days}) THEN nextOn END AS until,
     [each IN trades WHERE each.row.tradedOn < plan.on
       AND each.row.tradedOn >= plan.on - duration({days: $days})] AS before,
     [each IN trades WHERE each.row.tradedOn >= first AND each.row.tradedOn <= first + duration({days: $days})
       AND coalesce(each.row.tradedOn < nextOn, true)] AS after
WHERE first IS NOT NULL
CALL (ids) {
  UNWIND ids AS id
  MATCH (owner:Party {id: coalesce(id, '')})
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
WITH issuer, owners, plan, first, until, before, after,
     [each IN after WHERE NOT each.planned | each.row.id] AS others
RETURN issuer.name AS issuer, owners, plan.on AS adopted, first, until, size(before) AS tradesBefore,
       reduce(sum = 0.0, each IN before | sum + coalesce(each.row.shares, 0.0)) AS sharesBefore,
       round(reduce(sum = 0.0, each IN before | sum + coalesce(each.row.tradeValue, 0.0)), 2) AS valueBefore,
       size(after) AS tradesAfter,
       reduce(sum = 0.0, each IN after | sum + coalesce(each.row.shares, 0.0)) AS sharesAfter,
       round(reduce(sum = 0.0, each IN after | sum + coalesce(each.row.tradeValue, 0.0)), 2) AS valueAfter,
       size(others) AS otherAfter, others, size([each IN before + after WHERE each.row.tradeValue IS NULL]) AS unpriced,
       plan.text AS text, [each IN after | each.row.id] AS rows
ORDER BY adopted DESC, issuer, owners, first, rows
LIMIT $limit
