// How large each purchase or sale is beside what its bucket held before it.
//
// Answers: each row is what one filing, with its amendments, says was bought or sold in one bucket on one day. A bucket
// is a security that is no derivative and who or what holds it: an insider's direct shares, those of a joint filing
// together, each trust. `before` is the balance that the first row began with, by the rows themselves; `stated` is the
// bucket's balance by the row just before them. Where the two differ, a row between is missing, or a split, or
// something that no row reports.
//
// Counts: rows of codes P and S: open market or private. A transaction of one block that several holders report counts
// once, in the bucket whose row leads. Rows whose direction contradicts their code are left out.
//
// Does not see: the size of a trade of which a row states no shares, or no balance in shares.
//
// @example
//
// @param percent    float   = 10         Least size in percent; a purchase from nothing has none, and is listed first.
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
// @param limit      int     = 100        Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column insiders  strings Owners who filed, by name.
// @column side      string  `purchase` or `sale`.
// @column date      date    Transaction date.
// @column security  string  Title of the security.
// @column through   string  The vehicle, by name; absent where ownership is direct.
// @column nature    string  Nature of indirect ownership, as filed; absent where it is direct.
// @column shares    float   Shares bought or sold.
// @column before    float   Shares in the bucket before.
// @column after     float   Shares in the bucket after.
// @column percent   float   `shares` in percent of `before`; absent where that is zero.
// @column stated    float   Shares in the bucket by the row before; absent where there is none, or it states none.
// @column statedRow string  That row.
// @column rows      strings The rows of the trade.
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
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND row.code IN ['P', 'S'] AND NOT security.derivative AND row.contradicted IS NULL AND row.holder IS NOT NULL
  AND coalesce(row.block, row.id) = row.id
WITH security, filing, row, coalesce(row.rank, row.place) AS place,
     CASE WHEN row.acquired THEN row.shares ELSE -row.shares END AS moved
ORDER BY place, filing.id
WITH security, row.holder AS holder, coalesce(filing.lineage, filing.id) AS statement, row.tradedOn AS date,
     row.code AS code, count(*) AS rows, count(row.shares + row.sharesAfter) AS sized, sum(row.shares) AS shares,
     sum(moved) AS moved, min(row.sharesAfter) AS least, max(row.sharesAfter) AS most,
     collect(row.sharesAfter - moved)[0] AS opening, last(collect(row.sharesAfter)) AS after
WHERE sized = rows
// some filers write the day's last balance in every row
WITH security, holder, statement, date, code, shares, after,
     CASE WHEN least = most THEN after - moved ELSE opening END AS before
WITH security, holder, statement, date, code, shares, after, before,
     CASE WHEN before > 0 THEN round(100 * shares / before, 2) END AS percent
WHERE before = 0 OR percent >= $percent
WITH security, security.id AS key, holder, statement, date, code, shares, after, before, percent
ORDER BY percent IS NULL DESC, percent DESC, date DESC, statement, key, holder, code
LIMIT $limit
CALL (security, holder, statement, date, code) {
  MATCH (security)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
  WHERE row.holder = holder AND row.asOf IS NOT NULL AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  WITH row, statement, date, code, coalesce(filing.lineage, filing.id) AS told, filing
  ORDER BY row.asOf, filing.effectiveOn, told, coalesce(row.rank, row.place), filing.id
  WITH statement, date, code, collect({id: row.id, told: told, held: type(row) = 'HOLDING', after: row.sharesAfter,
    nature: row.nature,
    ours: told = statement AND row.tradedOn = date AND row.code = code AND row.contradicted IS NULL}) AS rows
  WITH rows, [each IN rows WHERE each.ours] AS trade, [at IN range(0, size(rows) - 1) WHERE rows[at].ours][0] AS first
  RETURN [each IN trade | each.id] AS rows, trade[0].nature AS nature,
         CASE WHEN first > 0 THEN rows[first - 1].id END AS statedRow,
         CASE WHEN first > 0 AND rows[first - 1].held THEN reduce(
           sum = 0.0, lot IN [each IN rows WHERE each.held AND each.told = rows[first - 1].told] | sum + lot.after
         ) WHEN first > 0 THEN rows[first - 1].after END AS stated
}
CALL (statement) {
  MATCH (:Filing {id: statement})<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS insiders
}
OPTIONAL MATCH (vehicle:Vehicle {id: coalesce(holder, '')})
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN issuer.name AS issuer, issuer.ticker AS ticker, insiders,
       CASE code WHEN 'P' THEN 'purchase' ELSE 'sale' END AS side, date, security.title AS security,
       vehicle.displayName AS through, nature, shares, before, after, percent, stated, statedRow, rows,
       statement AS filing
ORDER BY percent IS NULL DESC, percent DESC, date DESC, filing, key, holder, code
LIMIT $limit
