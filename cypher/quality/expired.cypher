// Derivatives that have expired without a filing that closes them.
//
// Answers: one row for each last balance of a derivative that is not zero and whose expiration date is past. The
// latest to expire come first.
//
// Counts: expiry before the day. Nobody has to report that an option expired worthless, so the last balance stands
// in the filings for ever; totals leave it out from the day after expiry.
//
// Does not see: derivatives without an expiration date, or whose date only a footnote gives.
//
// @example on=2032-06-30
//
// @param issuer issuer = null Only securities of this issuer.
// @param on     date   = null The day; today if it is not given.
// @param limit  int    = 100  Most rows.
//
// @column id               string  The row that states the balance.
// @column issuer           string  Issuer name.
// @column security         string  Title of the derivative.
// @column exercisePrice    float   Conversion or exercise price, in dollars.
// @column expiresOn        date    Expiration date.
// @column owners           strings Owners who report the position, by name.
// @column through          string  The vehicle, by name; absent where ownership is direct.
// @column nature           string  Nature of indirect ownership, normalised; absent where it is direct.
// @column shares           float   Derivatives of the last balance.
// @column underlyingShares float   Underlying shares, of holdings that give no amount of their own.
// @column asOf             date    Day of the last balance.
// @column filing           string  The filing that states it.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, coalesce($on, date()) AS day // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS]-(holder)
WHERE security.derivative AND owns.until <= day AND NOT owns.closed
WITH issuer, security, owns, holder ORDER BY owns.until DESC, owns.rows[0]
LIMIT $limit
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH issuer, security, owns, holder, owner ORDER BY owner.displayName, owner.id
WITH issuer, security, owns, holder, collect(owner.displayName) AS owners
RETURN owns.rows[0] AS id, issuer.name AS issuer, security.title AS security, security.exercisePrice AS exercisePrice,
       security.expiresOn AS expiresOn, owners,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through, holder.nature AS nature, owns.shares AS shares,
       owns.underlyingShares AS underlyingShares, owns.asOf AS asOf, owns.filing AS filing
ORDER BY expiresOn DESC, id
