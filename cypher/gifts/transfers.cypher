// Transfers without a trade: trusts, inheritance, distributions, changes of form.
//
// Answers: one row for each such transaction; a row out and the row by which the same owners have the shares again are
// one. `kind` is what a footnote or the remarks say: `distribution` made by a fund, `received` from one, `16a-13` (only
// the form of ownership changed), `reclassification` or `merger`; else what the rows tell: `own holders`, `plan`,
// `inheritance` (code W), `voting trust` (code Z), `other`.
//
// Counts: rows of codes J, W and Z that stand, each block once, and of code G where the shares come in again. Where a
// note on other rows tells a change of form, which need not be reported, the note is one row, without shares.
//
// Does not see: what moved where only a note says so. Gifts to others are in `gifts/given`.
//
// @example issuer=TWMA
//
// @param issuer      issuer = null       Only securities of this issuer.
// @param person      person = null       Only filings of this owner.
// @param since       date   = 2003-01-01 First day.
// @param until       date   = null       Last day; no end if it is not given.
// @param kind        string = null       Only this kind.
// @param derivatives bool   = false      Whether derivatives count.
// @param limit       int    = 100        Most rows, the latest first.
//
// @column date     date    Day of the transaction, or of the balance whose note tells it.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column security string  Title of the security.
// @column code     string  Transaction code; absent where only a note tells it.
// @column kind     string  What it was, in the words above.
// @column grade    string  `stated` by a text, by the `row`s, by the `code`, or `none`.
// @column out      bool    Whether shares went; false where they came.
// @column shares   float   Shares.
// @column from     string  The vehicle that disposes, by name; absent where ownership is direct or not told.
// @column to       string  The vehicle that acquires, by name; absent where ownership is direct or not told.
// @column text     string  The sentence that tells the kind.
// @column rows     strings The row, or both rows; the rows that cite the note.
// @column filing   string  The filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security, row.code IN ['J', 'W', 'Z'] OR row.code = 'G' AND row.counterpart IS NOT NULL AS moved,
     [each IN row.said WHERE each STARTS WITH 'distribution|'][0] AS distribution,
     [each IN row.said WHERE each STARTS WITH 'exchange|'][0] AS exchange,
     [each IN row.said WHERE each STARTS WITH 'form|' AND each ENDS WITH '|16a-13|stated'][0] AS form
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND (moved AND NOT (row.acquired AND row.counterpart IS NOT NULL) AND coalesce(row.block, row.id) = row.id
    OR NOT moved AND form IS NOT NULL) AND ($derivatives OR NOT security.derivative)
WITH filing, row, security, moved, CASE WHEN moved THEN coalesce(distribution, form, exchange) ELSE form END AS said
ORDER BY row.place
WITH filing, security, moved, said, CASE WHEN moved THEN row.id END AS own, collect(row) AS rows
WITH filing, security, moved, said, rows, rows[0] AS row
WITH *, split(row.counterpart, ':')[-1] AS place
OPTIONAL MATCH (other:Filing {id: coalesce(left(row.counterpart, size(row.counterpart) - size(place) - 1), '')})
  -[into:TRANSACTION]->(:Security)
WHERE into.id = row.counterpart
OPTIONAL MATCH (vehicle:Vehicle {id: coalesce(row.holder, '')})
OPTIONAL MATCH (taker:Vehicle {id: coalesce(into.holder, '')})
WITH filing, security, moved, said, rows, row, into, vehicle, taker, CASE
       WHEN said STARTS WITH 'distribution|' THEN CASE WHEN row.acquired THEN 'received' ELSE 'distribution' END
       WHEN said STARTS WITH 'form|' THEN '16a-13'
       WHEN said IS NOT NULL THEN split(said, '|')[2] WHEN into IS NOT NULL AND row.code <> 'Z' THEN 'own holders'
       WHEN row.code = 'W' THEN 'inheritance' WHEN row.code = 'Z' THEN 'voting trust'
       WHEN vehicle.kind IN ['esop', 'espp', 'plan401k', 'plan'] THEN 'plan' ELSE 'other' END AS kind
WHERE $kind IS NULL OR kind = $kind
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, security, moved, said, rows, row, into, vehicle, taker, kind, owners, asked
WHERE $person IS NULL OR asked > 0
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN row.tradedOn AS date, issuer.name AS issuer, issuer.ticker AS ticker, owners, security.title AS security,
       CASE WHEN moved THEN row.code END AS code, kind, CASE WHEN said IS NOT NULL THEN 'stated'
         WHEN kind IN ['own holders', 'plan'] THEN 'row' WHEN kind = 'other' THEN 'none' ELSE 'code' END AS grade,
       CASE WHEN moved THEN NOT row.acquired END AS out, CASE WHEN moved THEN row.shares END AS shares,
       CASE WHEN moved AND NOT row.acquired THEN vehicle.displayName END AS from,
       CASE WHEN moved AND row.acquired THEN vehicle.displayName WHEN moved THEN taker.displayName END AS to,
       [at IN range(0, size(coalesce(filing.said, [])) - 1)
         WHERE filing.said[at] = said | filing.saidIn[at]][0] AS text,
       CASE WHEN into IS NULL THEN [each IN rows | each.id] ELSE [row.id, into.id] END AS rows, filing.id AS filing
ORDER BY date DESC, issuer, rows
LIMIT $limit
