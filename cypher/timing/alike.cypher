// Pairs of insiders whose trades fall on the same days again and again.
//
// Answers: one row for each issuer, code and two traders with at least `least` trading days each and a score of at
// least `score`. The score is the square of the trading days that they have in common, divided by the product of how
// many each has: 1 if all days are the same. Pairs that hang together, over issuers too, are one `component`.
//
// Counts: days with rows of codes P and S, each by itself: open market or private, of securities that are no
// derivatives. With `within`, a day of one counts for a near day of the other, in part: with `within = 1`, a half for
// the next day. The owners of a joint filing are one trader, and so are all insiders of the issuer whom joint filings
// link. A transaction of one block that several holders report counts once.
//
// Does not see: a reason. Plans that trade on fixed days are alike without anybody's doing: compare `planned`. The
// measure is in the manner of Tamersoy and others, Large-Scale Insider Trading Analysis, 2014; its formula was not
// compared with theirs.
//
// @example least=2 score=0.2 within=3
// @finish alike
//
// @param least   int    = 5          Fewest trading days of each.
// @param score   float  = 0.5        Smallest score.
// @param within  int    = 0          Most days between two trades that count as near.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date; no end if it is not given.
// @param issuer  issuer = null       Only this issuer.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments.
// @param limit   int    = 100        Most rows.
//
// @column component string  The least CIK of those who hang together.
// @column one       strings A trader: an owner, or several who file jointly.
// @column other     strings The other.
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column code      string  Transaction code.
// @column common    float   Trading days in common.
// @column oneDays   int     Trading days of the one.
// @column otherDays int     Trading days of the other.
// @column score     float   From 0 to 1.
// @column planned   int     Days in common on which both trade under a Rule 10b5-1 plan, by box or note.
// @column rows      strings A row of each for every day in common.
// @column cik       string  The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.code IN ['P', 'S'] AND CASE WHEN $asFiled THEN row.original ELSE row.current END AND NOT security.derivative
  AND row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until)
  AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
WITH issuer, filing, collect({id: row.id, code: row.code, day: row.tradedOn, planned: coalesce(row.planned, false)})
     AS rows, split(min(row.holder), '|')[0] AS trader
WITH issuer, collect({filing: filing, rows: rows}) AS told, count(DISTINCT trader) AS traders
WHERE traders > 1
UNWIND told AS each
WITH issuer, each.filing AS filing, each.rows AS rows
MATCH (filing)<-[:FILED]-(owner:Party)-[insider:INSIDER_OF]->(issuer)
UNWIND rows AS row
WITH issuer, insider.unit AS unit, row, owner ORDER BY owner.displayName, owner.id
WITH issuer, unit, row.code AS code, row.day AS day, min(row.id) AS id, collect(DISTINCT owner.displayName) AS names,
     max(CASE WHEN row.planned THEN 1 ELSE 0 END) = 1 AS planned
WITH issuer, code, unit, collect({day: day, names: names, planned: planned, id: id}) AS days
WHERE size(days) >= $least
WITH issuer, code, collect({unit: unit, days: days}) AS traders
WHERE size(traders) > 1
UNWIND traders AS trader
UNWIND trader.days AS each
RETURN issuer.id AS issuer, issuer.name AS name, issuer.ticker AS ticker, issuer.cik AS cik, code, trader.unit AS unit,
       each.day AS day, each.names AS names, each.planned AS planned, each.id AS row
ORDER BY issuer, code, unit, day
