// The life of every 10b5-1 plan: adopted, traded under and beside, ended.
//
// Answers: one row for each event of a Rule 10b5-1 plan whose day of adoption a text states. `adopted` and `modified`;
// `may trade`, the first day after the shortest wait of a plan adopted from 27 February 2023; `first trade` and
// `trade` under it; `other trade`, `gift` and `exercise` beside it while it runs; `ended`.
//
// Counts: rows that stand, by day, filing and code, each block once; trades are of codes P and S, exercises M, X and C,
// both of Table I. A plan runs from its adoption to its end or, where none is told, to 30 days after its last trade.
// The shortest wait is 90 days for directors and officers, 30 for others. Owners of joint filings are one. `flags`:
// `before 90` or `before 30`, traded within the wait; `old plan ticked` and `new plan unticked`, by the box; `outside
// the plan`; `two plans at once`; `one trade day`; `price outside its range`, which the footnote on the price gives;
// `filed late`, after the day on which it was due.
//
// Does not see: what no filing says: that a plan ended, or its trades that no text puts under it. The wait may be
// longer, up to 120 days, which depends on the day of a 10-Q or 10-K.
//
// @example issuer=MRRW
// @finish ledger
//
// @param issuer issuer = null Only plans for securities of this issuer.
// @param person person = null Only filings of this owner.
// @param limit  int    = 500  Most rows.
//
// @column issuer  string  Issuer name.
// @column owners  strings Owners who filed, by name.
// @column adopted date    The plan, by the day of its adoption or modification.
// @column date    date    Day of the event.
// @column event   string  What happened, in the words above.
// @column days    int     Days since the adoption.
// @column code    string  Transaction code.
// @column shares  float   Shares of the rows.
// @column value   float   Shares times price, in dollars; absent where no row has both.
// @column box     bool    The box for a plan on the filing; absent where it has none.
// @column flags   strings What to look at, in the words above.
// @column text    string  The sentence that tells the adoption or the end, or that puts the rows under the plan.
// @column rows    strings The rows, in the order of the form.
// @column filing  string  The filing; the first that tells it.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(plan:Filing)
WHERE any(each IN plan.said WHERE each STARTS WITH 'plan|' AND size(split(each, '|')[2]) = 10)
MATCH (plan)<-[:FILED]-(owner:Party)
WITH DISTINCT issuer, owner
MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(of:Party)
WHERE of.id = issuer.id
WITH DISTINCT issuer, filing
CALL (filing) {
  MATCH (filing)<-[filed:FILED]-(owner:Party)
  WITH filed, owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.id) AS ids, collect(owner.displayName) AS owners,
         max(filed.director OR filed.officer) AS insider
}
CALL (filing) {
  OPTIONAL MATCH (filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.code IN ['P', 'S', 'G', 'M', 'X', 'C'] AND row.current AND row.contradicted IS NULL
    AND row.tradedOn IS NOT NULL AND coalesce(row.block, row.id) = row.id AND NOT security.derivative
  WITH row ORDER BY row.place
  RETURN collect({id: row.id, on: row.tradedOn, code: row.code, shares: row.shares, value: row.tradeValue,
    said: coalesce(row.said, []), beyond: row.price < row.priceLow * 0.995 - 0.01
    OR row.price > row.priceHigh * 1.005 + 0.01,
    late: coalesce(row.daysLate, row.daysLateAdded, 0) > 0}) AS rows
}
RETURN issuer.id AS id, issuer.name AS issuer, filing.id AS filing, filing.plan10b51 AS box, filing.effectiveOn AS day,
       coalesce(filing.said, []) AS said, coalesce(filing.saidIn, []) AS saidIn, ids, owners,
       coalesce(insider, false) AS insider, [each IN rows WHERE each.id IS NOT NULL] AS rows
ORDER BY issuer, id, day, filing
