// How many shares are counted twice if every owner's holdings are added up.
//
// Answers: one row for each security of which the naive sum is too large. `naive` adds up the open positions of
// every owner: a joint filing of nine owners counts nine times. `once` counts each block once, by the greatest of
// its positions, and each other position once. A position through a vehicle gives way to the owner whose name the
// vehicle bears and who reports the same security. `joint`, `blocks` and `named` split the difference by its cause.
//
// Counts: positions that are open on the day, confirmed or not. `unconfirmed` is the part of `once` that a later
// filing does not list any more. Positions given in dollars add nothing.
//
// Does not see: equal stakes that nothing shows to be one; the accounts of insiders in a plan whose trust reports
// the whole; shares that no insider holds. Both sums are estimates from what is reported.
//
// @example on=2026-06-30
//
// @param issuer      issuer = null  Only securities of this issuer.
// @param derivatives bool   = false Whether derivatives count.
// @param least       float  = 1     Least difference, in shares.
// @param on          date   = null  As of this day; today if it is not given.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column issuer      string  Issuer name.
// @column ticker      string  Trading symbol.
// @column security    string  Title of the security.
// @column owners      int     Owners who report holding it.
// @column positions   int     Positions with shares.
// @column naive       float   Shares, counted for each owner.
// @column once        float   Shares, counted once.
// @column unconfirmed float   Shares in `once` that a later filing does not list.
// @column excess      float   `naive` less `once`.
// @column times       float   `naive` divided by `once`.
// @column joint       float   Excess due to joint filings of positions in `once`.
// @column blocks      float   Excess due to further positions of blocks.
// @column named       float   Excess due to vehicles that bear the name of an owner.
// @column leftOut     strings Rows of the positions that are not in `once`.
// @column unsized     int     Positions without shares.
// @column cik         string  The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, coalesce($on, date()) AS day // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE ($derivatives OR NOT security.derivative)
  AND (holder.id STARTS WITH 'group:' OR owns.block IS NOT NULL OR COUNT { (holder)-[:NAMES]->(:Party) } > 0)
WITH DISTINCT issuer, security, day
CALL (security, day) {
  MATCH (security)<-[owns:OWNS|OWNED]-(holder)
  WHERE NOT owns.closed AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
  WITH security, day, owns, holder, collect(owner.id) AS ids
  OPTIONAL MATCH (holder)-[:NAMES]->(named:Party)-[own:OWNS|OWNED]->(security)
  WHERE NOT own.closed AND own.asOf <= day
    AND CASE WHEN $asFiled THEN own.byAmendment IS NULL AND coalesce(own.filedUntil > day, true)
             ELSE own.knownUntil IS NULL AND coalesce(own.until > day, true) END
  WITH owns, ids, NOT holder:Vehicle AS direct, count(own) > 0 AS named
  ORDER BY named, coalesce(owns.shares, -1.0) DESC, direct DESC, owns.rows[0]
  WITH coalesce(owns.block, owns.rows[0]) AS block, collect({shares: owns.shares, all: size(ids) * owns.shares,
    ids: ids, rows: owns.rows, named: named, unlisted: owns.unlistedSince IS NOT NULL}) AS positions
  WITH positions, positions[0] AS first ORDER BY first.rows[0]
  WITH positions, first, CASE WHEN first.named THEN positions ELSE positions[1..] END AS out
  WITH sum(CASE WHEN NOT first.named THEN first.shares ELSE 0.0 END) AS once,
    sum(CASE WHEN first.unlisted AND NOT first.named THEN first.shares ELSE 0.0 END) AS unconfirmed,
    sum(CASE WHEN NOT first.named THEN first.all - first.shares ELSE 0.0 END) AS joint,
    sum(CASE WHEN first.named THEN first.all ELSE 0.0 END) AS named,
    sum(reduce(sum = 0.0, each IN positions[1..] | sum + coalesce(each.all, 0.0))) AS blocks,
    sum(size([each IN positions WHERE each.shares IS NOT NULL])) AS sized, sum(size(positions)) AS positions,
    collect(reduce(ids = [], each IN positions | ids + each.ids)) AS ids,
    reduce(rows = [], some IN collect(out) | rows + reduce(its = [], each IN some | its + each.rows)) AS leftOut
  WHERE joint + blocks + named >= $least
  UNWIND ids AS some
  UNWIND some AS owner
  RETURN once, unconfirmed, joint, named, blocks, sized, positions - sized AS unsized, leftOut,
         count(DISTINCT owner) AS owners, joint + blocks + named AS excess
}
WITH issuer, security, owners, sized, once, unconfirmed, excess, joint, blocks, named, leftOut, unsized,
     CASE WHEN once > 0 THEN (once + excess) / once END AS times
ORDER BY times DESC, excess DESC, issuer.name, security.id
LIMIT $limit
RETURN issuer.name AS issuer, issuer.ticker AS ticker, security.title AS security, owners, sized AS positions,
       once + excess AS naive, once, unconfirmed, excess, times, joint, blocks, named, leftOut, unsized,
       issuer.cik AS cik
ORDER BY times DESC, excess DESC, issuer, cik, security
LIMIT $limit
