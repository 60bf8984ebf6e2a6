// Gifts and transfers that come in again at a trust, a spouse or another vehicle.
//
// Answers: one row for each pair: the row by which a holder disposes of shares, and the row by which another holder of
// the same owners has as many, by the same code, in one filing or in two.
//
// Counts: rows of Tables I and II that stand, each block once, at most two days apart and alike to one share. Pairs are
// one to one: two equal gifts to two children are two pairs, by their places in the form.
//
// Does not see: a transfer in several parts, nor a distribution in which each receives a part.
//
// @example issuer=TWMA
//
// @param days   int     = 2          Most days between the two rows; with more than two it finds no more.
// @param codes  strings = G,J,W,Z    Transaction codes.
// @param issuer issuer  = null       Only securities of this issuer.
// @param person person  = null       Only filings of this owner.
// @param since  date    = 2003-01-01 First day.
// @param until  date    = null       Last day; no end if it is not given.
// @param limit  int     = 100        Most rows, the latest first.
//
// @column date     date    Day of the row out.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column security string  Title of the security.
// @column code     string  Transaction code.
// @column shares   float   Shares of the row out.
// @column from     string  The vehicle of the row out, by name; absent where ownership is direct.
// @column to       string  The vehicle of the row in, by name; absent where ownership is direct.
// @column kind     string  Kind of the vehicle of the row in.
// @column same     bool    Whether one filing has both.
// @column rows     strings Both rows.
// @column filings  strings Their filings.
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
  AND row.code IN $codes AND NOT row.acquired AND row.counterpart IS NOT NULL AND coalesce(row.block, row.id) = row.id
WITH *, split(row.counterpart, ':')[-1] AS place
MATCH (other:Filing {id: coalesce(left(row.counterpart, size(row.counterpart) - size(place) - 1), '')})
  -[into:TRANSACTION]->(:Security)
WHERE into.id = row.counterpart AND into.tradedOn <= row.tradedOn + duration({days: $days})
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, row, security, other, into, owners, asked
WHERE $person IS NULL OR asked > 0
OPTIONAL MATCH (giver:Vehicle {id: coalesce(row.holder, '')})
OPTIONAL MATCH (taker:Vehicle {id: coalesce(into.holder, '')})
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN row.tradedOn AS date, issuer.name AS issuer, issuer.ticker AS ticker, owners, security.title AS security,
       row.code AS code, row.shares AS shares, giver.displayName AS from, taker.displayName AS to, taker.kind AS kind,
       filing.id = other.id AS same, [row.id, into.id] AS rows,
       CASE WHEN filing.id = other.id THEN [filing.id] ELSE [filing.id, other.id] END AS filings
ORDER BY date DESC, issuer, rows
LIMIT $limit
