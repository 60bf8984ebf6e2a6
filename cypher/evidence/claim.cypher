// Whether the filings bear out what somebody says about an insider.
//
// Answers: one row with a verdict. `confirmed`: a row, a day, a filing or all rows of the time agree with the claim.
// `differs`: there are such rows, and their numbers are others; the nearest are shown. `contradicted`: the filings show
// the opposite, a sale of so much for a purchase, or a balance of zero. `not found`: filings cover the time and show
// nothing of it. `outside coverage`: this store has no filing of the person that could tell.
//
// Counts: rows of filings that the person signs, alone or with others, as they stand or stood on the day `knownBy`; of
// one block once. What counts is code P for `bought`, S for `sold`, G for `gave`, A for `granted` and M, X, O, C for
// `exercised`. For `holds` it is the balance on a day, in all and in each bucket. A number agrees within `percent`, a
// day within `days`.
//
// Does not see: what never had to be filed, and what is filed of the person under another CIK.
//
// @example issuer=QFP person='Cassius Drummond' what=sold shares=10000 on=2023-06-01
// @example issuer=QFP person='Cassius Drummond' what=bought value=150000 since=2022-01-01 until=2023-12-31
// @example issuer=AMOT person='Robert Maida' what=holds shares=108047 on=2022-12-31
// @finish claim
//
// @param issuer  issuer        The issuer.
// @param person  person        The person or organization.
// @param what    string        `bought`, `sold`, `gave`, `granted`, `exercised` or `holds`.
// @param shares  float  = null Shares, or derivatives where they are exercised or granted.
// @param value   float  = null Dollars.
// @param on      date   = null The day; of `holds` today if it is not given.
// @param since   date   = null First day, if the claim is about a time.
// @param until   date   = null Last day of that time.
// @param knownBy date   = null Only what was filed by this day.
// @param percent float  = 1    How far a number may be off, in percent.
// @param days    int    = 3    How far a day may be off.
//
// @column verdict       string  One of the words above.
// @column claimedShares float   Shares as claimed.
// @column filedShares   float   Shares of the rows.
// @column claimedValue  float   Dollars as claimed.
// @column filedValue    float   Dollars of the rows; absent where a row gives no price.
// @column agrees        string  What the numbers are of: `row`, `day`, `filing`, `all rows`, `bucket` or `total`.
// @column since         date    Day of the first row.
// @column until         date    Day of the last row.
// @column security      string  Title of the security.
// @column filedOn       date    Day on which the last of the rows was filed.
// @column rows          strings The rows.
// @column filings       strings Their filings.
// @column amended       strings Rows that an amendment filed after `knownBy` restates.
// @column notes         strings Footnotes that the rows cite.
// @column covered       string  The filings of the person about the issuer, and how far the store reaches.
MATCH (issuer:Issuer {id: $issuer})
CALL (issuer) {
  MATCH (:Party {id: $person})-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
  MATCH (filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn IS NOT NULL
  OPTIONAL MATCH (filing)<-[:AMENDS*1..50]-(after:Filing)-[by:TRANSACTION]->(:Security)
  WHERE by.id = row.superseded
  RETURN 'row' AS kind, row.id AS id, row.tradedOn AS day, row.code AS code, row.acquired AS acquired,
         row.shares AS shares, row.tradeValue AS value, security.title AS security, security.derivative AS derivative,
         filing.id AS filing, filing.filedOn AS filedOn, row.current AS current, after.filedOn AS restatedOn,
         coalesce(row.block, row.id) AS block, row.contradicted AS contradicted,
         [note IN filing.footnotes WHERE any(cited IN row.footnoteRefs
           WHERE note STARTS WITH split(cited, ':')[1] + ':')] AS notes, [row.id] AS rows
  UNION ALL
  MATCH (:Party {id: $person})-[:MEMBER_OF|HOLDS_THROUGH*0..2]->(holder)-[owns:OWNS|OWNED]->(security:Security)
        <-[:ISSUED]-(issuer)
  WHERE owns.asOf <= coalesce($on, date()) AND coalesce(owns.knownFrom <= $knownBy, true)
    AND coalesce(owns.knownUntil > $knownBy, owns.knownUntil IS NULL)
    AND coalesce(owns.until > coalesce($on, date()), true)
  RETURN 'balance' AS kind, holder.id AS id, owns.asOf AS day, null AS code, null AS acquired, owns.shares AS shares,
         owns.value AS value, security.title AS security, security.derivative AS derivative, owns.filing AS filing,
         owns.knownFrom AS filedOn, true AS current, null AS restatedOn, coalesce(owns.block, owns.rows[0]) AS block,
         null AS contradicted, [] AS notes, owns.rows AS rows
  UNION ALL
  MATCH (:Party {id: $person})-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
  RETURN 'filing' AS kind, filing.id AS id, filing.effectiveOn AS day, null AS code, null AS acquired, null AS shares,
         null AS value, null AS security, null AS derivative, filing.id AS filing, filing.filedOn AS filedOn,
         true AS current, null AS restatedOn, null AS block, null AS contradicted, [] AS notes, [] AS rows
  UNION ALL
  MATCH (filing:Filing)-[:CONCERNS]->(issuer)
  RETURN 'issuer' AS kind, issuer.id AS id, max(coalesce(filing.filedOn, filing.periodOfReport)) AS day, null AS code,
         null AS acquired, null AS shares, null AS value, null AS security, null AS derivative, null AS filing,
         null AS filedOn, true AS current, null AS restatedOn, null AS block, null AS contradicted, [] AS notes,
         [] AS rows
}
RETURN kind, id, day, code, acquired, shares, value, security, derivative, filing, filedOn, current, restatedOn, block,
       contradicted, notes, rows
ORDER BY kind, day, id
