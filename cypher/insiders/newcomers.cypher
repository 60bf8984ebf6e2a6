// Who became an insider lately, by the Form 3 that says so.
//
// Answers: one row for each reporting owner of each Form 3 in the stretch of days. `before` tells those who come
// back, or who reported before they filed the form.
//
// Counts: Forms 3 by their effective day. A Form 3/A corrects one and is left out.
//
// Does not see: an insider who never filed a Form 3.
//
// @example
//
// @param days   int    = 30   How many days, the last included.
// @param on     date   = null The last day; that of the latest Form 3 in the store if it is not given.
// @param issuer issuer = null Only insiders of this issuer.
// @param limit  int    = 100  Most rows.
//
// @column day     date    Filing date, or the event where that is not known.
// @column event   date    Day on which the owner became an insider.
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column insider string  Name, given name first.
// @column kind    string  `person` or `organization`.
// @column roles   strings Of `director`, `officer`, `tenPercentOwner`, `other`.
// @column title   string  Officer title.
// @column other   string  Text beside `other`.
// @column before  date    Day of the latest filing about the issuer before this one, where there is one.
// @column filing  string  The Form 3.
// @column cik     string  The insider's CIK.
MATCH (filing:Filing {form: '3'})
WITH coalesce($on, max(filing.effectiveOn)) AS last
MATCH (filing:Filing {form: '3'})
WITH filing, filing.effectiveOn AS day, last
WHERE day <= last AND day > last - duration({days: $days})
MATCH (filing)-[:CONCERNS]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
MATCH (filing)<-[filed:FILED]-(owner:Party)
WITH filing, day, issuer, filed, owner
ORDER BY day DESC, issuer.name, issuer.id, owner.displayName, owner.id, filing.id
LIMIT $limit
OPTIONAL MATCH (owner)-[:FILED]->(earlier:Filing)-[:CONCERNS]->(issuer)
WITH filing, day, issuer, filed, owner,
     collect(earlier.effectiveOn) AS days
UNWIND CASE WHEN any(each IN days WHERE each < day) THEN [each IN days WHERE each < day] ELSE [null] END AS earlier
RETURN day, filing.periodOfReport AS event, issuer.name AS issuer, issuer.ticker AS ticker,
       owner.displayName AS insider, owner.kind AS kind,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]] AS roles,
       filed.officerTitle AS title, filed.otherText AS other, max(earlier) AS before, filing.id AS filing,
       owner.cik AS cik
ORDER BY day DESC, issuer, insider, cik, filing
