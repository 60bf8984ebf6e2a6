// Filings marked as under a plan of which only some trades cite it.
//
// Answers: one row for each filing that ticks the box for a Rule 10b5-1 plan, with the rows that a footnote says to be
// under a plan, and those that none says it of. The box is one for the whole filing.
//
// Counts: rows of Table I with codes P, S, M, X, C and G that stand. At least one is said to be under a plan and one is
// not. Shares withheld (code F) are under no plan and need not cite one. Remarks that name a plan cover all rows, so
// such filings are left out.
//
// Does not see: a footnote that speaks for rows which do not cite it.
//
// @example issuer=MRRW
//
// @param issuer issuer = null Only filings about this issuer.
// @param person person = null Only filings of this owner.
// @param since  date   = null First filing date.
// @param limit  int    = 100  Most rows, the latest filings first.
//
// @column filedOn date    Filing date; absent where it is not known.
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column owners  strings Owners who filed, by name.
// @column trades  int     Rows of the codes.
// @column citing  strings Those that are said to be under a plan, in the order of the form.
// @column others  strings Those that are not.
// @column codes   strings Codes of the others, in their order.
// @column text    string  The sentence that names the plan.
// @column filing  string  The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE filing.plan10b51 AND any(each IN filing.said WHERE each STARTS WITH 'plan|')
  AND ($since IS NULL OR filing.effectiveOn >= $since)
MATCH (filing)-[row:TRANSACTION]->(security:Security)
WHERE row.current AND row.code IN ['P', 'S', 'M', 'X', 'C', 'G'] AND NOT security.derivative
WITH issuer, filing, row, any(each IN row.said WHERE each STARTS WITH 'plan|') AS cites
ORDER BY row.place
WITH issuer, filing, count(*) AS trades, collect(CASE WHEN cites THEN row.id END) AS citing,
     collect(CASE WHEN NOT coalesce(cites, false) THEN row END) AS others
WHERE size(citing) > 0 AND size(others) > 0
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH issuer, filing, trades, citing, others, owners, asked, filing.effectiveOn AS day
WHERE $person IS NULL OR asked > 0
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, owners, trades, citing,
       [each IN others | each.id] AS others, [each IN others | each.code] AS codes,
       [at IN range(0, size(filing.said) - 1) WHERE filing.said[at] STARTS WITH 'plan|'
         | filing.saidIn[at]][0] AS text, filing.id AS filing
ORDER BY day DESC, filing DESC
LIMIT $limit
