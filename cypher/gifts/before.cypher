// Gifts in the days before dates that you name.
//
// Answers: one row for each gift made in the days before one of the dates, which may be the days of bad news, of a
// trial's result or of a peak of the price. The day itself does not count.
//
// Counts: rows of code G that dispose of shares or derivatives and stand, each block once. Gifts to one's own trust or
// spouse, which the same owners report in again, are left out.
//
// Does not see: prices or events: both are yours. Nor gifts to a vehicle that the owners do not report.
//
// @example dates=2024-06-17 issuer=MRRW
//
// @param dates  strings       Dates, as 2024-06-17,2024-09-30.
// @param days   int     = 14   Days before each date.
// @param issuer issuer  = null Only securities of this issuer.
// @param person person  = null Only gifts in filings of this owner.
// @param limit  int     = 100  Most rows, the latest dates first.
//
// @column event     date    The date that you named.
// @column before    int     Days from the gift to it.
// @column date      date    Day of the gift.
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column givers    strings Owners who filed, by name.
// @column security  string  Title of the security.
// @column shares    float   Shares given.
// @column recipient string  Kind of recipient, as in `gifts/given`; absent where no text tells it.
// @column filedOn   date    Filing date; absent where it is not known.
// @column text      string  The sentence that tells the recipient.
// @column row       string  The gift.
// @column filing    string  The filing.
UNWIND $dates AS named
WITH DISTINCT date(named) AS event
CALL (event) { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= event - duration({days: $days}) AND row.tradedOn < event
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= event - duration({days: $days}) AND row.tradedOn < event
  RETURN filing, row, security
}
WITH event, filing, row, security
WHERE row.code = 'G' AND NOT row.acquired AND row.current AND coalesce(row.block, row.id) = row.id
  AND row.counterpart IS NULL
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH event, filing, row, security, owners, asked, [each IN row.said WHERE each STARTS WITH 'gift|'][0] AS said
WHERE $person IS NULL OR asked > 0
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN event, duration.inDays(row.tradedOn, event).days AS before, row.tradedOn AS date, issuer.name AS issuer,
       issuer.ticker AS ticker, owners AS givers, security.title AS security, row.shares AS shares,
       split(said, '|')[2] AS recipient, filing.filedOn AS filedOn,
       [at IN range(0, size(coalesce(filing.said, [])) - 1)
         WHERE filing.said[at] = said | filing.saidIn[at]][0] AS text,
       row.id AS row, filing.id AS filing
ORDER BY event DESC, before, issuer, row
LIMIT $limit
