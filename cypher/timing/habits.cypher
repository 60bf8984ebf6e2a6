// Insiders who trade in the same month year after year, and those who do not.
//
// Answers: one row for each insider who traded at the issuer in each of the `years` years before `year`: `routine` if
// there is a month in which each of these years has a trade, else `opportunistic`. See Cohen, Malloy and Pomorski,
// Decoding Inside Information, Journal of Finance 67(3), 2012.
//
// Counts: days with rows of codes P and S: open market or private, of securities that are no derivatives. Each owner of
// a joint filing counts. A transaction of one block that several holders report counts for the owners of the row that
// leads it. Rows whose direction contradicts their code are left out.
//
// Does not see: why somebody trades in a month; a plan, a bonus or the days on which the issuer allows trades may make
// the habit. Who did not trade in one of the years is not classified.
//
// @example year=2025
//
// @param year    int            The year at whose beginning insiders are classified.
// @param years   int    = 3     Years before it.
// @param issuer  issuer = null  Only this issuer.
// @param apart   bool   = false Whether purchases and sales are classified apart.
// @param asFiled bool   = false Whether to count what was filed first, without amendments.
// @param limit   int    = 100   Most rows.
//
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column insider string  Name, given name first.
// @column code    string  `P` or `S` if they are classified apart, else absent.
// @column kind    string  `routine` or `opportunistic`.
// @column months  strings Months of the habit, by number.
// @column trades  int     Days with trades in these years.
// @column later   int     Days with trades in the year itself.
// @column strays  int     Of these, days in other months than those of the habit.
// @column rows    strings One row of each day in these years.
// @column cik     string  The insider's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code IN ['P', 'S'] AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND row.tradedOn.year >= $year - $years AND row.tradedOn.year <= $year AND NOT security.derivative
  AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
MATCH (filing)<-[:FILED]-(owner:Party)
WITH issuer, owner, CASE WHEN $apart THEN row.code ELSE '' END AS code, row.tradedOn AS day, min(row.id) AS id
ORDER BY day
WITH issuer, owner, code, collect({year: day.year, month: day.month, id: id}) AS days
WITH issuer, owner, code, [each IN days WHERE each.year < $year] AS past,
     [each IN days WHERE each.year = $year] AS later
WHERE all(back IN range(1, $years) WHERE any(each IN past WHERE each.year = $year - back))
WITH issuer, owner, code, past, later, [month IN range(1, 12) WHERE all(back IN range(1, $years)
     WHERE any(each IN past WHERE each.year = $year - back AND each.month = month))] AS months
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owner.displayName AS insider,
       CASE WHEN $apart THEN code END AS code,
       CASE WHEN size(months) > 0 THEN 'routine' ELSE 'opportunistic' END AS kind,
       [month IN months | toString(month)] AS months, size(past) AS trades, size(later) AS later,
       size([each IN later WHERE NOT each.month IN months]) AS strays, [each IN past | each.id] AS rows,
       owner.cik AS cik
ORDER BY issuer, ticker, insider, cik, code, rows
LIMIT $limit
