// Plans by the adoption date that filings state, and the days to the first trade.
//
// Answers: one row for each Rule 10b5-1 plan: the owners of a filing, an issuer, and a day of adoption that a footnote
// or the remarks state. `days` are those from then to the first trade that the filings say was made under it.
//
// Counts: rows of codes P, S, M, X and C that stand, each block once. A modified plan counts as a new one. `verdict`
// follows Rule 10b5-1(c) as amended from 27 February 2023. `old rule`: adopted before, with no wait. For directors and
// officers: `before 90`, on the 90th day or sooner; `90 to 120`, which depends on the day of the 10-Q or 10-K; `after
// 120`. For others `before 30` and `after 30`. Absent where no such row stands.
//
// Does not see: a plan without a date. The first trade of the filings may not be the first of the plan. Of a plan
// of which only the month is told the day and the wait are not known; it counts from the first day of the month.
//
// @example issuer=MRRW
//
// @param issuer issuer = null Only plans for securities of this issuer.
// @param person person = null Only filings of this owner.
// @param since  date   = null First day of adoption.
// @param until  date   = null Last day of adoption.
// @param within int    = null Only plans whose first trade came within so many days.
// @param limit  int    = 100  Most rows, the latest plans first.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column adopters strings Who adopted it, as worded, if not the reporting person.
// @column how      string  `adopted` or `modified`.
// @column adopted  date    The day of it; absent where only the month is told.
// @column month    string  The month of it, as `2024-03`.
// @column first    date    Day of the first trade under it.
// @column days     int     Days between the two.
// @column rule     string  `old` or `new`, by the day of adoption; absent in the month of the change.
// @column verdict  string  What the wait was, in the words above.
// @column ended    date    Day on which the plan ended, or is to end, where a note says so.
// @column ticked   int     Filings with the box for such a plan ticked.
// @column unticked int     Filings with the box not ticked.
// @column text     string  The sentence that tells the day.
// @column rows     strings The trades under it, the earliest first.
// @column filings  strings The filings that tell it, the earliest first.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE any(each IN filing.said WHERE each STARTS WITH 'plan|')
CALL (filing) {
  MATCH (filing)<-[filed:FILED]-(owner:Party)
  WITH filed, owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.id) AS ids, collect(owner.displayName) AS owners,
         max(filed.director OR filed.officer) AS insider
}
WITH issuer, filing, ids, owners, insider
WHERE $person IS NULL OR $person IN ids
UNWIND range(0, size(filing.said) - 1) AS at
WITH issuer, filing, ids, owners, insider, filing.said[at] AS said, filing.saidIn[at] AS text
WHERE said STARTS WITH 'plan|' AND split(said, '|')[2] <> ''
WITH issuer, filing, ids, owners, insider, said, text, split(said, '|')[2] AS told, split(said, '|')[3] AS how,
     [each IN filing.said WHERE each STARTS WITH 'adopter|' + split(said, '|')[1] + '|'
       | split(each, '|')[2]] AS adopters,
     [each IN filing.said WHERE each STARTS WITH 'planEnd|' AND size(split(each, '|')[2]) = 10
       | date(split(each, '|')[2])] AS ends
WITH *, CASE size(told) WHEN 10 THEN date(told) ELSE date(told + '-01') END AS begun
WHERE begun >= coalesce($since, begun) AND begun <= coalesce($until, begun)
OPTIONAL MATCH (filing)-[row:TRANSACTION]->(:Security)
WHERE said IN row.said AND row.code IN ['P', 'S', 'M', 'X', 'C'] AND row.current
  AND coalesce(row.block, row.id) = row.id
WITH issuer, filing, ids, owners, insider, text, told, begun, how, adopters, ends, row
ORDER BY row.tradedOn, filing.effectiveOn, filing.id, row.place
WITH issuer, ids, owners, how, told, begun, max(insider) AS insider, min(row.tradedOn) AS first,
     collect(row.id) AS rows, collect(DISTINCT filing) AS filings, head(collect(text)) AS text,
     collect(DISTINCT adopters[0]) AS adopters, [each IN collect(ends[0]) WHERE each > begun] AS ends
WITH issuer, owners, how, told, begun, CASE size(told) WHEN 10 THEN begun END AS adopted, insider, first, rows,
     filings, text, adopters, ends[-1] AS ended,
     CASE WHEN left(told, 7) < '2023-02' OR (size(told) = 10 AND begun < date('2023-02-27')) THEN 'old'
       WHEN told <> '2023-02' THEN 'new' END AS rule
WITH *, duration.inDays(adopted, first).days AS days
WHERE $within IS NULL OR days <= $within
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners, adopters, how, adopted,
       left(told, 7) AS month, first, days, rule, CASE WHEN rule = 'old' THEN 'old rule'
         WHEN NOT insider AND days <= 30 THEN 'before 30' WHEN NOT insider AND days > 30 THEN 'after 30'
         WHEN days <= 90 THEN 'before 90' WHEN days <= 120 THEN '90 to 120' WHEN days > 120 THEN 'after 120'
       END AS verdict, ended, size([each IN filings WHERE each.plan10b51]) AS ticked,
       size([each IN filings WHERE NOT each.plan10b51]) AS unticked, text, rows, [each IN filings | each.id] AS filings
ORDER BY begun DESC, issuer, owners, how, told, filings
LIMIT $limit
