// Balances that do not follow from the balance before, and a likely cause.
//
// Answers: one row for each balance of a holder in a security that differs from the balance before by another
// amount than the transactions of its statement. `found` is the balance before as the rows imply it, `expected` the
// one that was reported. A statement is a filing with its amendments. The first cause that holds is given.
// `amendment`: an amendment states one of the two. `split`: the one is a usual multiple of the other (`ratio`), and
// another holder's too at the same time, or a footnote that the row cites tells of a stock split. `change of form`: a
// footnote on the holder's rows says that shares are held in another form than before (Rule 16a-13). `status change`: a
// Form 3, or a filing after an exit, or another position of the owner misses the same amount the other way round.
// `plan`: an account in an employee plan, which may grow unreported. `footnote`: the balance cites one. `missing
// filing`: the two are of different statements. `unknown`: they are of one.
//
// Counts: balances in shares that stand, give or take one share. A balance may also follow from the one that was
// filed before it, from one lot of the balance before, and for derivatives from any earlier balance or from none. A
// holding that repeats another holder's balance in its filing, as deemed owners do, is left out.
//
// Does not see: balances in dollars; transactions of one day that contradict each other within one statement,
// unless their first row and their sum imply different balances before.
//
// @example
//
// @param issuer issuer = null Only securities of this issuer.
// @param limit  int    = 100  Most rows.
//
// @column id       string  The row whose balance does not follow.
// @column cause    string  One of the words above.
// @column found    float   The balance before it, as its rows imply it.
// @column expected float   The balance before it, as reported.
// @column ratio    float   The one by the other, where it is a usual one of splits.
// @column asOf     date    Day of the balance.
// @column since    date    Day of the balance before.
// @column previous string  The row that states the balance before.
// @column issuer   string  Issuer name.
// @column security string  Title of the security.
// @column holder   string  The holder, by `id`.
// @column through  string  The vehicle, if it is one, by name.
// @column footnote strings Footnotes that the balance cites.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
CALL (issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security)
  CALL (security) {
    MATCH (security)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
    WHERE row.current AND row.asOf IS NOT NULL AND row.holder IS NOT NULL AND row.sharesAfter IS NOT NULL
    WITH row, filing, coalesce(filing.lineage, filing.id) AS statement ORDER BY coalesce(row.rank, row.place), filing.id
    WITH row.holder AS holder, row.asOf AS asOf, filing.effectiveOn AS day, statement, last(collect(filing)) AS filing,
         collect(row) AS rows
    RETURN holder, asOf, filing.id AS stated, day, statement, filing, rows, null AS shares
    UNION ALL
    MATCH (security)<-[owns:OWNS|OWNED]-(who)
    WHERE owns.knownUntil IS NULL AND owns.shares IS NOT NULL
    RETURN who.id AS holder, owns.asOf AS asOf, owns.filing AS stated, null AS day, null AS statement, null AS filing,
           null AS rows, owns.shares AS shares
  }
  WITH security, holder, asOf, stated, max(day) AS day, max(statement) AS statement, head(collect(filing)) AS filing,
       head(collect(rows)) AS rows, max(shares) AS shares
  WHERE rows IS NOT NULL AND shares IS NOT NULL
  WITH security, holder, asOf, day, statement, filing, shares, head(rows) AS row, last(rows).id AS stated,
       [row IN rows WHERE type(row) = 'HOLDING' | row.sharesAfter] AS lots,
       [row IN rows WHERE type(row) = 'TRANSACTION' | row.sharesAfter] AS afters,
       [row IN rows WHERE type(row) = 'TRANSACTION' |
         CASE WHEN row.acquired THEN row.shares ELSE -row.shares END] AS moves
  WITH security, holder, asOf, day, statement, filing, shares, row, stated, lots, afters, moves,
       reduce(sum = 0.0, each IN moves | sum + each) AS moved
  WHERE moved IS NOT NULL
  ORDER BY asOf, day, statement
  WITH security, holder, collect({asOf: asOf, day: day, statement: statement, filing: filing, shares: shares, row: row,
       stated: stated, lots: lots, befores: [shares - moved, last(afters) - moved]
         + CASE WHEN security.derivative THEN [shares + moved, head(afters) - head(moves)] ELSE [] END, // sold short
       apart: NOT security.derivative AND lots = [] AND abs(head(afters) - head(moves) - last(afters) + moved) > 1.0
         AND any(each IN afters WHERE each <> head(afters))}) AS balances
  UNWIND range(0, size(balances) - 1) AS at
  WITH security, holder, balances[at] AS now, CASE WHEN at > 0 THEN balances[at - 1] END AS was,
       balances[..at] AS earlier, reduce(filed = null, each IN balances | CASE
         WHEN each.statement = balances[at].statement OR each.day > balances[at].day THEN filed
         WHEN filed IS NULL OR each.day >= filed.day THEN each ELSE filed END) AS filed
  WITH security, holder, now, was, now.befores AS befores, CASE
       WHEN security.derivative THEN [0.0] + [each IN earlier | each.shares]
       ELSE was.lots + [was.shares, filed.shares] END AS expected
  WITH security, holder, now, was, was IS NOT NULL AND any(before IN befores WHERE any(each IN expected
       WHERE coalesce(abs(before - each) <= 1.0, false))) AS follows
  WHERE NOT follows AND (was IS NOT NULL OR now.apart OR abs(head(now.befores)) > 1.0)
  WITH security, holder, now, was, head(now.befores) AS found, coalesce(was.shares, 0.0) AS expected
  WITH security, holder, now, was, found, expected, CASE WHEN found >= 20.0 AND expected >= 20.0 THEN
       head([each IN [1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0]
         + [100.0] WHERE abs(found - expected * each) <= each OR abs(expected - found * each) <= each
         | CASE WHEN found < expected THEN 1.0 / each ELSE each END]) END AS ratio
  WITH security, collect({holder: holder, owner: head(split(holder, '|')), now: now, was: was, found: found,
       expected: expected, more: found - expected, ratio: ratio}) AS jumps
  UNWIND [jump IN jumps WHERE jump.was IS NOT NULL OR jump.now.apart] AS jump
  WITH security, jump, jump.now AS now, jump.was AS was, [each IN jumps WHERE each.holder <> jump.holder] AS others
  RETURN security, jump.holder AS holder, now.row AS row, now.filing AS filing, now.asOf AS asOf, was.asOf AS since,
    coalesce(was.stated, now.stated) AS previous, jump.ratio AS ratio, jump.found AS found, CASE WHEN was IS NOT NULL
      THEN jump.expected WHEN now.row.acquired THEN now.row.sharesAfter - now.row.shares
      ELSE now.row.sharesAfter + now.row.shares END AS expected,
      was IS NULL OR now.statement = was.statement AS together, CASE
      WHEN now.filing.amendment OR was.filing.amendment THEN 'amendment'
      WHEN any(each IN others WHERE each.ratio = jump.ratio AND each.was.asOf < now.asOf AND was.asOf < each.now.asOf)
        THEN 'split'
      WHEN was.statement <> now.statement AND left(now.filing.form, 1) = '3' OR was.filing.exit
        OR any(each IN others WHERE each.owner = jump.owner AND abs(each.more + jump.more) <= 1.0
          AND was.asOf < each.now.asOf AND each.now.asOf <= now.asOf) THEN 'status change' END AS cause
}
// count(*) keeps the lists of an issuer's balances out of the sort
WITH issuer, security, holder, row, filing, asOf, since, previous, ratio, found, expected, together, cause,
     count(*) AS once
