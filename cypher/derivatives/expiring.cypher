// Derivatives that expire within days, and what they are worth at a price.
//
// Answers: one row for each open balance of a derivative of the issuer that expires within `within` days of `on`, the
// next to expire first.
//
// Counts: balances as of `on`, of which a block that several holders report counts once, by its greatest balance.
// `kind` goes by words of the title: a `put` is a right to sell, a `written` one an obligation, whose `money` is what
// it would cost; the rest are calls, which warrants, units and convertible securities are too.
//
// Does not see: what has no expiration date, or one that only a footnote gives; derivatives that lapsed or were
// forfeited without a report. Without `price`, or where only a footnote tells the exercise price, `inMoney` and `money`
// are absent; `notes` has the footnote.
//
// @example issuer=QFP price=16.5 within=120 on=2024-09-01
//
// @param issuer issuer        The issuer.
// @param price  float  = null Price of an underlying share on the day, in dollars.
// @param within int    = 90   How many days after `on`.
// @param person person = null Only what this person or organization holds, alone, jointly or through a vehicle.
// @param on     date   = null The day; today if it is not given.
// @param limit  int    = 100  Most rows.
//
// @column expiresOn        date    Expiration date, the last day on which it counts.
// @column days             int     Days until then.
// @column holders          strings Owners who report the position, by name.
// @column through          string  The vehicle, by name; absent where ownership is direct.
// @column security         string  Title of the derivative.
// @column kind             string  `call`, `put`, `written call`, `written put`, `collar`, `forward` or `swap`.
// @column exercisePrice    float   Conversion or exercise price, in dollars.
// @column inMoney          bool    Whether exercise is worth something at `price`; absent for the last three kinds.
// @column shares           float   Derivatives held.
// @column underlying       string  Title of the underlying security.
// @column underlyingShares float   Shares that all of them are for.
// @column money            float   Worth of exercising all at `price`, in dollars.
// @column notes            strings Footnotes on the exercise price.
// @column asOf             date    Day of the balance.
// @column rows             strings The row that states it, or each row where lots add up.
WITH coalesce($on, date()) AS day
MATCH (:Issuer {id: $issuer})-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE security.derivative AND NOT owns.closed AND owns.knownUntil IS NULL AND owns.asOf <= day
  AND coalesce(owns.until > day, true) AND security.expiresOn >= day
  AND security.expiresOn <= day + duration({days: $within})
  AND ($person IS NULL OR EXISTS {
    MATCH (holder)<-[:HOLDS_THROUGH*0..1]-()<-[:MEMBER_OF*0..1]-(:Party {id: coalesce($person, '')})
  })
WITH day, security, owns, holder
ORDER BY coalesce(owns.shares, owns.underlyingShares, owns.value, 0.0) DESC, owns.rows[0]
WITH day, security, coalesce(owns.block, owns.rows[0]) AS block, collect(owns)[0] AS owns, collect(holder) AS holders
ORDER BY security.expiresOn, security.title, owns.rows[0]
LIMIT $limit
CALL (security, owns) {
  MATCH (filing:Filing {id: coalesce(owns.filing, '')})-[row:TRANSACTION|HOLDING]->(security)
  WHERE row.id IN owns.rows
  WITH row, filing ORDER BY row.id
  RETURN head(collect([note IN coalesce(filing.footnotes, [])
           WHERE ('exercisePrice:' + split(note, ':')[0]) IN row.footnoteRefs])) AS notes,
         max(row.underlyingTitle) AS underlying, max(row.exercisePrice) AS exercisePrice,
         sum(CASE WHEN row.equitySwap THEN 1 ELSE 0 END) > 0 AS swap, max(CASE
           WHEN type(row) = 'HOLDING' AND coalesce(row.sharesAfter, row.valueAfter) > 0
             THEN row.underlyingShares / coalesce(row.sharesAfter, row.valueAfter)
           WHEN coalesce(row.shares, row.totalValue) > 0
             THEN row.underlyingShares / coalesce(row.shares, row.totalValue) END) AS each
}
CALL (holders) {
  UNWIND holders AS holder
  MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
  WITH DISTINCT owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
WITH day, security, owns, holders[0] AS holder, owners, notes, underlying, each,
     coalesce(security.exercisePrice, exercisePrice) AS exercise,
     coalesce(coalesce(owns.shares, owns.value) * each, owns.underlyingShares) AS shares,
     CASE WHEN swap THEN 'swap' ELSE security.kind END AS kind
WITH *, shares * CASE WHEN kind ENDS WITH 'call' THEN $price - exercise
       WHEN kind ENDS WITH 'put' THEN exercise - $price END AS gain
RETURN security.expiresOn AS expiresOn, duration.inDays(day, security.expiresOn).days AS days, owners AS holders,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through, security.title AS security, kind,
       exercise AS exercisePrice, gain > 0 AS inMoney, owns.shares AS shares, underlying, shares AS underlyingShares,
       CASE WHEN gain <= 0 THEN 0.0 WHEN kind STARTS WITH 'w' THEN -round(gain, 2) ELSE round(gain, 2) END AS money,
       notes, owns.asOf AS asOf, owns.rows AS rows
ORDER BY expiresOn, security, rows[0]
LIMIT $limit
