// Trades after leaving office, and opposite ones in office within six months.
//
// Answers: one row for each purchase or sale after the filing that ticks the exit box, with the trades in office that
// it is opposite to within less than six months. Rule 16a-2(b) asks for reports of such trades. `verdict` says whether
// there is one that would match with a profit. It is a computation on filings and no legal conclusion.
//
// Counts: rows of Table I that stand, of codes P and S. A trade of the same day as the exit is one in office. An exit
// is the period of report of the filing that ticks the box. The later day is at most the earlier one, six months on,
// less two days.
//
// Does not see: trades after leaving that nobody had to report, and who left without ticking the box. Owners who are no
// officer or director report nothing after they leave, and are left out.
//
// @example
//
// @param issuer issuer = null       Only this issuer.
// @param since  date   = 2003-01-01 First day of leaving.
// @param until  date   = null       Last day of leaving.
// @param limit  int    = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owner    string  Who left.
// @column exited   date    Period of report of the filing that ticks the box.
// @column date     date    Day of the trade after it.
// @column code     string  Transaction code.
// @column shares   float   Shares.
// @column price    float   Price, in dollars.
// @column days     int     Days after leaving.
// @column verdict  string  `profit`, `no profit`, `unpriced`, or `none opposite`.
// @column opposite strings Rows in office that are opposite within six months, the latest first.
// @column exit     string  The filing that ticks the box.
// @column row      string  The row of the trade.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(exit:Filing)<-[filed:FILED]-(owner:Party)
WHERE exit.exit AND exit.lineage IS NULL AND (filed.director OR filed.officer)
  AND exit.periodOfReport >= $since AND coalesce(exit.periodOfReport <= $until, true)
WITH issuer, owner, exit ORDER BY exit.periodOfReport, exit.id
WITH issuer, owner, collect(exit)[0] AS exit
MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
MATCH (filing)-[row:TRANSACTION]->(security:Security)
WHERE row.current AND row.code IN ['P', 'S'] AND row.contradicted IS NULL AND NOT security.derivative
  AND row.tradedOn > exit.periodOfReport AND row.tradedOn <= exit.periodOfReport + duration({months: 6, days: -2})
WITH DISTINCT issuer, owner, exit, row, security
CALL (issuer, owner, exit, row, security) {
  OPTIONAL MATCH (owner)-[:FILED]->(:Filing)-[before:TRANSACTION]->(security)
  WHERE before.current AND before.code IN ['P', 'S'] AND before.code <> row.code AND before.contradicted IS NULL
    AND before.tradedOn <= exit.periodOfReport AND row.tradedOn <= before.tradedOn + duration({months: 6, days: -2})
  WITH DISTINCT row, before ORDER BY before.tradedOn DESC, before.id
  WITH before, CASE row.code WHEN 'S' THEN row.price - before.price ELSE before.price - row.price END AS gain
  RETURN collect(before.id) AS opposite, count(gain) = count(before) AS priced, max(gain) AS gain
}
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owner.displayName AS owner, exit.periodOfReport AS exited,
       row.tradedOn AS date, row.code AS code, row.shares AS shares, row.price AS price,
       duration.inDays(exit.periodOfReport, row.tradedOn).days AS days,
       CASE WHEN opposite = [] THEN 'none opposite' WHEN gain > 0 THEN 'profit' WHEN priced THEN 'no profit'
            ELSE 'unpriced' END AS verdict, opposite, exit.id AS exit, row.id AS row
ORDER BY date DESC, issuer, owner, row
LIMIT $limit
