// Blocks that several report: one direct holder, and the deemed owners behind it.
//
// One row for each position of a block. `basis` tells why the positions are held to be one: `chain` is a joint filing with
// one direct position and others of the same balance; `split` one report over several filings; `filings` the same balance
// on the same day in several filings, at most one of a direct holder; all three only where a 10% owner files. `names` is
// another thing: the holder of a position through a vehicle is called as an owner who reports the same security directly,
// which is the same stock too, though days and balances may differ, and that owner's counts. In totals one position of a
// block counts: `counts`. Which owner of a joint filing holds directly, the form does not say. Equal blocks without a 10%
// owner are not seen, nor are those whose reports are of different days, unless a name tells. Positions with a balance of
// zero are left out.
//
// @param issuer issuer = null Only securities of this issuer.
// @param owner  person = null Only blocks that this owner reports.
// @param basis  string = null Only this basis: `chain`, `split`, `filings` or `names`.
// @param limit  int    = 100  Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column security  string  Title of the security.
// @column block     string  The row of the position that leads it, which tells blocks apart.
// @column basis     string  `chain`, `split`, `filings` or `names`.
// @column positions int     Positions of the block, that which counts included.
// @column counts    bool    Whether this position counts.
// @column owners    strings Owners who report this position, by name.
// @column direct    bool    Whether they hold it directly.
// @column nature    string  Else through what, as normalised.
// @column named     string  The one owner that is called as the holder is.
// @column shares    float   Its shares.
// @column asOf      date    Day of the balance.
// @column filing    string  The filing that states it.
// @column rows      strings The row, or each row where lots add up.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
CALL (company) {
  MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS]-(holder)
  WHERE owns.block IS NOT NULL AND NOT owns.closed
  RETURN class, owns, holder, owns.block AS block, owns.blockBasis AS basis
  UNION
  MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS]-(holder:Vehicle)
  MATCH (holder)-[:NAMES]->(named:Party)-[own:OWNS]->(class)
  MATCH (holder)<-[:HOLDS_THROUGH]-(who)
  WHERE NOT owns.closed AND NOT own.closed AND who.id <> named.id
    AND (owns.block IS NULL OR own.block IS NULL OR owns.block <> own.block)
  UNWIND [{owns: owns, holder: holder}, {owns: own, holder: named}] AS each
  RETURN class, each.owns AS owns, each.holder AS holder, coalesce(own.block, own.rows[0]) AS block, 'names' AS basis
}
WITH company, class, owns, holder, block, basis
WHERE $basis IS NULL OR basis = $basis
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH company, class, owns, holder, block, basis, owner ORDER BY owner.displayName, owner.id
WITH company, class, owns, holder, block, basis, collect(owner.displayName) AS owners, collect(owner.id) AS ids
OPTIONAL MATCH (holder)-[:NAMES]->(named:Party)
OPTIONAL MATCH (named)-[own:OWNS]->(class)
WHERE NOT own.closed AND ids <> [named.id]
WITH company, class, block, basis, collect({owns: owns, holder: holder, owners: owners, ids: ids, named: named.displayName,
     counts: own IS NULL AND (owns.block IS NULL OR owns.block IN owns.rows)}) AS positions
WHERE $owner IS NULL OR any(each IN positions WHERE $owner IN each.ids)
UNWIND positions AS each
WITH company, class, block, basis, size(positions) AS positions, each.counts AS counts, each.owners AS owners,
     each.holder AS holder, each.named AS named, each.owns AS owns
RETURN company.name AS issuer, company.ticker AS ticker, class.title AS security, block, basis, positions, counts, owners,
       NOT holder:Vehicle AS direct, holder.nature AS nature, named, owns.shares AS shares, owns.asOf AS asOf,
       owns.filing AS filing, owns.rows AS rows
ORDER BY issuer, company.id, security, class.id, block, basis, counts DESC, holder.id
LIMIT $limit
