// How somebody's holdings changed over time, and why.
//
// Answers: one row for each change of each bucket, which is a security and the party, the joint filers or the vehicle
// that hold it. `previous` plus `change` is `after`, so the changes of a bucket add up to its balance.
//
// Counts: what stands with all amendments, by cause: `trade` (code P or S), `grant` (A), `gift` (G), `exercise` (C, M,
// O, X), `withheld` (F), `other` codes, and `contradicted`, a purchase disposed of or a sale acquired. `form`: a note
// says that the form of ownership changed. `reported`: held before the first report. `unexplained`: what was held
// before the day's transactions is not the previous balance. `continued`: the bucket goes on under another name, or
// begins as another's continuation. `expired`: a derivative is past its date. `correction`: an amendment changed the
// balance of a day; it has no `change`, for the other rows are amended already.
//
// Does not see: why a balance is unexplained: a split, accruals of a plan, or a filing that is missing.
//
// @example person='Delphine Marchetti' on=2026-06-30
//
// @param person person         The person or organization.
// @param issuer issuer = null  Only securities of this issuer.
// @param since  date   = null  First day.
// @param on     date   = null  Last day; today if it is not given.
// @param limit  int    = 1000  Most rows, the earliest first.
//
// @column date       date   Day from which the new balance holds; in Table I of a Form 5 the fiscal year's end.
// @column issuer     string Issuer name.
// @column security   string Title of the security.
// @column derivative bool   Whether it is a derivative.
// @column joint      bool   Whether the owners of a joint filing hold it together.
// @column through    string The vehicle, by name; absent where ownership is direct.
// @column kind       string Its kind, as `trust` or `spouse`.
// @column nature     string Nature of indirect ownership, normalised.
// @column cause      string Why, in one of the words above.
// @column code       string Transaction code.
// @column meaning    string What an `other` code means; what differs where a bucket is `continued`.
// @column change     float  Shares, or derivatives, gained or lost; dollars where only a value is reported.
// @column previous   float  What the bucket held before; absent before its first report.
// @column after      float  What it held then; absent where an amendment leaves the day no balance.
// @column price      float  Price per share of a transaction.
// @column row        string The row that tells it; absent where a derivative expired.
// @column filing     string Its filing.
// @column knownFrom  date   Filing day on which it could first be known.
// @column wrongFrom  date   Of a `correction`: the filing day from which the wrong balance was known.
// @column block      string The same on balances, of any holder, that are one block.
// @column holder     string The holder, by id.
// @column securityId string The security, by id.
WITH coalesce($on, date()) AS day
OPTIONAL MATCH (:Party {id: $person})-[:MEMBER_OF*0..1]->()-[:HOLDS_THROUGH*0..1]->()-[old:OWNED]->(security)
WHERE old.continuedOn IS NOT NULL
WITH day, collect({row: old.continuedBy, how: old.continuedHow, on: old.until, security: security.id}) AS continued
MATCH (:Party {id: $person})-[:MEMBER_OF*0..1]->(root)-[:HOLDS_THROUGH*0..1]->(holder)-[:OWNS|OWNED]->(security)
      <-[:ISSUED]-(issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT day, continued, issuer, security, root, holder
CALL (day, continued, security, holder) {
  CALL (security, holder) {
    MATCH (holder)-[owns:OWNS|OWNED]->(security)
    MATCH (filing:Filing {id: coalesce(owns.filing, '')})
    WITH owns, toString(owns.asOf) + toString(filing.effectiveOn) + coalesce(filing.lineage, filing.id) AS key,
         coalesce(owns.shares, owns.underlyingShares, owns.value, owns.underlyingValue) AS held
    ORDER BY key, owns.knownFrom
    RETURN collect({owns: owns, key: key, held: held}) AS balances
  }
  CALL (security, holder) {
    MATCH (:Party {id: $person})-[:FILED]->(filing:Filing)-[row:TRANSACTION|HOLDING]->(of:Security)
    WHERE of.id = security.id AND row.holder = holder.id AND row.current AND row.asOf IS NOT NULL
    WITH row, filing, toString(row.asOf) + toString(filing.effectiveOn) + coalesce(filing.lineage, filing.id) AS key
    ORDER BY key, coalesce(row.rank, row.place), filing.id
    RETURN collect({row: row, key: key, filing: filing.id, known: coalesce(filing.filedOn, filing.effectiveOn),
      moved: CASE WHEN row.acquired THEN 1 ELSE -1 END * coalesce(row.shares, row.totalValue)}) AS rows
  }
  WITH day, continued, security, balances, rows, [each IN balances WHERE each.owns.knownUntil IS NULL] AS stands
  CALL (day, continued, security, balances, stands, rows) {
    UNWIND range(0, size(stands)) AS at
    WITH continued, security, stands[at] AS now, CASE WHEN at > 0 THEN stands[at - 1] END AS last, [each IN rows
      WHERE coalesce(each.key <= stands[at].key, true) AND (at = 0 OR each.key > stands[at - 1].key)] AS told
    WITH continued, security, now, last, told, [each IN told WHERE each.moved IS NOT NULL] AS moves
    WITH continued, security, now, last, told, moves, coalesce(now.held - coalesce(last.held, 0.0)
           - reduce(sum = 0.0, each IN moves | sum + each.moved), 0.0) AS gap
    WITH now, last, told, moves, gap, CASE WHEN last IS NULL THEN [each IN continued WHERE each.row IN now.owns.rows
           OR each.how = 'split' AND each.on = now.owns.asOf AND each.security = security.id | each.how][0] END AS how
    UNWIND range(CASE WHEN abs(gap) < 0.001 THEN 0 ELSE -1 END, size(moves) - 1) AS at
    WITH now, last, told, how, gap, at, CASE WHEN at >= 0 THEN moves[at] END AS move,
         [each IN range(0, size(moves) - 1) WHERE each < at | moves[each].moved] AS before
    WITH now, last, told, how, gap, at, move, move.row AS row,
         CASE WHEN at >= 0 THEN reduce(sum = coalesce(last.held, 0.0) + gap, each IN before | sum + each)
           ELSE last.held END AS previous
    RETURN coalesce(row.asOf, now.owns.asOf) AS date, coalesce(move.key, now.key) AS key, at AS place, CASE
             WHEN at < 0 THEN CASE WHEN how IS NOT NULL THEN 'continued'
               WHEN any(each IN told WHERE each.row.reformed) THEN 'form'
               WHEN last IS NULL THEN 'reported' ELSE 'unexplained' END
             WHEN row.contradicted THEN 'contradicted'
             ELSE coalesce({P: 'trade', S: 'trade', A: 'grant', G: 'gift', M: 'exercise', C: 'exercise', O: 'exercise',
               X: 'exercise', F: 'withheld'}[row.code], CASE WHEN row.reformed THEN 'form' ELSE 'other' END) END
             AS cause,
           CASE WHEN at < 0 THEN how END AS how, row.code AS code,
           CASE WHEN at < 0 THEN gap ELSE move.moved END AS change, previous,
           coalesce(previous, 0.0) + CASE WHEN at < 0 THEN gap ELSE move.moved END AS after, row.price AS price,
           coalesce(row.id, told[0].row.id, now.owns.rows[0]) AS row,
           coalesce(move.filing, told[0].filing, now.owns.filing) AS filing,
           coalesce(move.known, now.owns.knownFrom) AS knownFrom, null AS wrongFrom, now.owns.block AS block
    UNION ALL
    UNWIND balances AS old
    WITH old, [each IN balances WHERE each.key = old.key AND each.owns.knownFrom = old.owns.knownUntil][0] AS new
    WHERE old.owns.knownUntil IS NOT NULL AND coalesce(new.held <> old.held, true)
    RETURN old.owns.asOf AS date, old.key AS key, 1000000 AS place, 'correction' AS cause, null AS how, null AS code,
           null AS change, old.held AS previous, new.held AS after, null AS price,
           coalesce(new.owns.rows[0], old.owns.rows[0]) AS row, coalesce(new.owns.filing, old.owns.filing) AS filing,
           old.owns.knownUntil AS knownFrom, old.owns.knownFrom AS wrongFrom, new.owns.block AS block
    UNION ALL
    WITH day, stands[size(stands) - 1] AS old
    WHERE NOT old.owns.closed AND old.owns.until <= day
    WITH old, old.owns.continuedBy AS by
    RETURN old.owns.until AS date, old.key AS key, 2000000 AS place,
           CASE WHEN by IS NULL THEN 'expired' ELSE 'continued' END AS cause, old.owns.continuedHow AS how,
           null AS code,
           -old.held AS change, old.held AS previous, 0.0 AS after, null AS price, by AS row,
           left(by, size(by) - size(split(by, ':')[-1]) - 1) AS filing, old.owns.continuedOn AS knownFrom,
           null AS wrongFrom, old.owns.block AS block
  }
  RETURN date, key, place, cause, how, code, change, previous, after, price, row, filing, knownFrom, wrongFrom, block
}
// the call and count(*) keep the lists of a bucket out of the sort, on the embedded engine and on Neo4j
WITH day, issuer, security, security.id AS id, root, holder, holder.id AS holding, date, key, place, cause, how, code,
     change, previous, after, price, row, filing, knownFrom, wrongFrom, block, count(*) AS once
WHERE date <= day AND ($since IS NULL OR date >= $since)
RETURN date, issuer.name AS issuer, security.title AS security, security.derivative AS derivative,
       root.id STARTS WITH 'group:' AS joint, CASE WHEN holder.id <> root.id THEN holder.displayName END AS through,
       CASE WHEN holder.id <> root.id THEN holder.kind END AS kind,
       CASE WHEN holder.id <> root.id THEN holder.nature END AS nature, cause, code,
       coalesce(how, CASE WHEN cause = 'other' THEN {
         D: 'Disposition to the issuer under Rule 16b-3(e)', I: 'Discretionary transaction under Rule 16b-3(f)',
         E: 'Expiration of a short derivative position',
         H: 'Expiration or cancellation of a long derivative position with value received',
         L: 'Small acquisition under Rule 16a-6', W: 'Acquisition or disposition by will or the laws of descent',
         Z: 'Deposit into or withdrawal from a voting trust',
         J: 'Other acquisition or disposition, described in a footnote',
         U: 'Disposition by tender in a change of control'}[code] END) AS meaning,
       change, previous, after, price, row, filing, knownFrom, wrongFrom, block, holding AS holder, id AS securityId
ORDER BY date, key, id, holding, place
LIMIT $limit
