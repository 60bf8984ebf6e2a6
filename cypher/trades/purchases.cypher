// The latest purchases of at least a given value.
//
// Purchases are rows of code P: open market or private, which the form does not tell apart. The rows of one filing that
// buy one security on one day at whatever price are one purchase; a joint filing's purchase stands once, with all its
// owners. A row whose price only a footnote tells adds shares and no value. The latest are the latest filed. Amendments
// often repeat the rows of the original and are left out unless asked for.
//
// @param value       float = 100000     Smallest value, in dollars.
// @param since       date  = 2003-01-01 Earliest period of report: on a Form 4, the day of its earliest transaction.
// @param issuer      issuer = null      Only securities of this issuer.
// @param derivatives bool  = false      Whether purchases of derivatives count; their price is that of the derivative.
// @param amendments  bool  = false      Whether the rows of amendments count.
// @param limit       int   = 100        Most rows.
//
// @column filedOn  date    Filing date; absent where it is not known.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column buyers   strings Owners who filed, by name.
// @column date     date    Transaction date.
// @column security string  Title of the security.
// @column shares   float   Shares bought.
// @column price    float   Average price of the shares that have one, in dollars.
// @column value    float   Shares times price, in dollars; absent where no row has both.
// @column unpriced int     Rows that add no value: a price or shares in numbers are not there.
// @column filing   string  The filing.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION {code: 'P'}]->(class:Security)
WHERE filing.periodOfReport >= $since AND ($amendments OR NOT filing.amendment) AND ($derivatives OR NOT class.derivative)
WITH company, filing, class, row.date AS date, sum(row.shares) AS shares, round(sum(row.shares * row.price), 2) AS value,
     sum(CASE WHEN row.price IS NOT NULL THEN row.shares ELSE 0.0 END) AS priced,
     count(*) - count(row.shares * row.price) AS unpriced, count(*) AS rows
WHERE value >= $value
WITH company, filing, class, date, shares, value, priced, unpriced, rows,
     coalesce(filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.id DESC, class.id, date
LIMIT $limit
MATCH (filing)<-[:FILED]-(owner:Party)
WITH company, filing, class, date, shares, value, priced, unpriced, rows, day, owner ORDER BY owner.displayName, owner.id
WITH company, filing, class, date, shares, value, priced, unpriced, rows, day, collect(owner.displayName) AS buyers
RETURN filing.filedOn AS filedOn, company.name AS issuer, company.ticker AS ticker, buyers, date,
       class.title AS security, shares, CASE WHEN priced > 0 THEN round(value / priced, 4) END AS price,
       CASE WHEN unpriced < rows THEN value END AS value, unpriced, filing.id AS filing
ORDER BY day DESC, filing DESC, class.id, date
