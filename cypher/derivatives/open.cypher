// Open positions in derivatives, by the day on which they expire.
//
// Answers: one row for each open balance of a derivative, the next to expire first and what has no expiration date
// last. With `price`, `money` is what exercise would bring.
//
// Counts: balances as of `on`, of which a block that several holders report counts once, by its greatest balance.
// `kind` goes by words of the title: a `put` is a right to sell, a `written` one an obligation, whose `money` is what
// it would cost; the rest are calls, which warrants, units and convertible securities are too. Without a number of its
// own, as on Form 3, a position has the underlying shares. A balance more than `stale` days old is marked.
//
// Does not see: derivatives that lapsed or were forfeited without a report; an exercise price or an expiration date
// that only a footnote gives; one grant that is reported under two titles.
//
// @example price=20 on=2024-06-01
// @example issuer=QFP on=2024-06-01
//
// @param issuer  issuer = null Only securities of this issuer.
// @param person  person = null Only what this person or organization holds, alone, jointly or through a vehicle.
// @param on      date   = null The day; today if it is not given.
// @param undated bool   = true Whether to list what has no expiration date.
// @param price   float  = null Price of an underlying share on the day, in dollars.
// @param stale   int    = 730  Days after which a balance is marked.
// @param limit   int    = 100  Most rows.
//
// @column expiresOn        date    Expiration date.
// @column issuer           string  Issuer name.
// @column holders          strings Owners who report the position, by name.
// @column through          string  The vehicle, by name; absent where ownership is direct.
// @column security         string  Title of the derivative.
// @column kind             string  `call`, `put`, `written call`, `written put`, `collar`, `forward` or `swap`.
// @column exercisePrice    float   Conversion or exercise price, in dollars.
// @column shares           float   Derivatives held.
// @column underlying       string  Title of the underlying security.
// @column underlyingShares float   Shares that all of them are for.
// @column money            float   Worth of exercising all at `price`, in dollars; absent for the last three kinds.
// @column asOf             date    Day of the balance.
// @column stale            bool    Whether the balance is that old.
// @column rows             strings The row that states it, or each row where lots add up.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, coalesce($on, date()) AS day // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE security.derivative AND NOT owns.closed AND owns.knownUntil IS NULL AND owns.asOf <= day
  AND coalesce(owns.until > day, true) AND coalesce(security.expiresOn >= day, $undated)
  AND ($person IS NULL OR EXISTS {
    MATCH (holder)<-[:HOLDS_THROUGH*0..1]-()<-[:MEMBER_OF*0..1]-(:Party {id: coalesce($person, '')})
  })
WITH issuer, day, security, owns, holder
ORDER BY coalesce(owns.shares, owns.underlyingShares, owns.value, 0.0) DESC, owns.rows[0]
WITH issuer, day, security, coalesce(owns.block, owns.rows[0]) AS block, collect(owns)[0] AS owns,
     collect(holder) AS holders
ORDER BY coalesce(security.expiresOn, date('9999-12-31')), issuer.name, security.title, owns.rows[0]
LIMIT $limit
CALL (security, owns) {
  MATCH (:Filing {id: coalesce(owns.filing, '')})-[row:TRANSACTION|HOLDING]->(security)
  WHERE row.id IN owns.rows
  RETURN max(row.underlyingTitle) AS underlying, max(row.exercisePrice) AS exercisePrice,
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
WITH issuer, day, security, owns, holders[0] AS holder, owners, underlying, each,
     coalesce(security.exercisePrice, exercisePrice) AS exercise,
     coalesce(coalesce(owns.shares, owns.value) * each, owns.underlyingShares) AS shares,
     CASE WHEN swap THEN 'swap' ELSE security.kind END AS kind
WITH *, shares * CASE WHEN kind ENDS WITH 'call' THEN $price - exercise
       WHEN kind ENDS WITH 'put' THEN exercise - $price END AS gain
RETURN security.expiresOn AS expiresOn, issuer.name AS issuer, owners AS holders,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through, security.title AS security, kind,
       exercise AS exercisePrice, owns.shares AS shares, underlying, shares AS underlyingShares,
       CASE WHEN gain <= 0 THEN 0.0 WHEN kind STARTS WITH 'w' THEN -round(gain, 2) ELSE round(gain, 2) END AS money,
       owns.asOf AS asOf, owns.asOf < day - duration({days: $stale}) AS stale, owns.rows AS rows
ORDER BY coalesce(expiresOn, date('9999-12-31')), issuer, security, rows[0]
LIMIT $limit
