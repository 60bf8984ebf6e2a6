// Filings whose rows do not have the places from the first to the last.
//
// `place` counts the rows of a filing from 1; by it balances of one day are put in order.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string Its places, in order.
// @column expected string How many rows there are, which is the last place.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, row.place AS place ORDER BY place
WITH filing, collect(place) AS places, count(*) AS rows
WHERE places <> range(1, rows)
RETURN filing.id AS id, reduce(text = '', each IN places | text + toString(each) + ' ') AS found, toString(rows) AS expected
ORDER BY id, found, expected
LIMIT $limit