WHERE type(row) = 'TRANSACTION' OR NOT EXISTS {
  MATCH (filing)-[other:TRANSACTION|HOLDING]->(of:Security)
  WHERE of.id = security.id AND other.sharesAfter = row.sharesAfter AND other.holder <> holder
}
WITH issuer, security, holder, row, filing, asOf, since, previous, ratio, found, expected, together, cause
ORDER BY issuer.name, issuer.id, row.id
LIMIT $limit
OPTIONAL MATCH (security)<-[old:OWNED]-(who) // what an amendment has corrected
WHERE who.id = holder AND old.knownUntil IS NOT NULL AND abs(old.shares - found) <= 1.0
OPTIONAL MATCH (vehicle:Vehicle {id: holder})
OPTIONAL MATCH (vehicle)-[:ACCOUNT_IN]->(account:Plan)
WITH issuer, security, holder, row, filing, asOf, since, previous, ratio, found, expected, together, cause,
     count(old) AS corrected, count(account) AS accounts, max(vehicle.displayName) AS through,
     [ref IN coalesce(row.footnoteRefs, []) WHERE ref STARTS WITH 'sharesAfter:' | split(ref, ':')[1]] AS notes,
     [note IN coalesce(filing.footnotes, []) WHERE any(ref IN coalesce(row.footnoteRefs, [])
       WHERE split(ref, ':')[1] = split(note, ':')[0]) | toLower(note)] AS cited
RETURN row.id AS id, CASE
  WHEN corrected > 0 THEN 'amendment'
  WHEN cause IN ['amendment', 'split'] THEN cause
  WHEN any(note IN cited WHERE any(words IN ['stock split', 'share split', 'forward split', 'reverse split',
    '-one split', '-1 split'] WHERE note CONTAINS words)) THEN 'split'
  WHEN EXISTS { MATCH (filing)-[of:TRANSACTION|HOLDING]->(security) WHERE of.reformed AND of.holder = holder }
    THEN 'change of form'
  WHEN cause IS NOT NULL THEN cause
  WHEN accounts > 0 AND NOT together THEN 'plan'
  WHEN notes <> [] THEN 'footnote'
  WHEN together THEN 'unknown' ELSE 'missing filing'
END AS cause, found, expected, ratio, asOf, since, previous, issuer.name AS issuer, security.title AS security,
  holder, through,
  [note IN coalesce(filing.footnotes, []) WHERE split(note, ':')[0] IN notes] AS footnote
ORDER BY issuer, id
LIMIT $limit
