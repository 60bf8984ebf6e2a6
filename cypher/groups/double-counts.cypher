// How many shares are counted too often where each owner's holdings are added up.
//
// One row for each security of which the naive sum is too large. `naive` adds up, for every owner, the latest balance of
// each bucket in which it reports: a joint filing of nine owners counts nine times. `once` counts every balance once, of
// a block that several report the one that leads it, and none of a vehicle called as an owner who reports the same
// security directly. What lies between is told apart by its cause, and `leftOut` names the rows that `once` leaves out.
// It is an estimate from what is reported: equal blocks that nothing shows to be one are counted twice in `once` too, and
// so are the accounts of insiders in a plan whose trust reports the whole; a balance stands until another is filed; shares
// that no insider holds are in neither sum. Balances are current ones, as amended; those given in dollars add nothing.
//
// @param issuer      issuer = null  Only securities of this issuer.
// @param derivatives bool   = false Whether derivatives count.
// @param least       float  = 1     Least difference, in shares.
// @param asFiled     bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit       int    = 100   Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column security  string  Title of the security.
// @column owners    int     Owners who report holding it.
// @column positions int     Buckets with shares: holder by holder, direct and through each vehicle.
// @column naive     float   Shares, each owner's counted.
// @column once      float   Shares, each counted once.
// @column excess    float   Their difference.
// @column times     float   `naive` divided by `once`.
// @column joint     float   Shares of the difference due to joint filings of what `once` counts.
// @column blocks    float   Shares due to blocks that several positions report.
// @column named     float   Shares due to vehicles called as an owner who reports them too.
// @column leftOut   strings Rows of the positions that `once` leaves out.
// @column unsized   int     Positions without shares, which add nothing.
// @column cik       string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND NOT owns.closed AND ($derivatives OR NOT class.derivative)
MATCH (holder)<-[:HOLDS_THROUGH*0..1]-(who)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH company, class, owns, holder, collect(owner.id) AS owners
OPTIONAL MATCH (holder)-[:NAMES]->(other:Party)-[own:OWNS|OWNED]->(class)
WHERE CASE WHEN $asFiled THEN own.asFiled ELSE type(own) = 'OWNS' END
  AND NOT own.closed AND owners <> [other.id]
WITH company, class, owns, owners, count(own) AS named
WITH company, class, owns.shares AS shares, owns.rows AS rows, owners, size(owners) AS times, CASE
       WHEN owns.block IS NOT NULL AND NOT owns.block IN owns.rows THEN 'block'
       WHEN named > 0 THEN 'named' ELSE 'counted' END AS place
ORDER BY rows[0]
WITH company, class, collect(owners) AS owners, count(shares) AS positions, count(*) - count(shares) AS unsized,
     sum(times * shares) AS naive, sum(CASE place WHEN 'counted' THEN shares ELSE 0.0 END) AS once,
     sum(CASE place WHEN 'counted' THEN (times - 1) * shares ELSE 0.0 END) AS joint,
     sum(CASE place WHEN 'block' THEN times * shares ELSE 0.0 END) AS blocks,
     sum(CASE place WHEN 'named' THEN times * shares ELSE 0.0 END) AS named,
     reduce(all = [], each IN collect(CASE WHEN place <> 'counted' THEN rows END) | all + each) AS leftOut
WHERE naive - once >= $least
UNWIND owners AS some
UNWIND some AS owner
WITH company, class, positions, unsized, naive, once, joint, blocks, named, leftOut, count(DISTINCT owner) AS owners
RETURN company.name AS issuer, company.ticker AS ticker, class.title AS security, owners, positions, naive, once,
       naive - once AS excess, CASE WHEN once > 0 THEN naive / once END AS times, joint, blocks, named, leftOut, unsized,
       company.cik AS cik
ORDER BY times DESC, excess DESC, issuer, class.id
LIMIT $limit
