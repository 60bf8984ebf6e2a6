// Filings whose box for a 10b5-1 plan does not agree with what they say of one.
//
// Answers: one row for each filing, by `because`. `named`: a footnote or the remarks name a Rule 10b5-1 plan, and the
// box is empty or not there. `old plan`: the box is ticked, and each plan that is dated was adopted before 27 February
// 2023.
//
// Counts: Forms 4 and 5 and their amendments, each by itself. The box is for plans adopted or modified from 27 February
// 2023 on. So `rule` explains an empty box where it is `old`, and contradicts it where it is `new`.
//
// Does not see: when a plan was adopted where no text says so: then `rule` is `unknown`. A filing read from the SEC's
// tables may lack the box although it was ticked, as `source` says. A denial names no plan, nor does Rule 10b-5 alone.
//
// @example issuer=MRRW
//
// @param since  date   = 2023-04-01 First day from which a filing counts: its original's filing date, or its own.
// @param issuer issuer = null       Only filings about this issuer.
// @param person person = null       Only filings of this owner.
// @param limit  int    = 100        Most rows, the latest first.
//
// @column filing  string  The filing.
// @column day     date    Day from which it counts.
// @column issuer  string  Issuer name.
// @column ticker  string  Trading symbol.
// @column owners  strings Owners who filed, by name.
// @column because string  `named` or `old plan`.
// @column box     bool    The box; absent where the filing has none.
// @column source  string  What it was read from: `xml`, `html`, `text` or `tables`.
// @column rule    string  `old`, `new`, or `unknown`.
// @column adopted strings The days, or months, on which its plans were adopted or modified.
// @column rows    strings The transactions said to be under a plan, in the order of the form.
// @column text    strings The sentences that name a plan.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE any(each IN filing.said WHERE each STARTS WITH 'plan|') AND filing.effectiveOn >= $since
  AND filing.form IN ['4', '4/A', '5', '5/A']
WITH issuer, filing, [each IN filing.said WHERE each STARTS WITH 'plan|' AND split(each, '|')[2] <> ''
       | split(each, '|')[2]] AS adopted
WITH issuer, filing, adopted, CASE
       WHEN any(each IN adopted WHERE each >= '2023-02-27' OR each > '2023-02' AND size(each) = 7) THEN 'new'
       WHEN size(adopted) > 0 AND none(each IN adopted WHERE each = '2023-02') THEN 'old' ELSE 'unknown' END AS rule
WHERE NOT coalesce(filing.plan10b51, false) OR rule = 'old'
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
CALL (filing) {
  OPTIONAL MATCH (filing)-[row:TRANSACTION]->(:Security)
  WHERE any(each IN row.said WHERE each STARTS WITH 'plan|')
  WITH row ORDER BY row.place
  RETURN collect(row.id) AS rows
}
WITH issuer, filing, adopted, rule, owners, asked, rows
WHERE $person IS NULL OR asked > 0
RETURN filing.id AS filing, filing.effectiveOn AS day, issuer.name AS issuer, issuer.ticker AS ticker, owners,
       CASE WHEN filing.plan10b51 THEN 'old plan' ELSE 'named' END AS because, filing.plan10b51 AS box,
       filing.source AS source, rule, adopted, rows, [at IN range(0, size(filing.said) - 1)
         WHERE filing.said[at] STARTS WITH 'plan|' | filing.saidIn[at]] AS text
ORDER BY day DESC, filing
LIMIT $limit
