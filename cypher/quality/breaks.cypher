// Balances that do not follow from the ones before, and why that may be.
//
// A bucket is a security and who or what holds it. Its rows stand in order as for positions: by the day of their balance, then
// by filing date (an amendment with its original), then by place; restated rows are left out, and so is what gives no balance
// in shares. The balance before a transaction, or that of a holding, should be the balance of the row before, give or take one
// share. It follows too from the row that was filed before it, from one lot of the statement before or from all its lots
// together, and where all transactions of a filing repeat the balance at its end. Lots within one filing are no breaks, nor is
// a holding that repeats the balance of another holder in the filing, as deemed owners do. Derivatives follow from any earlier
// balance, or from none, for grants share a bucket, and short positions grow by what is disposed of.
//
// Causes, of which the first that holds is given. `amendment`: one of the two rows is an amendment's, or the balance goes on from
// a row that one restates. `split`: the one is a usual multiple of the other (`ratio`), and in another bucket of the security
// across the same days too; a `ratio` with another cause is of one bucket alone. `status change`: the row is of a Form 3, or the
// filing before ticks the exit box, or another bucket of the owner misses, or begins with, the same amount the other way round.
// `plan`: an account in an employee plan, which may grow unreported. `footnote`: the balance cites one. `missing filing`: the rows
// are of two filings, and nothing else is seen. `unknown`: they are of one.
//
// @param issuer issuer = null Only securities of this issuer.
// @param limit  int    = 100  Most rows.
//
// @column id       string  The row whose balance does not follow.
// @column cause    string  `amendment`, `split`, `status change`, `plan`, `footnote`, `missing filing` or `unknown`.
// @column found    float   The balance before it, as the row implies it.
// @column expected float   The balance of the row before.
// @column ratio    float   The one by the other, where it is a usual one of splits.
// @column asOf     date    Day of the row's balance.
// @column since    date    Day of the balance before.
// @column previous string  The row before.
// @column issuer   string  Issuer name.
// @column security string  Title of the security.
// @column holder   string  Who or what holds it, by `id`.
// @column footnote strings What the footnotes say that the balance cites.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
WHERE row.asOf IS NOT NULL AND row.holder IS NOT NULL AND row.sharesAfter IS NOT NULL
WITH company, class, row, filing, coalesce(filing.lineage, filing.id) AS statement,
     coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) AS day
ORDER BY row.asOf, day, statement, coalesce(row.rank, row.place), filing.id
WITH company, class, row.holder AS holder, collect({
  id: row.id, filing: filing.id, statement: statement, day: day, asOf: row.asOf, held: type(row) = 'HOLDING',
  superseded: row.superseded IS NOT NULL, amendment: filing.amendment, form: left(filing.form, 1), exit: filing.exit,
  refs: coalesce(row.footnoteRefs, []), after: row.sharesAfter,
  moved: CASE WHEN type(row) = 'HOLDING' THEN 0.0 WHEN row.acquired THEN row.shares ELSE -row.shares END
}) AS stated
WITH company, class, holder, [row IN stated WHERE NOT row.superseded] AS rows, [row IN stated WHERE row.superseded] AS restated
UNWIND range(0, size(rows) - 1) AS at
WITH company, class, holder, rows, restated, at, rows[at] AS row,
     CASE WHEN at > 0 THEN rows[at - 1] END AS last, rows[at].after - rows[at].moved AS found
WHERE found IS NOT NULL AND (last IS NULL OR abs(found - last.after) > 1.0 AND NOT (
  last.statement = row.statement AND (class.derivative OR last.held OR row.held OR abs(row.after - last.after) <= 1.0)))
WITH company, class, holder, rows, restated, at, row, last, found,
     [each IN rows WHERE each.statement = row.statement] AS its,
     CASE WHEN last IS NULL THEN [] ELSE [each IN rows WHERE each.statement = last.statement] END AS lasts,
     reduce(filed = null, each IN rows | CASE WHEN each.statement = row.statement OR each.day > row.day THEN filed
       WHEN filed IS NULL OR each.day >= filed.day THEN each ELSE filed END) AS filed
