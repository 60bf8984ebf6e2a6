// What transactions other than purchases and sales there are, by code.
//
// Answers: each row is a transaction code in one table of the forms. The codes are the SEC's; none but P and S is a
// decision to buy or sell on a market. V and K are no codes: V is shown where a row is reported early, K where an
// equity swap is part of it.
//
// Counts: a row once, however many owners file it, and a transaction of one block that several holders report once:
// `alike` counts the rows that repeat it. A purchase disposed of or a sale acquired is only counted, in `contradicted`.
// The price of a derivative is what was paid for it, not its exercise price; in Table I, code M has the exercise price
// there.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. A price of 0 is filed as such; a price that only a footnote tells is none.
//
// @example
//
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param market     bool    = false      Whether to list purchases and sales (codes P and S) too.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
//
// @column code       string Transaction code; absent where a row has none.
// @column meaning    string What it means.
// @column derivative bool   Whether the rows are of derivatives (Table II).
// @column rows       int    Rows.
// @column filings    int    Filings, amendments counted with their originals.
// @column insiders   int    Distinct owners; those of a joint filing count as one.
// @column acquired   float  Shares acquired, those of all securities added up; absent where no row acquires any.
// @column disposed   float  Shares disposed of, in the same way.
// @column priced     int    Rows with shares and a price above 0 that is one of these shares.
// @column value      float  Their shares times price, in dollars.
// @column free       int    Rows with a price of 0.
// @column unpriced   int    Rows without such a price, or without shares.
// @column early      int    Rows marked `E`: reported earlier than required.
// @column late       int    Rows marked `L`: reported late.
// @column swaps      int    Rows that involve an equity swap.
// @column alike        int    Rows that repeat a transaction of a block which another row counts.
// @column contradicted int    Rows of code P that dispose, or of code S that acquire; in no other column.
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
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND ($market OR NOT coalesce(row.code, '') IN ['P', 'S'])
WITH filing, row, security.derivative AS derivative, coalesce(row.block, row.id) = row.id AS leads,
     row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id AS counts
WITH row.code AS code, derivative, count(CASE WHEN counts THEN 1 END) AS rows,
     count(DISTINCT CASE WHEN counts THEN coalesce(filing.lineage, filing.id) END) AS filings,
     count(DISTINCT CASE WHEN counts THEN split(row.holder, '|')[0] END) AS insiders,
     sum(CASE WHEN counts AND row.acquired THEN row.shares END) AS acquired,
     count(CASE WHEN counts AND row.acquired THEN row.shares END) AS acquisitions,
     sum(CASE WHEN counts AND NOT row.acquired THEN row.shares END) AS disposed,
     count(CASE WHEN counts AND NOT row.acquired THEN row.shares END) AS disposals,
     sum(CASE WHEN counts AND row.price > 0 THEN row.tradeValue END) AS value,
     count(CASE WHEN counts AND row.price > 0 THEN row.tradeValue END) AS priced,
     count(CASE WHEN counts AND row.price = 0 THEN row.tradeValue END) AS free,
     count(CASE WHEN counts AND row.timeliness = 'E' THEN 1 END) AS early,
     count(CASE WHEN counts AND row.timeliness = 'L' THEN 1 END) AS late,
     count(CASE WHEN counts AND row.equitySwap THEN 1 END) AS swaps,
     count(CASE WHEN NOT leads THEN 1 END) AS alike, count(row.contradicted) AS contradicted
OPTIONAL MATCH (known:TransactionCode {id: coalesce(code, '')})
RETURN code, known.meaning AS meaning, derivative, rows, filings, insiders,
       CASE WHEN acquisitions > 0 THEN acquired END AS acquired, CASE WHEN disposals > 0 THEN disposed END AS disposed,
       priced, CASE WHEN priced > 0 THEN round(value, 2) END AS value, free, rows - priced - free AS unpriced, early,
       late, swaps, alike, contradicted
ORDER BY rows DESC, code, derivative
