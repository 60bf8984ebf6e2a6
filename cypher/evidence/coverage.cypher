// What the store covers, and what it lacks.
//
// Answers: one row for each quarter, form, source and version of the form's schema, with the filings of it and how
// many of them lack something.
//
// Counts: each filing once, in the fullest reading that was loaded. The quarter is that of the filing date or, where
// that is not known, of the period of report.
//
// Does not see: filings that were never loaded. Quarters of an issuer without filings may be a gap in the store or
// quiet months.
//
// @example
//
// @param issuer issuer = null Only filings about this issuer.
// @param limit  int    = 1000 Most rows, the earliest first.
//
// @column quarter      string As `2024q1`.
// @column form         string 3, 4, 5, 3/A, 4/A or 5/A.
// @column source       string What it was read from: `xml`, `html`, `text`, `tables`.
// @column schema       string Version of the form's schema; absent where there is none.
// @column filings      int    Filings.
// @column issuers      int    Issuers that they are about.
// @column ownerless    int    Filings without reporting owners.
// @column undated      int    Filings without a filing date.
// @column rowless      int    Filings without rows.
// @column uncited      int    Footnotes that no row cites.
// @column withoutForm3 int    Filings of which an owner has no Form 3 about the issuer here.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
CALL (issuer) {
  MATCH (issuer)<-[:CONCERNS]-(filing:Filing)<-[:FILED]-(owner:Party)
  WHERE filing.form IN ['3', '3/A']
  RETURN collect(DISTINCT owner.id) AS entered
}
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
CALL (filing, entered) {
  OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
  RETURN count(owner) AS owners, count(CASE WHEN NOT owner.id IN entered THEN 1 END) AS strangers
}
CALL (filing) {
  OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  RETURN count(row) AS rows,
         reduce(all = [], refs IN collect(row.footnoteRefs) | all + [ref IN refs | split(ref, ':')[1]]) AS cited
}
WITH issuer, filing, owners, strangers, rows, coalesce(filing.filedOn, filing.periodOfReport) AS day,
     size([note IN coalesce(filing.footnotes, []) WHERE NOT split(note, ':')[0] IN cited]) AS uncited
WITH toString(day.year) + 'q' + toString(day.quarter) AS quarter, filing.form AS form, filing.source AS source,
     filing.schemaVersion AS schema, issuer.id AS issuer, filing.filedOn AS filedOn, owners, strangers, rows, uncited
RETURN quarter, form, source, schema, count(*) AS filings, count(DISTINCT issuer) AS issuers,
       count(CASE WHEN owners = 0 THEN 1 END) AS ownerless,
       count(CASE WHEN filedOn IS NULL THEN 1 END) AS undated,
       count(CASE WHEN rows = 0 THEN 1 END) AS rowless, sum(uncited) AS uncited,
       count(CASE WHEN strangers > 0 THEN 1 END) AS withoutForm3
ORDER BY quarter, form, source, schema
LIMIT $limit
