// Gifts reported late or early, before and after 27 February 2023.
//
// Answers: one row for each gift made or received, the latest first. A gift that was made from that day on is due like
// a trade, on the second business day after it. Gifts made before, and gifts received at any time, are due with a Form
// 5, 45 days after the issuer's fiscal year, and may be reported early on a Form 4.
//
// Counts: rows of code G. A transaction of one block counts once. A row that an amendment restates came with the
// original, one that an amendment adds came with the amendment. A gift on a Form 4 that is due with a Form 5 is `early`
// if it came within 45 days, or by the due day of a Form 5 of the issuer's insiders for that fiscal year.
//
// Does not see: the end of the fiscal year where no Form 5 tells it: no year is taken for the calendar's, and `verdict`
// is absent. The forms changed on 1 April 2023, the rule on 27 February.
//
// @example
// @example verdict=late
// @example issuer=TWMA since=2024-01-01
//
// @param verdict string = null       Only `late`, `in time` or `early`.
// @param since   date   = 2003-01-01 First day of a gift.
// @param until   date   = null       Last day of a gift; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments.
// @param limit   int    = 100        Most rows.
//
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column owners  strings Owners who filed, by name.
// @column date    date    Day of the gift.
// @column made    bool    Whether it was made; if not, received.
// @column shares  float   Shares.
// @column regime  string  Form that it is due on: `4` or `5`.
// @column form    string  Form on which it is reported.
// @column dueOn   date    Day on which it was due; absent where it is not known.
// @column filedOn date    Day on which it was filed, the original's if an amendment restates it.
// @column late    int     EDGAR's business days between them; absent where another filing tells the due day.
// @column verdict string  `late`, `in time` or `early`; absent where it is not known.
// @column row     string  The row.
// @column filing  string  Its filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(:Security)
  RETURN filing, row
}
WITH filing, row, CASE WHEN row.adds THEN row.daysLateAdded ELSE row.daysLate END AS late,
     CASE WHEN filing.amendment AND row.adds IS NULL THEN filing.originalFiledOn ELSE filing.filedOn END AS day,
     CASE WHEN NOT row.acquired AND row.tradedOn >= date('2023-02-27') THEN '4' ELSE '5' END AS regime
WHERE row.code = 'G' AND row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END AND coalesce(row.block, row.id) = row.id
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
CALL (issuer, row, regime) { // the Form 5 of the fiscal year, whoever filed it
  UNWIND CASE WHEN regime = '5' AND row.dueOn IS NULL THEN [row.date] ELSE [] END AS on
  MATCH (issuer)<-[:CONCERNS]-(annual:Filing)
  WHERE annual.form = '5' AND annual.periodOfReport >= on AND annual.periodOfReport < on + duration({years: 1})
  RETURN min(annual.dueOn) AS annual
}
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
WITH issuer, filing, row, late, day, regime, owners, coalesce(row.dueOn, annual) AS dueOn
WITH issuer, filing, row, late, day, regime, owners, dueOn, CASE
       WHEN late > 0 OR day > dueOn THEN 'late'
       WHEN regime = '5' AND filing.form STARTS WITH '4' AND (day <= dueOn OR day <= row.date + duration({days: 45}))
         THEN 'early'
       WHEN late = 0 OR day <= dueOn THEN 'in time'
     END AS verdict
WHERE $verdict IS NULL OR verdict = $verdict
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners, row.date AS date, NOT row.acquired AS made,
       row.shares AS shares, regime, filing.form AS form, dueOn, day AS filedOn, late, verdict, row.id AS row,
       filing.id AS filing
ORDER BY date DESC, row
LIMIT $limit
