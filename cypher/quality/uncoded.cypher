// Transactions without a code.
//
// The code may be left out where all that a transaction needs is said in a footnote, and older filings do. Such a row is kept,
// and counts as neither a purchase nor a sale.
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
