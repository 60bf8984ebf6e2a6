// The latest purchases of at least a given value.
//
// Answers: each row is what one filing, with its amendments, says was bought of one security on one day, at whatever
// price. The latest filed come first; a joint filing's purchase is one row with all its owners.
//
// Counts: rows of code P: open market or private, which the form does not tell apart. A transaction of one block that
// several holders report counts once, and `alike` names the other filings. Rows that say disposed of are left out.
//
// Does not see: a value where a footnote gives the price, or makes it that of a depositary share or a total: such rows
// add shares and no value. An amendment without its original counts by itself.
//
// @example
//
// @param value       float   = 100000     Smallest value, in dollars.
// @param since       date    = 2003-01-01 First transaction date.
// @param until       date    = null       Last transaction date; no end if it is not given.
// @param issuer      issuer  = null       Only securities of this issuer.
// @param roles       strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned     bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled  date    = null       Only what was filed on this day or later.
// @param derivatives bool    = false      Whether derivatives count; their price is that of the derivative.
// @param asFiled     bool    = false      Whether to count what was filed first, without amendments.
// @param limit       int     = 100        Most rows.
//
// @column filedOn    date    Filing date, the original's if it was amended; absent where it is not known.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column buyers     strings Owners who filed, also in the filings of `alike`, by name.
// @column date       date    Transaction date.
// @column security   string  Title of the security.
// @column shares     float   Shares bought; absent where no row says how many.
// @column price      float   Average price of the shares that have one, in dollars.
// @column value      float   Shares times price, in dollars; absent where no row has both.
// @column unpriced   int     Rows that add no value.
// @column filing     string  The filing.
// @column amendments strings Amendments of it that state some of the rows.
// @column alike      strings Other filings that report the same transaction of one block; it counts once.
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
  AND row.code = 'P' AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
  AND ($derivatives OR NOT security.derivative)
WITH security, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     CASE WHEN count(row.shares) > 0 THEN sum(row.shares) END AS shares, round(sum(row.tradeValue), 2) AS value,
     sum(CASE WHEN row.tradeValue IS NOT NULL THEN row.shares END) AS priced, count(row.tradeValue) AS valued,
     count(*) - count(row.tradeValue) AS unpriced
WHERE value >= $value
MATCH (filing:Filing {id: coalesce(statement, '')})
WITH filing, security, date, shares, value, priced, valued, unpriced, filing.effectiveOn AS day, security.id AS key
ORDER BY day DESC, filing.id DESC, key, date
LIMIT $limit
CALL (filing, security, date) {
  MATCH (filing)<-[:AMENDS*0..50]-(part:Filing)-[row:TRANSACTION {code: 'P'}]->(security)
  WHERE row.tradedOn = date AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH part, row ORDER BY part.id
  RETURN collect(DISTINCT CASE WHEN part.lineage IS NOT NULL THEN part.id END) AS amendments,
         collect(DISTINCT row.block) AS blocks
}
CALL (filing, security, blocks) {
  UNWIND blocks AS block
  MATCH (security)<-[row:TRANSACTION {block: block}]-(other:Filing)
  WHERE CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH DISTINCT filing, coalesce(other.lineage, other.id) AS other ORDER BY other
  RETURN collect(CASE WHEN other <> filing.id THEN other END) AS alike
}
CALL (filing, alike) {
  UNWIND [filing.id] + alike AS id
  MATCH (:Filing {id: coalesce(id, '')})<-[:FILED]-(owner:Party)
  WITH DISTINCT owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS buyers
}
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, buyers, date,
       security.title AS security, shares, CASE WHEN priced > 0 THEN round(value / priced, 4) END AS price,
       CASE WHEN valued > 0 THEN value END AS value, unpriced, filing.id AS filing, amendments, alike
ORDER BY day DESC, filing DESC, key, date
LIMIT $limit
