// Shares, and the shares that derivatives would add to them, by holder.
//
// Answers: one row for each holder and security that is held or underlies a derivative, the largest together first.
// A holder is a party with its vehicles, or joint filers together.
//
// Counts: balances as of `on`, of which a block that several holders report counts once, by its greatest balance.
// `rights` are the underlying shares of calls, which warrants, units and convertible securities are too; `within` days
// is the reach of Rule 13d-3(d)(1), by which a right to acquire within sixty days counts as ownership. Puts, written
// options, collars, forwards and swaps add nothing and stand in `apart`. Another class adds what Table II says that it
// converts into; its own shares, in Table I, are a row of their own.
//
// Does not see: restricted units that are reported in Table I and as a derivative too, which count twice; the day from
// which a right can be exercised if only a footnote gives it (`undated`); derivatives that lapsed without a report, or
// were converted in a filing that is not loaded. A person who reports both alone and jointly has a row for each.
//
// @example issuer=QFP on=2024-06-01
// @example issuer=MRRW on=2022-10-06
//
// @param issuer issuer        The issuer.
// @param person person = null Only what this person or organization holds, alone, jointly or through a vehicle.
// @param on     date   = null The day; today if it is not given.
// @param within int    = 60   Days after it in which a right can be exercised at the latest, to be `exercisable`.
// @param limit  int    = 100  Most rows.
//
// @column security    string  Title of the security, held or underlying.
// @column holders     strings The party, or the owners of the joint filing, by name.
// @column owned       float   Shares held, directly and through vehicles.
// @column rights      float   Shares that derivatives would add.
// @column exercisable float   Those of them that can be acquired within the days.
// @column undated     float   Those of them of which no row tells from when.
// @column unsized     int     Derivatives of which no row tells how many shares they are for.
// @column together    float   `owned` and `rights`.
// @column derivatives strings Titles of the derivatives that count.
// @column apart       strings Titles of those that add no shares.
// @column oldest      date    Day of the oldest balance of these: an old one may be converted long since.
// @column methods     strings How the derivatives are matched to the security: `title`, `named` or `class`.
// @column rows        strings The rows that state all of these.
WITH coalesce($on, date()) AS day
MATCH (:Issuer {id: $issuer})-[:ISSUED]->(held:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE NOT owns.closed AND owns.knownUntil IS NULL AND owns.asOf <= day AND coalesce(owns.until > day, true)
  AND coalesce(held.expiresOn >= day, true) AND ($person IS NULL OR EXISTS {
    MATCH (holder)<-[:HOLDS_THROUGH*0..1]-()<-[:MEMBER_OF*0..1]-(:Party {id: coalesce($person, '')})
  })
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH day, held, owns, coalesce(behind, holder) AS root, behind IS NULL AS direct
ORDER BY coalesce(owns.shares, owns.underlyingShares, owns.value, 0.0) DESC, direct DESC, owns.rows[0]
WITH day, held, coalesce(owns.block, owns.rows[0]) AS block, collect(owns)[0] AS owns, collect(root)[0] AS root
OPTIONAL MATCH (held)-[into:CONVERTS_INTO]->(under:Security)
CALL (day, held, owns) { // lots of one position may be exercisable from different days
  MATCH (held)<-[row:TRANSACTION|HOLDING]-(:Filing)
  WHERE held.derivative AND row.id IN owns.rows
  WITH row, coalesce(row.sharesAfter, row.valueAfter, row.underlyingShares, 0.0) AS part, day, CASE
         WHEN type(row) = 'HOLDING' AND coalesce(row.sharesAfter, row.valueAfter) > 0
           THEN row.underlyingShares / coalesce(row.sharesAfter, row.valueAfter)
         WHEN coalesce(row.shares, row.totalValue) > 0
           THEN row.underlyingShares / coalesce(row.shares, row.totalValue) END AS each
  RETURN max(each) AS each, sum(CASE WHEN row.equitySwap THEN 1 ELSE 0 END) > 0 AS swap, sum(part) AS whole,
         sum(CASE WHEN row.exercisableOn IS NULL THEN part ELSE 0.0 END) AS undated,
         sum(CASE WHEN row.exercisableOn <= day + duration({days: $within}) THEN part ELSE 0.0 END) AS soon
}
WITH held, owns, root, coalesce(under, held) AS security, into.method AS method,
     CASE WHEN whole > 0 THEN whole ELSE 1.0 END AS whole, CASE WHEN whole > 0 THEN undated ELSE 1.0 END AS undated,
     soon,
     coalesce(coalesce(owns.shares, owns.value) * each, owns.underlyingShares) AS added, swap
WITH held, owns, root, security, method, whole, undated, soon, CASE WHEN NOT held.derivative THEN 'owned'
       WHEN swap OR held.kind <> 'call' THEN 'apart' ELSE 'right' END AS is,
     CASE WHEN held.derivative THEN added ELSE owns.shares END AS shares
ORDER BY held.title, owns.rows[0]
WITH security, root, sum(CASE WHEN is = 'owned' THEN shares ELSE 0.0 END) AS owned,
     sum(CASE WHEN is = 'right' THEN shares ELSE 0.0 END) AS rights,
     sum(CASE WHEN is = 'right' THEN shares * soon / whole ELSE 0.0 END) AS exercisable,
     sum(CASE WHEN is = 'right' THEN shares * undated / whole ELSE 0.0 END) AS undated,
     sum(CASE WHEN is = 'right' AND shares IS NULL THEN 1 ELSE 0 END) AS unsized,
     collect(DISTINCT CASE WHEN is = 'right' THEN held.title END) AS derivatives,
     collect(DISTINCT CASE WHEN is = 'apart' THEN held.title END) AS apart,
     collect(DISTINCT CASE WHEN is = 'right' THEN method END) AS methods, min(owns.asOf) AS oldest,
     collect(owns.rows) AS rows
WITH *, security.id AS key ORDER BY owned + rights DESC, security.title, key, root.id
LIMIT $limit
RETURN security.title AS security,
       COLLECT { MATCH (root)<-[:MEMBER_OF*0..1]-(p:Party) RETURN p.displayName ORDER BY p.displayName } AS holders,
       owned, rights, exercisable, undated, unsized, owned + rights AS together, derivatives, apart, oldest,
       methods, reduce(all = [], some IN rows | all + some) AS rows
ORDER BY together DESC, security, key, root.id
LIMIT $limit
