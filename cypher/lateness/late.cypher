// Transactions filed after the day on which they were due.
//
// Answers: one row for each transaction that came late, the latest days first. What belongs on Form 4 is due on the
// second business day after it; a deemed execution date counts in its place if it is at most the third business day
// after it. The days are EDGAR's, not a stock exchange's, and the filing date decides.
//
// Counts: rows of Form 4, on a Form 5 too, and gifts made from 27 February 2023 on. A filing counts a transaction of
// one block once, and several filings that report it each count theirs. A row that an amendment restates came with the
// original, one that an amendment adds came with the amendment. Early reports on a Form 4, shown as `V`, are never
// late.
//
// Does not see: whether a date is wrong: a `period` after it tells that the filer takes another day for the first. Rows
// from before the Form 3 of all their owners are left out, as an issuer's first offering makes them reportable later.
//
// @example
// @example issuer=QFP days=5
// @example person='Cassius Drummond' since=2023-01-01
//
// @param days    int    = 1          Fewest business days late.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param person  person = null       Only filings by this person or organization.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments.
// @param limit   int    = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column date     date    Transaction date.
// @column deemed   date    Deemed execution date, whether it counts or not.
// @column period   date    Period of report: on a Form 4, the day of its earliest transaction.
// @column dueOn    date    Day on which it was due.
// @column filedOn  date    Day on which it was filed, the original's if an amendment restates it.
// @column late     int     EDGAR's business days between them.
// @column calendar int     Days between them.
// @column code     string  Transaction code.
// @column security string  Title of the security.
// @column declared string  The row's own mark: `E` early, `L` late.
// @column plan     bool    The box for a Rule 10b5-1 plan, which stands for one row or more; absent on older forms.
// @column by       string  `amendment` if an amendment added it.
// @column row      string  The row.
// @column filing   string  Its filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security, CASE WHEN row.adds THEN row.daysLateAdded ELSE row.daysLate END AS late,
     CASE WHEN filing.amendment AND row.adds IS NULL THEN filing.originalFiledOn ELSE filing.filedOn END AS day
WHERE late >= $days AND row.formType = '4' AND row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($person IS NULL OR EXISTS { (filing)<-[:FILED]-(:Party {id: coalesce($person, '')}) })
WITH filing, row, security, late, day ORDER BY filing.id, row.place
WITH filing, coalesce(row.block, row.id) AS block,
     collect({row: row, security: security, late: late, day: day})[0] AS one
WITH filing, one.row AS row, one.security AS security, one.late AS late, one.day AS day
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
CALL (filing, issuer) {
  OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
  OPTIONAL MATCH (owner)-[:FILED]->(entry:Filing {form: '3'})-[:CONCERNS]->(issuer)
  WITH owner, min(entry.periodOfReport) AS since ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, collect(coalesce(since, date('0001-01-01'))) AS since
}
WITH issuer, filing, row, security, late, day, owners, since
WHERE any(each IN since WHERE each <= row.date)
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners, row.date AS date, row.deemedDate AS deemed,
       filing.periodOfReport AS period, row.dueOn AS dueOn, day AS filedOn, late,
       duration.inDays(row.dueOn, day).days AS calendar, row.code AS code, security.title AS security,
       row.timeliness AS declared, filing.plan10b51 AS plan, CASE WHEN row.adds THEN 'amendment' END AS by,
       row.id AS row, filing.id AS filing
ORDER BY late DESC, issuer, row
LIMIT $limit
