// The latest purchases of at least a given value.
//
// Purchases are rows of code P: open market or private, which the form does not tell apart. What one filing, with its
// amendments, says was bought of one security on one day at whatever price is one purchase; a joint filing's stands
// once, with all its owners. The latest are the latest filed; an amendment counts with its original, or by itself
// where that is not here. A row whose price only a footnote tells adds shares and no value; so does one whose price
// is, by its footnote, that of depositary shares, of which the title says nothing. Owners who report one block in
// several filings are not merged: `alike` names the filings to look at.
//
// @param value       float  = 100000     Smallest value, in dollars.
// @param since       date   = 2003-01-01 First transaction date.
// @param until       date   = null       Last transaction date; no end if it is not given.
// @param issuer      issuer = null       Only securities of this issuer.
// @param derivatives bool   = false      Whether purchases of derivatives count; their price is that of the derivative.
// @param asFiled     bool   = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100        Most rows.
//
// @column filedOn    date    Filing date, the original's if it was amended; absent where it is not known.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column buyers     strings Owners who filed, by name.
// @column date       date    Transaction date.
// @column security   string  Title of the security.
// @column shares     float   Shares bought; absent where no row says how many.
// @column price      float   Average price of the shares that have one, in dollars.
// @column value      float   Shares times price, in dollars; absent where no row has both.
// @column unpriced   int     Rows that add no value.
// @column filing     string  The filing.
// @column amendments strings Amendments of it that state some of the rows.
// @column alike      strings Others with the same shares, balance and day, where a 10 % owner files: maybe the same.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION {code: 'P'}]->(class:Security)
WHERE row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until) AND ($derivatives OR NOT class.derivative)
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, filing, row, CASE WHEN row.titleAsFiled =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'
       OR none(ref IN coalesce(row.footnoteRefs, []) WHERE ref STARTS WITH 'price:' AND any(note IN filing.footnotes
         WHERE note STARTS WITH substring(ref, 6) + ':' AND note =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'))
     THEN row.price END AS price
ORDER BY filing.id
WITH company, class, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     CASE WHEN count(row.shares) > 0 THEN sum(row.shares) END AS shares, max(row.sharesAfter) AS balance,
     round(sum(row.shares * price), 2) AS value, sum(CASE WHEN price IS NOT NULL THEN row.shares END) AS priced,
     count(*) - count(row.shares * price) AS unpriced, count(*) AS rows,
     collect(DISTINCT CASE WHEN filing.lineage IS NOT NULL THEN filing.id END) AS amendments
ORDER BY statement
WITH company, class, date, shares, balance, collect({statement: statement, value: value, priced: priced,
     unpriced: unpriced, rows: rows, amendments: amendments}) AS purchases
UNWIND purchases AS purchase
WITH company, class, date, shares, purchase.statement AS statement, purchase.value AS value, purchase.priced AS priced,
     purchase.unpriced AS unpriced, purchase.rows AS rows, purchase.amendments AS amendments,
     [each IN purchases WHERE balance IS NOT NULL AND each.statement <> purchase.statement | each.statement] AS alike
WHERE value >= $value
MATCH (filing:Filing {id: statement})
WITH company, class, filing, date, shares, value, priced, unpriced, rows, amendments, alike,
     coalesce(filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.id DESC, class.id, date
LIMIT $limit
MATCH (filing)<-[filed:FILED]-(owner:Party)
WITH company, class, filing, date, shares, value, priced, unpriced, rows, amendments, alike, day, filed, owner
ORDER BY owner.displayName, owner.id
WITH company, class, filing, date, shares, value, priced, unpriced, rows, amendments, alike, day,
     collect(owner.displayName) AS buyers, max(CASE WHEN filed.tenPercentOwner THEN 1 ELSE 0 END) AS tenth
RETURN filing.filedOn AS filedOn, company.name AS issuer, company.ticker AS ticker, buyers, date,
       class.title AS security, shares, CASE WHEN priced > 0 THEN round(value / priced, 4) END AS price,
       CASE WHEN unpriced < rows THEN value END AS value, unpriced, filing.id AS filing, amendments,
       CASE tenth WHEN 1 THEN alike ELSE [] END AS alike
ORDER BY day DESC, filing DESC, class.id, date