WITH company, class, holder, restated, row, last, found, lasts,
     [found] + CASE WHEN class.derivative THEN [row.after + row.moved] ELSE [] END // of a short position
       + CASE WHEN row.held THEN [reduce(sum = 0.0, each IN its | sum + CASE WHEN each.held THEN each.after ELSE 0.0 END)]
              WHEN all(each IN its WHERE each.held OR each.after = row.after)
              THEN [row.after - reduce(sum = 0.0, each IN its | sum + each.moved)] ELSE [] END AS befores,
     CASE WHEN class.derivative THEN [0.0] + [each IN rows[..at] | each.after] ELSE
       CASE WHEN filed IS NULL THEN [] ELSE [filed.after] END + [each IN lasts WHERE each.held | each.after]
       + [last.after, reduce(sum = CASE WHEN last.held THEN 0.0 ELSE last.after END,
            each IN lasts | sum + CASE WHEN each.held THEN each.after ELSE 0.0 END)] END AS afters
WHERE last IS NULL OR none(before IN befores WHERE any(after IN afters WHERE abs(before - after) <= 1.0))
WITH company, class, holder, restated, row, last, found,
     CASE WHEN last IS NULL THEN 0.0 ELSE last.after END AS expected
WITH company, class, holder, restated, row, last, found, expected, CASE WHEN found < expected THEN found ELSE expected END AS less,
     CASE WHEN found < expected THEN expected ELSE found END AS more
WITH company, class, holder, restated, row, last, found, expected, CASE WHEN last IS NOT NULL AND less >= 20.0 THEN head([
       ratio IN [1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 100.0]
       WHERE abs(more - less * ratio) <= ratio | CASE WHEN found < expected THEN 1.0 / ratio ELSE ratio END]) END AS ratio
WITH company, class, collect({
  holder: holder, owner: split(holder, '|')[0], restated: restated, row: row, last: last, found: found, expected: expected,
  more: found - expected, ratio: ratio
}) AS jumps
UNWIND [jump IN jumps WHERE jump.last IS NOT NULL] AS jump
WITH company, class, jumps, jump, jump.row AS row, jump.last AS last, jump.holder AS holder
OPTIONAL MATCH (account:Vehicle {id: holder})-[:ACCOUNT_IN]->(:Plan)
WITH company, class, jumps, jump, row, last, holder, count(account) AS accounts, row.filing AS its
MATCH (filing:Filing {id: its})
WITH company, class, jump, row, last, holder, [ref IN row.refs WHERE ref STARTS WITH 'sharesAfter:' | split(ref, ':')[1]] AS notes,
     filing, row.held AS held, row.after AS after, CASE
  WHEN row.amendment OR last.amendment OR any(old IN jump.restated WHERE abs(old.after - jump.found) <= 1.0) THEN 'amendment'
  WHEN any(other IN jumps WHERE other.holder <> holder AND other.ratio = jump.ratio
    AND other.last.asOf < row.asOf AND last.asOf < other.row.asOf) THEN 'split'
  WHEN (row.form = '3' AND row.statement <> last.statement) OR last.exit OR any(other IN jumps
    WHERE other.holder <> holder AND other.owner = jump.owner AND abs(other.more + jump.more) <= 1.0
      AND last.asOf < other.row.asOf AND other.row.asOf <= row.asOf) THEN 'status change'
  WHEN row.statement <> last.statement AND accounts > 0 THEN 'plan'
  WHEN any(ref IN row.refs WHERE ref STARTS WITH 'sharesAfter:') THEN 'footnote'
  WHEN row.statement <> last.statement THEN 'missing filing'
  ELSE 'unknown'
END AS cause
WHERE NOT held OR NOT EXISTS {
  MATCH (filing)-[other:TRANSACTION|HOLDING]->(class) WHERE other.sharesAfter = after AND other.holder <> holder
}
RETURN row.id AS id, cause, jump.found AS found, jump.expected AS expected, jump.ratio AS ratio, row.asOf AS asOf,
       last.asOf AS since, last.id AS previous, company.name AS issuer, class.title AS security, holder,
       [note IN coalesce(filing.footnotes, []) WHERE split(note, ':')[0] IN notes] AS footnote
ORDER BY issuer, id
LIMIT $limit
