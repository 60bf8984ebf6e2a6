// The largest purchases and the largest sales of a day, a week, a month.
//
// Purchases are rows of code P and sales rows of code S: open market or private, which the form does not tell apart,
// under a trading plan or not. What one filing, with its amendments, says was bought or sold of one security on one
// day is one trade, and a joint filing's stands once, with all its owners. Trades are ranked by value, purchases and
// sales apart; a row whose price only a footnote tells adds shares and no value, and so does one whose price is, by
// its footnote, that of depositary shares, of which the title says nothing. A trade without a value has no rank.
// Owners who report one block in several filings are not merged: `alike` names the filings to look at.
//
// @param until       date   = null  Last transaction date; the day of the latest filing if it is not given.
// @param days        int    = 30    How many days end with it: 1 for a day, 7 for a week.
// @param issuer      issuer = null  Only securities of this issuer.
// @param derivatives bool   = false Whether derivatives count; their price is that of the derivative.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 20    Most purchases, and most sales.
//
// @column side       string  `purchase` or `sale`.
// @column rank       int     Its place among them, the largest first.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column insiders   strings Owners who filed, by name.
// @column date       date    Transaction date.
// @column security   string  Title of the security.
// @column shares     float   Shares bought or sold.
// @column price      float   Average price of the shares that have one, in dollars.
// @column value      float   Shares times price, in dollars.
// @column unpriced   int     Rows that add no value.
// @column plan       bool    The box for a Rule 10b5-1 plan, which stands for one row or more; absent on older forms.
// @column filedOn    date    Filing date, the original's if it was amended; absent where it is not known.
// @column filing     string  The filing.
// @column amendments strings Amendments of it that state some of the rows.
// @column alike      strings Others with the same shares, balance and day, where a 10 % owner files: maybe the same.
MATCH (filing:Filing)
WHERE $until IS NULL AND filing.periodOfReport IS NOT NULL // so that an index tells
WITH coalesce($until, max(coalesce(filing.filedOn, filing.periodOfReport))) AS last
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company, last // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.code IN ['P', 'S'] AND row.tradedOn <= last AND row.tradedOn > last - duration({days: $days})
  AND ($derivatives OR NOT class.derivative)
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
WITH company, class, filing, row, CASE WHEN row.titleAsFiled =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'
       OR none(ref IN coalesce(row.footnoteRefs, []) WHERE ref STARTS WITH 'price:' AND any(note IN filing.footnotes
         WHERE note STARTS WITH substring(ref, 6) + ':' AND note =~ '(?is).*(deposit[ao]ry|\\bAD[RS]s?\\b).*'))
     THEN row.price END AS price
ORDER BY filing.id
WITH company, class, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date, row.code AS code,
     sum(row.shares) AS shares, max(row.sharesAfter) AS balance,
     round(sum(row.shares * price), 2) AS value, sum(CASE WHEN price IS NOT NULL THEN row.shares END) AS priced,
     count(*) - count(row.shares * price) AS unpriced, count(*) AS rows,
     collect(DISTINCT CASE WHEN filing.lineage IS NOT NULL THEN filing.id END) AS amendments
ORDER BY statement
WITH company, class, date, code, shares, balance, collect({statement: statement, value: value, priced: priced,
     unpriced: unpriced, rows: rows, amendments: amendments}) AS trades
UNWIND trades AS trade
WITH company, class, date, code, shares, trade,
     [each IN trades WHERE balance IS NOT NULL AND each.statement <> trade.statement | each.statement] AS alike
WHERE trade.unpriced < trade.rows
WITH company, class, date, code, shares, trade, alike
ORDER BY trade.value DESC, date DESC, trade.statement, class.id
WITH code, collect({company: company, class: class, date: date, shares: shares, trade: trade, alike: alike}) AS trades
UNWIND range(1, CASE WHEN size(trades) < $limit THEN size(trades) ELSE $limit END) AS rank
WITH code, rank, trades[rank - 1].company AS company, trades[rank - 1].class AS class, trades[rank - 1].date AS date,
     trades[rank - 1].shares AS shares, trades[rank - 1].trade AS trade, trades[rank - 1].alike AS alike,
     trades[rank - 1].trade.statement AS statement
MATCH (filing:Filing {id: statement})<-[filed:FILED]-(owner:Party)
WITH code, rank, company, class, date, shares, trade, alike, filing, filed, owner ORDER BY owner.displayName, owner.id
WITH code, rank, company, class, date, shares, trade, alike, filing, collect(owner.displayName) AS insiders,
     max(CASE WHEN filed.tenPercentOwner THEN 1 ELSE 0 END) AS tenth
RETURN CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS side, rank, company.name AS issuer,
       company.ticker AS ticker, insiders, date, class.title AS security, shares,
       CASE WHEN trade.priced > 0 THEN round(trade.value / trade.priced, 4) END AS price, trade.value AS value,
       trade.unpriced AS unpriced, filing.plan10b51 AS plan, filing.filedOn AS filedOn, filing.id AS filing,
       trade.amendments AS amendments, CASE tenth WHEN 1 THEN alike ELSE [] END AS alike
ORDER BY side, rank
