// Purchases by officers, or by those with a given title.
//
// Purchases are rows of code P: open market or private. What one filing, with its amendments, says was bought of one
// security on one day is one purchase, and stands once, with those of its owners that were officers when they filed.
// `titles` are words of the title in any case, of which one will do: `CEO,Chief Executive`. Filers shorten titles to
// 30 characters or write `See Remarks`, and then the remarks are searched. A row whose price only a footnote tells
// adds shares and no value; so does one whose price is, by its footnote, that of depositary shares, of which the title
// says nothing.
//
// @param titles  strings = ""         Words of the title; every officer if none are given.
// @param value   float   = 0          Smallest value, in dollars.
// @param since   date    = 2003-01-01 First transaction date.
// @param until   date    = null       Last transaction date; no end if it is not given.
// @param issuer  issuer  = null       Only securities of this issuer.
// @param asFiled bool    = false      Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int     = 100        Most rows.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION {code: 'P'}]->(class:Security)
WHERE row.tradedOn >= $since AND ($until IS NULL OR row.tradedOn <= $until) AND NOT class.derivative
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, filing, row, CASE WHEN row.titleAsFiled =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'
       OR none(ref IN coalesce(row.footnoteRefs, []) WHERE ref STARTS WITH 'price:' AND any(note IN filing.footnotes
         WHERE note STARTS WITH substring(ref, 6) + ':' AND note =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'))
     THEN row.price END AS price
ORDER BY filing.id
WITH company, class, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     CASE WHEN count(row.shares) > 0 THEN sum(row.shares) END AS shares, round(sum(row.shares * price), 2) AS value,
     count(*) - count(row.shares * price) AS unpriced, count(*) AS rows,
     collect(DISTINCT CASE WHEN filing.lineage IS NOT NULL THEN filing.id END) AS amendments
WHERE value >= $value
MATCH (filing:Filing {id: statement})<-[filed:FILED {officer: true}]-(owner:Party)
WITH company, class, filing, date, shares, value, unpriced, rows, amendments, owner,
     coalesce(filed.officerTitle, '') AS title
WHERE size($titles) = 0 OR any(word IN $titles WHERE toLower(title) CONTAINS toLower(word)
  OR (toLower(title) CONTAINS 'remark' AND toLower(coalesce(filing.remarks, '')) CONTAINS toLower(word)))
WITH company, class, filing, date, shares, value, unpriced, rows, amendments, owner, title
ORDER BY owner.displayName, owner.id
WITH company, class, filing, date, shares, value, unpriced, rows, amendments,
     coalesce(filing.filedOn, filing.periodOfReport) AS day, collect(owner.displayName) AS officers,
     collect(title) AS titles
RETURN filing.filedOn AS filedOn, company.name AS issuer, company.ticker AS ticker, officers, titles, date,
       class.title AS security, shares, CASE WHEN unpriced < rows THEN value END AS value, unpriced,
       filing.id AS filing, amendments
ORDER BY day DESC, filing DESC, class.id, date
LIMIT $limit
