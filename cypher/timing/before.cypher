// Trades in the days before dates that you name.
//
// Answers: one row for each date and each row that reports a transaction in the `days` days before it. The date
// itself does not count.
//
// Counts: rows of the given codes, of securities that are no derivatives, by transaction date, whenever they were
// filed. A transaction of one block that several holders report is one row, and `alike` names the other filings. Rows
// whose date cannot be, or whose direction contradicts their code, are left out.
//
// Does not see: what happened on a date, or what its news did to the price: the forms have neither. `plan` is the box
// of the whole filing; `planSaid` is the adoption day of a Rule 10b5-1 plan that a footnote or the remarks name.
//
// @example dates=2024-06-17 issuer=MRRW
//
// @param dates   strings         Days, as `2024-05-01,2024-08-01`.
// @param days    int     = 14    Days before each.
// @param codes   strings = "P,S,G" Codes that count.
// @param issuer  issuer  = null  Only this issuer.
// @param asFiled bool    = false Whether to count what was filed first, without amendments.
// @param limit   int     = 100   Most rows.
//
// @column event    date    The day named.
// @column before   int     Days before it.
// @column date     date    Transaction date.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column code     string  Transaction code.
// @column acquired bool    Whether shares were acquired.
// @column security string  Title of the security.
// @column shares   float   Shares.
// @column price    float   Price per share, in dollars.
// @column value    float   Shares times price, in dollars.
// @column filedOn  date    Filing date.
// @column plan     bool    The box for a Rule 10b5-1 plan; absent on older forms.
// @column planSaid string  Day, or month, on which the plan that a note names was adopted; empty if it names none.
// @column alike    strings Other filings that report the same transaction of one block.
// @column row      string  The row.
UNWIND $dates AS text
WITH DISTINCT date(text) AS event
WITH event, event - duration({days: $days}) AS first
CALL (event, first) { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= first AND row.tradedOn < event
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH event, first, filing, row, security
WHERE row.tradedOn >= first AND row.tradedOn < event AND row.code IN $codes AND NOT security.derivative
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND row.contradicted IS NULL AND coalesce(row.block, row.id) = row.id
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
WITH event, filing, row, security, issuer, duration.inDays(row.tradedOn, event).days AS before, row.id AS id
ORDER BY event, before, issuer.name, issuer.id, id
LIMIT $limit
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
CALL (row, security, filing) {
  MATCH (security)<-[same:TRANSACTION]-(other:Filing)
  WHERE same.block = row.block AND other.id <> filing.id
    AND CASE WHEN $asFiled THEN same.original ELSE same.current END
  WITH DISTINCT other.id AS other ORDER BY other
  RETURN collect(other) AS alike
}
RETURN event, before, row.tradedOn AS date, issuer.name AS issuer, issuer.ticker AS ticker, owners, row.code AS code,
       row.acquired AS acquired, security.title AS security, row.shares AS shares, row.price AS price,
       row.tradeValue AS value, filing.filedOn AS filedOn, filing.plan10b51 AS plan,
       [each IN coalesce(row.said, []) WHERE each STARTS WITH 'plan|' | split(each, '|')[2]][0] AS planSaid, alike,
       id AS row
ORDER BY event, before, issuer, row
