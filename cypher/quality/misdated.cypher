// Rows whose date is impossible.
//
// Answers: one row for each such row of a filing.
//
// Counts: transactions dated before the Securities Exchange Act of 1934, or after the filing was received or, where
// that is unknown, signed, unless the row is marked as early. The row keeps its date as filed and tells no balance.
//
// Does not see: a wrong date that is possible.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column date     date   Transaction date, as filed.
// @column filedOn  date   Day on which the filing was received; absent where that is not known.
// @column period   date   Period of report: on a Form 4, the day of its earliest transaction.
// @column security string Title of the security, as filed.
// @column shares   float  Shares acquired or disposed of.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.misdated
RETURN row.id AS id, row.date AS date, filing.filedOn AS filedOn, filing.periodOfReport AS period,
       row.titleAsFiled AS security, row.shares AS shares
ORDER BY id
LIMIT $limit
