// What transactions other than purchases and sales there are, by code.
//
// One row for each code and table. A row counts once, however many owners file it. The codes are the SEC's; none of
// the others is a decision to buy or sell on a market. V and K are no codes: V is shown where a row is reported early,
// K where an equity swap is part of it. The price of a derivative is what was paid for the derivative, not its
// exercise price; in Table I, code M has the exercise price there. A price of 0 is filed as such; a price that only a
// footnote tells is none. Owners who report one block in several filings are not merged: `alike` tells how much may be
// counted twice.
//
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param market  bool   = false      Whether to list purchases and sales (codes P and S) too.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
//
// @column code       string Transaction code; absent where a row has none.
// @column meaning    string What it means.
// @column derivative bool   Whether the rows are of derivatives (Table II).
// @column rows       int    Rows.
// @column filings    int    Filings, amendments counted with their originals.
// @column insiders   int    Distinct owners; those of a joint filing count as one.
// @column acquired   float  Shares acquired, those of all securities added up; absent where no row acquires any.
// @column disposed   float  Shares disposed of, in the same way.
// @column priced     int    Rows with shares and a price above 0.
// @column value      float  Their shares times price, in dollars.
// @column free       int    Rows with a price of 0.
// @column unpriced   int    Rows without a price, or without shares.
// @column early      int    Rows marked `E`: reported earlier than required.
// @column late       int    Rows marked `L`: reported late.
// @column swaps      int    Rows that involve an equity swap.
// @column alike      int    Rows with the shares, balance and day of another filing, where a 10 % owner files.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until)
  AND ($market OR NOT coalesce(row.code, '') IN ['P', 'S'])
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH class, coalesce(filing.lineage, filing.id) AS statement, row.code AS code, row.tradedOn AS date, count(*) AS rows,
     max(row.sharesAfter) AS balance, sum(CASE WHEN row.acquired THEN row.shares END) AS acquired,
     count(CASE WHEN row.acquired THEN row.shares END) AS acquisitions,
     sum(CASE WHEN NOT row.acquired THEN row.shares END) AS disposed,
     count(CASE WHEN NOT row.acquired THEN row.shares END) AS disposals,
     sum(CASE WHEN row.price > 0 THEN row.shares * row.price END) AS value,
     count(CASE WHEN row.price > 0 THEN row.shares END) AS priced,
     count(CASE WHEN row.price = 0 THEN row.shares END) AS free,
     count(CASE row.timeliness WHEN 'E' THEN 1 END) AS early, count(CASE row.timeliness WHEN 'L' THEN 1 END) AS late,
     count(CASE WHEN row.equitySwap THEN 1 END) AS swaps
MATCH (:Filing {id: statement})<-[filed:FILED]-(owner:Party)
WITH class, statement, code, date, rows, balance, acquired, acquisitions, disposed, disposals, value, priced, free,
     early, late, swaps, filed, owner
ORDER BY owner.id
WITH class, statement, code, date, rows, balance, acquired, acquisitions, disposed, disposals, value, priced, free,
     early, late, swaps, collect(owner.id) AS owners, max(CASE WHEN filed.tenPercentOwner THEN 1 ELSE 0 END) AS tenth
ORDER BY statement
WITH class, code, date, balance, acquired, disposed, collect({
  statement: statement, owners: owners, tenth: tenth, rows: rows, acquisitions: acquisitions, disposals: disposals,
  value: value, priced: priced, free: free, early: early, late: late, swaps: swaps
}) AS days
UNWIND range(0, size(days) - 1) AS at
WITH class.derivative AS derivative, code, acquired, disposed, days[at].statement AS statement, days[at].rows AS rows,
     days[at].owners AS owners, days[at].acquisitions AS acquisitions, days[at].disposals AS disposals,
     days[at].value AS value, days[at].priced AS priced, days[at].free AS free, days[at].early AS early,
     days[at].late AS late, days[at].swaps AS swaps,
     CASE WHEN at > 0 AND balance IS NOT NULL AND days[at].tenth = 1 THEN days[at].rows ELSE 0 END AS alike
WITH code, derivative, sum(rows) AS rows, count(DISTINCT statement) AS filings, count(DISTINCT owners) AS insiders,
     sum(alike) AS alike, sum(acquired) AS acquired, sum(acquisitions) AS acquisitions, sum(disposed) AS disposed,
     sum(disposals) AS disposals, sum(value) AS value, sum(priced) AS priced, sum(free) AS free, sum(early) AS early,
     sum(late) AS late, sum(swaps) AS swaps
RETURN code, {
         P: 'Open market or private purchase', S: 'Open market or private sale',
         A: 'Grant, award or other acquisition under Rule 16b-3(d)', D: 'Disposition to the issuer under Rule 16b-3(e)',
         F: 'Shares delivered or withheld to pay an exercise price or tax',
         I: 'Discretionary transaction under Rule 16b-3(f)',
         M: 'Exercise or conversion of a derivative exempt under Rule 16b-3', C: 'Conversion of a derivative',
         E: 'Expiration of a short derivative position',
         H: 'Expiration or cancellation of a long derivative position with value received',
         O: 'Exercise of an out-of-the-money derivative', X: 'Exercise of an in-the-money or at-the-money derivative',
         G: 'Bona fide gift', L: 'Small acquisition under Rule 16a-6',
         W: 'Acquisition or disposition by will or the laws of descent',
         Z: 'Deposit into or withdrawal from a voting trust',
         J: 'Other acquisition or disposition, described in a footnote',
         U: 'Disposition by tender in a change of control'
       }[code] AS meaning, derivative, rows, filings, insiders,
       CASE WHEN acquisitions > 0 THEN acquired END AS acquired, CASE WHEN disposals > 0 THEN disposed END AS disposed,
       priced, CASE WHEN priced > 0 THEN round(value, 2) END AS value, free, rows - priced - free AS unpriced, early,
       late, swaps, alike
ORDER BY rows DESC, code, derivative
