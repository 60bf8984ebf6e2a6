// Open positions that a later filing does not list.
//
// Answers: one row for each open position of Table I whose owners later traded in the security in a filing that
// does not list it. The position may be gone, or the filer left it out. The largest come first.
//
// Counts: positions that are open on the day. Column 5 is what is owned following the transaction, in all lines of
// the class, so a line that is left out is unconfirmed. Totals count such positions and say how much of them is
// unconfirmed.
//
// Does not see: derivatives; positions whose owners did not file again, or file since then with other owners.
//
// @example on=2026-06-30
//
// @param issuer issuer = null Only securities of this issuer.
// @param on     date   = null As of this day; today if it is not given.
// @param limit  int    = 100  Most rows.
//
// @column id            string  The row that states the balance.
// @column issuer        string  Issuer name.
// @column security      string  Title of the security.
// @column owners        strings Owners who report the position, by name.
// @column through       string  The vehicle, by name; absent where ownership is direct.
// @column nature        string  Nature of indirect ownership, normalised; absent where it is direct.
// @column shares        float   Shares of the last balance.
// @column value         float   Its dollar value, where that is reported in place of shares.
// @column asOf          date    Day of the last balance.
// @column filing        string  The filing that states it.
// @column unlistedSince date    Day of the first later transaction whose filing does not list it.
// @column days          int     Days from then to the day asked about.
// @column unlistedIn    string  That filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, coalesce($on, date()) AS day // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS]-(holder)
WHERE owns.unlistedSince <= day AND NOT owns.closed AND coalesce(owns.until > day, true)
WITH issuer, day, security, owns, holder ORDER BY coalesce(owns.shares, -1.0) DESC, owns.rows[0]
LIMIT $limit
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH issuer, day, security, owns, holder, owner ORDER BY owner.displayName, owner.id
WITH issuer, day, security, owns, holder, collect(owner.displayName) AS owners
RETURN owns.rows[0] AS id, issuer.name AS issuer, security.title AS security, owners,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through, holder.nature AS nature,
       owns.shares AS shares, owns.value AS value, owns.asOf AS asOf, owns.filing AS filing,
       owns.unlistedSince AS unlistedSince, duration.inDays(owns.unlistedSince, day).days AS days,
       owns.unlistedIn AS unlistedIn
ORDER BY coalesce(shares, -1.0) DESC, id
