// Purchases by officers, or by those with a given title.
//
// Purchases are rows of code P: open market or private. A purchase is what one filing buys of one security on one day,
// and stands once, with those of its owners that were officers when they filed. `titles` are words of the title in any
// case, of which one will do: `CEO,Chief Executive`. Filers shorten titles to 30 characters or write `See Remarks`, and
// then the remarks are searched. A row whose price only a footnote tells adds shares and no value.
//
// @param titles     strings = ""         Words of the title; every officer if none are given.
// @param value      float   = 0          Smallest value, in dollars.
// @param since      date    = 2003-01-01 Earliest period of report: on a Form 4, the day of its earliest transaction.
// @param issuer     issuer  = null       Only securities of this issuer.
// @param amendments bool    = false      Whether the rows of amendments count, which often repeat the original's.
// @param limit      int     = 100        Most rows.
//
// @column filedOn  date    Filing date; absent where it is not known.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column officers strings Officers among the owners who filed, by name.
// @column titles   strings Their titles, in the same order.
// @column date     date    Transaction date.
// @column security string  Title of the security.
// @column shares   float   Shares bought.
// @column value    float   Shares times price, in dollars; absent where no row has both.
// @column unpriced int     Rows that add no value: a price or shares in numbers are not there.
// @column filing   string  The filing.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION {code: 'P'}]->(class:Security)
WHERE filing.periodOfReport >= $since AND ($amendments OR NOT filing.amendment) AND NOT class.derivative
WITH company, filing, class, row.date AS date, sum(row.shares) AS shares, round(sum(row.shares * row.price), 2) AS value,
     count(*) - count(row.shares * row.price) AS unpriced, count(*) AS rows
WHERE value >= $value
MATCH (filing)<-[filed:FILED {officer: true}]-(owner:Party)
WITH company, filing, class, date, shares, value, unpriced, rows, owner, coalesce(filed.officerTitle, '') AS title
WHERE size($titles) = 0 OR any(word IN $titles WHERE toLower(title) CONTAINS toLower(word)
  OR (toLower(title) CONTAINS 'remark' AND toLower(coalesce(filing.remarks, '')) CONTAINS toLower(word)))
WITH company, filing, class, date, shares, value, unpriced, rows, owner, title ORDER BY owner.displayName, owner.id
WITH company, filing, class, date, shares, value, unpriced, rows, coalesce(filing.filedOn, filing.periodOfReport) AS day,
     collect(owner.displayName) AS officers, collect(title) AS titles
RETURN filing.filedOn AS filedOn, company.name AS issuer, company.ticker AS ticker, officers, titles, date,
       class.title AS security, shares, CASE WHEN unpriced < rows THEN value END AS value, unpriced, filing.id AS filing
ORDER BY day DESC, filing DESC, class.id, date
LIMIT $limit
