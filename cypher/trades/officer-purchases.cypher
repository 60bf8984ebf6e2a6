// Purchases by officers, or by those with a given title.
//
// Answers: each row is what one filing, with its amendments, says was bought of one security on one day, with those of
// its owners who were officers when they filed. `titles` are words of the title in any case, of which one will do:
// `CEO,Chief Executive`. Where a filer writes `See Remarks` for a title, the remarks are searched.
//
// Counts: rows of code P: open market or private. A transaction of one block that several holders report counts once,
// with the officers of all its filings. Rows that say disposed of are left out.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. Filers shorten titles to 30 characters.
//
// @example
//
// @param titles     strings = ""         Words of the title; every officer if none are given.
// @param value      float   = 0          Smallest value, in dollars.
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only securities of this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
//
// @column filedOn    date    Filing date, the original's if it was amended; absent where it is not known.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column officers   strings Officers among the owners who filed, by name.
// @column titles     strings Their titles, in the same order; empty where one is not given.
// @column date       date    Transaction date.
// @column security   string  Title of the security.
// @column shares     float   Shares bought; absent where no row says how many.
// @column value      float   Shares times price, in dollars; absent where no row has both.
// @column unpriced   int     Rows that add no value.
// @column filing     string  The filing.
// @column amendments strings Amendments of it that state some of the rows.
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
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND row.code = 'P' AND row.contradicted IS NULL AND NOT security.derivative
WITH security, row.tradedOn AS date, coalesce(filing.lineage, filing.id) AS statement,
     coalesce(row.block, row.id) AS block, max(row.shares) AS shares, max(row.tradeValue) AS value
WITH security, date, statement, min(block) AS block, CASE WHEN count(shares) > 0 THEN sum(shares) END AS shares,
     round(sum(value), 2) AS value, count(value) AS valued, count(*) - count(value) AS unpriced
WHERE value >= $value
MATCH (filing:Filing {id: statement})<-[filed:FILED {officer: true}]-(owner:Party)
WITH security, date, filing, block, shares, value, valued, unpriced, owner, coalesce(filed.officerTitle, '') AS title
WHERE size($titles) = 0 OR any(word IN $titles WHERE toLower(title) CONTAINS toLower(word)
  OR (toLower(title) CONTAINS 'remark' AND toLower(coalesce(filing.remarks, '')) CONTAINS toLower(word)))
WITH security, date, filing, block, shares, value, valued, unpriced, owner, title
ORDER BY owner.displayName, owner.id, filing.id
WITH security, date, block, collect(DISTINCT owner.displayName) AS officers, collect(title) AS titles,
     min(filing.id) AS statement, max(shares) AS shares, max(value) AS value, max(valued) AS valued,
     min(unpriced) AS unpriced
MATCH (filing:Filing {id: statement})
WITH filing, security, date, officers, titles, shares, value, valued, unpriced, filing.effectiveOn AS day,
     security.id AS key
ORDER BY day DESC, filing.id DESC, key, date
LIMIT $limit
CALL (filing, security, date) {
  MATCH (filing)<-[:AMENDS*1..50]-(part:Filing)-[row:TRANSACTION {code: 'P'}]->(security)
  WHERE row.tradedOn = date AND NOT $asFiled AND row.current
  WITH DISTINCT part.id AS part ORDER BY part
  RETURN collect(part) AS amendments
}
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, officers, titles, date,
       security.title AS security, shares, CASE WHEN valued > 0 THEN value END AS value, unpriced,
       filing.id AS filing, amendments
ORDER BY day DESC, filing DESC, key, date
LIMIT $limit
