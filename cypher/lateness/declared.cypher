// Rows whose own mark of early or late is contradicted by the dates.
//
// Answers: one row for each transaction that belongs on Form 4 and whose mark is another than its dates tell: `E`,
// which only an early report of what belongs on Form 5 may have; `L` on what came in time; no mark on what came late.
//
// Counts: rows of Form 4, on a Form 5 too. A row that an amendment restates came with the original, one that an
// amendment adds came with the amendment.
//
// Does not see: rows whose due day or filing date is not known, but for the mark `E`. On a Form 4 a late row has no
// mark by EDGAR's own rules, so few filers say `L`: `unmarked` is for those who want to see them all.
//
// @example unmarked=false
// @example
//
// @param unmarked bool   = true       Whether to list what came late and has no mark.
// @param since    date   = 2003-01-01 First transaction date.
// @param until    date   = null       Last transaction date; no end if it is not given.
// @param issuer   issuer = null       Only this issuer.
// @param asFiled  bool   = false      Whether to count what was filed first, without amendments.
// @param limit    int    = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column date     date    Transaction date.
// @column dueOn    date    Day on which it was due.
// @column filedOn  date    Day on which it was filed, the original's if an amendment restates it.
// @column form     string  Form on which it is reported.
// @column code     string  Transaction code.
// @column declared string  Its mark: `E` early, `L` late; absent without one.
// @column computed string  `in time` or `late`, by the dates; absent where they do not tell.
// @column late     int     EDGAR's business days after the due day.
// @column row      string  The row.
// @column filing   string  Its filing.
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
     CASE WHEN filing.amendment AND row.adds IS NULL THEN filing.originalFiledOn ELSE filing.filedOn END AS day
WHERE row.formType = '4' AND row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND (row.timeliness = 'E' OR (row.timeliness = 'L' AND late = 0)
    OR ($unmarked AND row.timeliness IS NULL AND late > 0))
WITH filing, row, late, day ORDER BY row.tradedOn DESC, row.id
LIMIT $limit
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners, row.date AS date, row.dueOn AS dueOn, day AS filedOn,
       filing.form AS form, row.code AS code, row.timeliness AS declared,
       CASE WHEN late > 0 THEN 'late' WHEN late = 0 THEN 'in time' END AS computed, late, row.id AS row,
       filing.id AS filing
ORDER BY date DESC, row
LIMIT $limit
