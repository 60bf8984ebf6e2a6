// What a Form 5 reports that belonged on an earlier form.
//
// Answers: one row for each transaction on a Form 5 that belonged on Form 4, and for each holding that belonged on a
// Form 3: both are late by what the filer says.
//
// Counts: rows that no amendment restates, on Forms 5 and their amendments. `late` is counted from the second business
// day after a transaction; of a holding the filing does not say when it should have been reported.
//
// Does not see: what belongs on Form 5: small acquisitions, gifts received, and gifts made before 27 February 2023.
//
// @example
// @example issuer=HHB
//
// @param issuer issuer = null Only this issuer.
// @param since  date   = null First filing date of the Form 5.
// @param limit  int    = 100  Most rows.
//
// @column kind       string  `transaction` or `holding`.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column owners     strings Owners who filed, by name.
// @column date       date    Transaction date; absent for a holding.
// @column code       string  Transaction code.
// @column security   string  Title of the security.
// @column shares     float   Shares of the transaction, or held.
// @column dueOn      date    Day on which the transaction was due; absent where its date does not tell.
// @column filedOn    date    Filing date of the Form 5; absent where it is not known.
// @column late       int     EDGAR's business days between them.
// @column timeliness string  The row's own mark: `L` late, absent without one.
// @column row        string  The row.
// @column filing     string  The Form 5.
UNWIND ['5', '5/A'] AS form
MATCH (filing:Filing {form: form})-[row:TRANSACTION|HOLDING]->(security:Security)
WHERE row.current AND row.formType = CASE type(row) WHEN 'TRANSACTION' THEN '4' ELSE '3' END
  AND ($since IS NULL OR filing.filedOn >= $since)
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
RETURN toLower(type(row)) AS kind, issuer.name AS issuer, issuer.ticker AS ticker, owners, row.date AS date,
       row.code AS code, security.title AS security, coalesce(row.shares, row.sharesAfter) AS shares,
       row.dueOn AS dueOn, filing.filedOn AS filedOn,
       CASE WHEN row.adds THEN row.daysLateAdded ELSE row.daysLate END AS late, row.timeliness AS timeliness,
       row.id AS row, filing.id AS filing
ORDER BY filedOn DESC, row
LIMIT $limit
