// Filings whose rows are not numbered from 1 without gaps.
//
// `place` numbers the rows of a filing. It decides which of several balances of one day is the last.
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column found    string How many places there are, with the first and the last.
// @column expected string The same, from the number of rows.
MATCH (filing:Filing)
CALL (filing) {
  MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  RETURN count(row) AS rows, count(DISTINCT row.place) AS places, min(row.place) AS first, max(row.place) AS last
}
WITH filing, rows, toString(rows) + ' from 1 to ' + toString(rows) AS expected,
     toString(places) + ' from ' + coalesce(toString(first), '?') + ' to ' + coalesce(toString(last), '?') AS found
WHERE rows > 0 AND found <> expected
RETURN filing.id AS id, found, expected
ORDER BY id, found, expected
LIMIT $limit
