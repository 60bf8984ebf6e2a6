// Blocks: one stake that several holders report, as a fund and its managers do.
//
// Answers: one row for each position of a block of which two or more are open on the day. `basis` says why they are
// one: `chain` is a joint filing with one direct holder and deemed owners of the same balance; `split` is one
// report split over several filings; `filings` are filings of the same balance on the same day, at most one by a
// direct holder; `spouses` each report their own shares and the other's. `names` is a position through a vehicle
// that bears the name of an owner who reports the same security directly; the days and balances of these two may
// differ.
//
// Counts: a total counts the position marked `counts`, the greatest of those that do not give way. A position
// through a vehicle gives way to the owner whose name the vehicle bears, in every block. `chain`, `split` and
// `filings` need a 10% owner. Closed positions are left out.
//
// Does not see: which owner of a joint filing holds directly; equal stakes without a 10% owner or a spouse; reports
// of different days, unless a name links them.
//
// @example on=2026-06-30
//
// @param issuer issuer = null Only securities of this issuer.
// @param owner  person = null Only blocks that this owner reports.
// @param basis  string = null Only this basis: `chain`, `split`, `filings`, `spouses` or `names`.
// @param on     date   = null As of this day; today if it is not given.
// @param limit  int    = 100  Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column security  string  Title of the security.
// @column block     string  The row that names the block.
// @column basis     string  `chain`, `split`, `filings`, `spouses` or `names`.
// @column positions int     Open positions of the block.
// @column counts    bool    Whether a total counts this position.
// @column owners    strings Owners who report this position, by name.
// @column direct    bool    Whether they hold it directly.
// @column through   string  The vehicle, by name; absent where ownership is direct.
// @column nature    string  Nature of indirect ownership, normalised.
// @column named     string  The owner whose name the vehicle bears.
// @column shares    float   Shares.
// @column asOf      date    Day of the balance.
// @column filing    string  The filing that states it.
// @column rows      strings Its row, or each row where lots add up.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer, coalesce($on, date()) AS day // so that every engine begins here
CALL (issuer, day) {
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
  WHERE owns.block IS NOT NULL AND NOT owns.closed AND owns.asOf <= day AND coalesce(owns.until > day, true)
    AND owns.knownUntil IS NULL
  RETURN security, holder, owns, owns.block AS block, owns.blockBasis AS basis
  UNION
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder:Vehicle)
  WHERE NOT owns.closed AND owns.asOf <= day AND coalesce(owns.until > day, true) AND owns.knownUntil IS NULL
  MATCH (holder)-[:NAMES]->(named:Party)-[own:OWNS|OWNED]->(security)
  WHERE NOT own.closed AND own.asOf <= day AND coalesce(own.until > day, true) AND own.knownUntil IS NULL
    AND (owns.block IS NULL OR own.block IS NULL OR owns.block <> own.block)
  UNWIND [{owns: owns, holder: holder}, {owns: own, holder: named}] AS each
  RETURN security, each.holder AS holder, each.owns AS owns, coalesce(own.block, own.rows[0]) AS block, 'names' AS basis
}
WITH issuer, day, security, holder, owns, block, basis WHERE $basis IS NULL OR basis = $basis
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH issuer, day, security, block, basis, collect(DISTINCT holder.id) AS holders, collect(DISTINCT owner.id) AS ids
WHERE size(holders) > 1 AND ($owner IS NULL OR $owner IN ids)
WITH issuer, day, security, block, basis, holders, size(holders) AS positions
ORDER BY issuer.name, issuer.id, security.title, security.id, block, basis
LIMIT $limit
MATCH (security)<-[owns:OWNS|OWNED]-(holder)
WHERE holder.id IN holders AND owns.asOf <= day AND coalesce(owns.until > day, true) AND owns.knownUntil IS NULL
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH issuer, day, security, block, basis, positions, owns, holder, owner ORDER BY owner.displayName, owner.id
WITH issuer, day, security, block, basis, positions, owns, holder, collect(owner.displayName) AS owners
OPTIONAL MATCH (holder)-[:NAMES]->(named:Party)
OPTIONAL MATCH (named)-[own:OWNS|OWNED]->(security)
WHERE NOT own.closed AND own.asOf <= day AND coalesce(own.until > day, true) AND own.knownUntil IS NULL
WITH issuer, security, block, basis, positions, owns, holder, owners, max(named.displayName) AS named,
     count(own) > 0 AS yields
ORDER BY yields, coalesce(owns.shares, -1.0) DESC, holder:Vehicle, owns.rows[0], holder.id
WITH issuer, security, block, basis, positions,
     collect({owns: owns, holder: holder, owners: owners, named: named, yields: yields}) AS places
UNWIND range(0, size(places) - 1) AS at
WITH issuer, security, block, basis, positions, at, places[at].owns AS owns, places[at].holder AS holder,
     places[at].owners AS owners, places[at].named AS named, at = 0 AND NOT places[at].yields AS counts
ORDER BY issuer.name, issuer.id, security.title, security.id, block, basis, at
LIMIT $limit
RETURN issuer.name AS issuer, issuer.ticker AS ticker, security.title AS security, block, basis, positions,
       counts, owners, NOT holder:Vehicle AS direct,
       CASE WHEN holder:Vehicle THEN holder.displayName END AS through, holder.nature AS nature, named,
       owns.shares AS shares, owns.asOf AS asOf, owns.filing AS filing, owns.rows AS rows
ORDER BY issuer, ticker, security, block, basis, counts DESC, direct DESC, rows[0]
