// Grants, exercises, shares withheld and sales of one owner on one day.
//
// Answers: one row for each day of a statement, which is a filing with its amendments: what was granted (code A),
// exercised or vested (M and X; C of a right), withheld (F) and sold (S) of securities in Table I, and what was kept.
//
// Counts: rows that stand, each block once, where all `parts` are there; M stands for M, X and C. Rows of Table II name
// what was exercised, and their amounts are not added. A conversion of one class into another (code C, at no price) is
// no exercise.
//
// Does not see: one day as a whole where it is reported in two filings.
//
// @example parts=M,S
//
// @param parts  strings = M,F        Codes that must all be there: A, M, F, S.
// @param issuer issuer  = null       Only securities of this issuer.
// @param person person  = null       Only filings of this owner.
// @param since  date    = 2003-01-01 First day.
// @param until  date    = null       Last day; no end if it is not given.
// @param limit  int     = 100        Most rows, the latest first.
//
// @column date      date    The day.
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column owners    strings Owners who filed, by name.
// @column granted   float   Shares of code A.
// @column exercised float   Shares acquired by codes M, X and C.
// @column withheld  float   Shares of code F.
// @column sold      float   Shares of code S.
// @column kept      float   Granted and exercised, less withheld and sold.
// @column exercise  strings Titles of what was exercised, in the order of the form.
// @column plan      bool    The box for a Rule 10b5-1 plan; absent on older forms.
// @column rows      strings The rows, in the order of the form.
// @column filing    string  The filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND row.code IN ['A', 'M', 'X', 'C', 'F', 'S'] AND row.contradicted IS NULL AND row.conversion IS NULL
  AND coalesce(row.block, row.id) = row.id
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
WITH issuer, filing, row, security ORDER BY filing.id, row.place
WITH issuer, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     collect({row: row, title: security.title, derivative: security.derivative}) AS told
WITH issuer, statement, date, told, [each IN told WHERE NOT each.derivative | each.row] AS rows
WITH issuer, statement, date, told,
     reduce(sum = 0.0, row IN rows | sum + CASE WHEN row.code = 'A' AND row.acquired THEN row.shares
       ELSE 0.0 END) AS granted,
     reduce(sum = 0.0, row IN rows | sum + CASE WHEN row.code IN ['M', 'X', 'C'] AND row.acquired THEN row.shares
       ELSE 0.0 END) AS exercised,
     reduce(sum = 0.0, row IN rows | sum + CASE WHEN row.code = 'F' THEN row.shares ELSE 0.0 END) AS withheld,
     reduce(sum = 0.0, row IN rows | sum + CASE WHEN row.code = 'S' THEN row.shares ELSE 0.0 END) AS sold,
     [row IN rows | CASE WHEN row.code IN ['X', 'C'] THEN 'M' ELSE row.code END] AS codes
WHERE all(part IN $parts WHERE part IN codes)
MATCH (filing:Filing {id: coalesce(statement, '')})
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH issuer, filing, date, told, granted, exercised, withheld, sold, owners, asked
WHERE $person IS NULL OR asked > 0
RETURN date, issuer.name AS issuer, issuer.ticker AS ticker, owners, granted, exercised, withheld, sold,
       granted + exercised - withheld - sold AS kept,
       reduce(titles = [], each IN told | CASE WHEN each.derivative AND each.row.code IN ['M', 'X', 'C']
         AND NOT each.title IN titles THEN titles + [each.title] ELSE titles END) AS exercise,
       filing.plan10b51 AS plan, [each IN told | each.row.id] AS rows, filing.id AS filing
ORDER BY date DESC, issuer, filing
LIMIT $limit
