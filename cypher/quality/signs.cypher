// Transactions whose code and direction contradict each other.
//
// Answers: one row for each transaction that acquires by a code that only disposes of, as a sale (S), or disposes
// of by a code that only acquires, as a purchase (P).
//
// Counts: rows that are marked `contradicted`; P, A and L only acquire, S, D, F, U and H only dispose of. Such rows
// enter no sum of trades.
//
// Does not see: derivatives by the codes P, A, S and D, for filers sell a short call or buy it back; which of the
// two cells is wrong.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column code     string Transaction code.
// @column acquired bool   Whether the row says that it acquires.
// @column expected bool   Whether its code does.
// @column shares   float  Shares acquired or disposed of.
// @column current  bool   Whether no amendment restates the row.
// @column security string Title of the security, as filed.
MATCH (filing:Filing)-[row:TRANSACTION]->(:Security)
WHERE row.contradicted
WITH row ORDER BY row.id
LIMIT $limit
RETURN row.id AS id, row.code AS code, row.acquired AS acquired, NOT row.acquired AS expected, row.shares AS shares,
       row.current AS current, row.titleAsFiled AS security
ORDER BY id
