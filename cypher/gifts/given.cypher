// Gifts by giver, with the kind of recipient that a note or another row tells.
//
// Answers: one row for each gift made. `recipient` is what the row says by which the same owners report the shares in
// again (`grade` is `row`), else what a footnote on the gift or the remarks say (`stated`).
//
// Counts: rows of code G that dispose of shares or derivatives and stand, each block once. The row by which a trust
// or a spouse has them is no gift of theirs. Recipients are `charity`, `foundation`, `donor-advised fund`, `trust`,
// `spouse`, `child`, `family` or `company`; by a row also the other kinds of vehicle, or `owner` for a direct one.
//
// Does not see: a recipient whom no such word tells: then there is none. What the gift was held through names the
// giver's trust, not the recipient's, and stands in `through`.
//
// @example issuer=TWMA
// @example recipient=charity
//
// @param issuer    issuer = null       Only securities of this issuer.
// @param person    person = null       Only gifts in filings of this owner.
// @param since     date   = 2003-01-01 First day.
// @param until     date   = null       Last day; no end if it is not given.
// @param recipient string = null       Only this kind of recipient.
// @param limit     int    = 100        Most rows, the latest first.
//
// @column date      date    Day of the gift.
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column givers    strings Owners who filed, by name.
// @column security  string  Title of the security.
// @column shares    float   Shares given.
// @column recipient string  Kind of recipient; absent where nothing tells it.
// @column grade     string  `row`, `stated` or `none`: what tells it.
// @column through   string  The giver's vehicle, by name; absent where ownership is direct.
// @column text      string  The sentence that tells the recipient.
// @column row       string  The gift.
// @column into      string  The row by which the same owners report the shares in again.
// @column filedOn   date    Filing date; absent where it is not known.
// @column filing    string  The filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND row.code = 'G' AND NOT row.acquired AND coalesce(row.block, row.id) = row.id
WITH *, split(row.counterpart, ':')[-1] AS place
OPTIONAL MATCH (other:Filing {id: coalesce(left(row.counterpart, size(row.counterpart) - size(place) - 1), '')})
  -[into:TRANSACTION]->(:Security)
WHERE into.id = row.counterpart
OPTIONAL MATCH (vehicle:Vehicle {id: coalesce(into.holder, '')})
WITH filing, row, security, into, vehicle, [each IN row.said WHERE each STARTS WITH 'gift|'][0] AS said
WITH filing, row, security, into, said, CASE WHEN into IS NOT NULL THEN coalesce(vehicle.kind, 'owner')
       ELSE split(said, '|')[2] END AS recipient
WHERE $recipient IS NULL OR recipient = $recipient
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, row, security, into, said, recipient, owners, asked
WHERE $person IS NULL OR asked > 0
OPTIONAL MATCH (giver:Vehicle {id: coalesce(row.holder, '')})
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN row.tradedOn AS date, issuer.name AS issuer, issuer.ticker AS ticker, owners AS givers,
       security.title AS security, row.shares AS shares, recipient,
       CASE WHEN into IS NOT NULL THEN 'row' WHEN said IS NOT NULL THEN 'stated' ELSE 'none' END AS grade,
       giver.displayName AS through, [at IN range(0, size(coalesce(filing.said, [])) - 1)
         WHERE filing.said[at] = said | filing.saidIn[at]][0] AS text,
       row.id AS row, into.id AS into, filing.filedOn AS filedOn, filing.id AS filing
ORDER BY date DESC, issuer, row
LIMIT $limit
