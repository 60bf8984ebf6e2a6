// Transactions without a code.
//
// Answers: one row for each such row of a filing.
//
// Counts: both tables; older filings leave the code out where a footnote says it all. Such a row is neither a purchase
// nor a sale.
//
// Does not see: the code that a footnote means.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string  The row.
// @column date     date    Transaction date.
// @column acquired bool    Whether it acquires.
// @column shares   float   Shares acquired or disposed of.
// @column security string  Title of the security, as filed.
MATCH (filing:Filing)-[row:TRANSACTION]->(:Security)
WHERE row.code IS NULL
RETURN row.id AS id, row.date AS date, row.acquired AS acquired, row.shares AS shares, row.titleAsFiled AS security
ORDER BY id
LIMIT $limit
