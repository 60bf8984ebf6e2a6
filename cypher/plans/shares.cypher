// How much of what is sold is marked as sold under a 10b5-1 plan.
//
// Answers: one row for each issuer: its rows by the box for a Rule 10b5-1 plan that their filing ticks, leaves empty,
// or does not have. The box is one for the whole filing.
//
// Counts: rows of Table I that stand, each block once, of filings with or without a plan. `share` is ticked rows of
// those that have the box. `mentions` are rows not ticked although a footnote that they cite, or the remarks, name a
// plan; a denial, as `not under a 10b5-1 plan`, names none.
//
// Does not see: whether an empty box means no plan: only plans adopted or modified from 27 February 2023 are marked.
// The box came with the forms of 1 April 2023; `tables` counts rows without it because the SEC's tables have none.
//
// @example issuer=MRRW
//
// @param codes  strings = "S"        Transaction codes.
// @param since  date    = 2023-04-01 First transaction date.
// @param until  date    = null       Last transaction date; no end if it is not given.
// @param issuer issuer  = null       Only securities of this issuer.
// @param least  int     = 1          Fewest rows of an issuer.
// @param limit  int     = 100        Most rows, the issuers with the most rows first.
//
// @column issuer   string Issuer name.
// @column ticker   string Trading symbol.
// @column rows     int    Rows of the codes.
// @column ticked   int    Rows of filings whose box is ticked.
// @column unticked int    Rows of filings whose box is empty.
// @column absent   int    Rows of filings without the box.
// @column tables   int    Those of them that were read from the SEC's tables.
// @column mentions int    Rows not ticked that a text says to be under a plan.
// @column share    float  Ticked rows as a part of ticked and unticked ones; absent where there are none.
// @column value    float  Shares times price of all rows, in dollars; absent where no row has both.
// @column planned  float  The same of ticked rows.
// @column unpriced int    Rows that add no value.
// @column filings  int    Filings of the rows.
// @column filing   string The latest of them.
// @column cik      string The issuer's CIK.
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
  AND row.code IN $codes AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
  AND NOT security.derivative
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
WITH issuer, filing, filing.plan10b51 AS box, row, any(each IN row.said WHERE each STARTS WITH 'plan|') AS named
ORDER BY filing.effectiveOn DESC, filing.id DESC
WITH issuer, count(*) AS rows, count(CASE WHEN box THEN 1 END) AS ticked,
     count(CASE WHEN NOT box THEN 1 END) AS unticked,
     count(CASE WHEN box IS NULL AND filing.source = 'tables' THEN 1 END) AS tables,
     count(CASE WHEN named AND NOT coalesce(box, false) THEN 1 END) AS mentions,
     count(row.tradeValue) AS valued, round(sum(row.tradeValue), 2) AS value,
     count(CASE WHEN box THEN row.tradeValue END) AS plans,
     round(sum(CASE WHEN box THEN row.tradeValue END), 2) AS planned,
     collect(DISTINCT filing.id) AS filings
WHERE rows >= $least
RETURN issuer.name AS issuer, issuer.ticker AS ticker, rows, ticked, unticked, rows - ticked - unticked AS absent,
       tables, mentions, CASE WHEN ticked + unticked > 0 THEN 1.0 * ticked / (ticked + unticked) END AS share,
       CASE WHEN valued > 0 THEN value END AS value, CASE WHEN plans > 0 THEN planned END AS planned,
       rows - valued AS unpriced, size(filings) AS filings, filings[0] AS filing, issuer.cik AS cik
ORDER BY rows DESC, issuer, cik
LIMIT $limit
