// Insiders who bought or sold quarter after quarter and stopped.
//
// Answers: one row for each insider, issuer and code with trades in at least `least` calendar quarters in a row, up to
// the last one with a trade, and then `quiet` whole quarters or more without.
//
// Counts: rows of codes P and S, each by itself: open market or private, of securities that are no derivatives. Each
// owner of a joint filing counts. A transaction of one block that several holders report counts for the owners of the
// row that leads it. The silence lasts to the latest filing about the issuer by anybody, at most to `on`. Insiders who
// ticked the exit box since, or of whom nothing else has been filed, are listed only with `left`.
//
// Does not see: why somebody stopped; a plan may have ended. Nobody has to report leaving: compare `lastSeen`.
//
// @example least=3
//
// @param least   int    = 4     Fewest quarters in a row with trades.
// @param quiet   int    = 3     Fewest whole quarters without.
// @param on      date   = null  The day to count to; that of the issuer's latest filing if it is not given.
// @param left    bool   = false Whether to list those who may have left, too.
// @param issuer  issuer = null  Only this issuer.
// @param asFiled bool   = false Whether to count what was filed first, without amendments.
// @param limit   int    = 100   Most rows.
//
// @column issuer   string Issuer name.
// @column ticker   string Trading symbol.
// @column insider  string Name, given name first.
// @column code     string `P` or `S`.
// @column quarters int    Quarters in a row with trades.
// @column last     date   Day of the last trade.
// @column silent   int    Days since, to the issuer's latest filing.
// @column exited   date   Day of the latest filing, if its exit box is ticked.
// @column lastSeen date   Day of the insider's latest filing about the issuer.
// @column row      string The row of the last trade.
// @column cik      string The insider's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[insider:INSIDER_OF]-(:Party)
WITH issuer, max(CASE WHEN insider.lastSeen > $on THEN $on ELSE insider.lastSeen END) AS day
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code IN ['P', 'S'] AND CASE WHEN $asFiled THEN row.original ELSE row.current END AND NOT security.derivative
  AND row.tradedOn <= day AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
MATCH (filing)<-[:FILED]-(owner:Party)
WITH issuer, day, owner, row.code AS code, row.tradedOn.year * 4 + row.tradedOn.quarter AS quarter,
     max(toString(row.tradedOn) + ' ' + row.id) AS last
ORDER BY quarter
WITH issuer, day, owner, code, collect(quarter) AS quarters, max(last) AS last
WITH issuer, day, owner, code, quarters, quarters[size(quarters) - 1] AS end, date(left(last, 10)) AS traded,
     substring(last, 11) AS row
WHERE day.year * 4 + day.quarter - end - 1 >= $quiet
WITH issuer, day, owner, code, traded, row, size([at IN range(0, size(quarters) - 1)
     WHERE quarters[at] = end - (size(quarters) - 1 - at)]) AS quarters
WHERE quarters >= $least
MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
WHERE filing.effectiveOn <= day
WITH issuer, day, owner, code, traded, row, quarters, filing ORDER BY filing.effectiveOn DESC, filing.id DESC
WITH issuer, day, owner, code, traded, row, quarters, collect(filing) AS filings
WITH issuer, day, owner, code, traded, row, quarters, filings[0] AS latest
WHERE $left OR (NOT coalesce(latest.exit, false) AND NOT row STARTS WITH latest.id + ':')
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owner.displayName AS insider, code, quarters, traded AS last,
       duration.inDays(traded, day).days AS silent, CASE WHEN latest.exit THEN latest.effectiveOn END AS exited,
       latest.effectiveOn AS lastSeen, row, owner.cik AS cik
ORDER BY silent DESC, issuer, insider, cik, code, row
LIMIT $limit
