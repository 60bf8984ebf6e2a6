// Somebody's filings about each issuer, from the Form 3 to the exit.
//
// Answers: one row for each filing, with what makes it stand out: the first of its form, an amendment, or the box
// `no longer subject to Section 16`; and with what is missing. `no Form 3`: the first filing, where none is a Form 3.
// `silent n days`: after this filing nothing came for more than `silent` days, until the next one or the latest filing
// of anybody about the issuer.
//
// Counts: all filings, each on its own filing date, or on its period of report where that is not known.
//
// Does not see: an exit without a filing; a timeline may just end. A person without a Form 3 here became an insider
// before the filings begin, or the Form 3 is not loaded.
//
// @example person="Rosamund Pell"
// @example person="Per Lindqvist" silent=365
//
// @param person person        The person or organization.
// @param issuer issuer = null Only filings about this issuer.
// @param silent int    = 730  Days without a filing that are missed.
//
// @column issuer   string  Issuer name.
// @column day      date    Filing date, or the period of report where that is not known.
// @column period   date    Period of report: the event of a Form 3, the earliest transaction of a Form 4.
// @column form     string  Form.
// @column event    string  `first Form 3` and so on, `amendment`, `exit`; absent for the filings between.
// @column gap      int     Days since the filing before.
// @column missing  string  `no Form 3`, `silent n days`, or both.
// @column roles    strings Roles by this filing.
// @column title    string  Officer title by this filing.
// @column codes    strings Transaction codes of its rows.
// @column rows     int     Rows of both tables.
// @column filing   string  The filing.
MATCH (person:Party {id: $person})-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH issuer, filed, filing, row ORDER BY row.code
WITH issuer, filed, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day,
     collect(DISTINCT row.code) AS codes, count(row) AS rows
ORDER BY day, filing.id
WITH issuer, collect({filed: filed, filing: filing, day: day, codes: codes, rows: rows}) AS seen
CALL (issuer) {
  MATCH (issuer)<-[:CONCERNS]-(other:Filing)
  RETURN max(coalesce(other.filedOn, other.periodOfReport)) AS latest
}
UNWIND range(0, size(seen) - 1) AS at
WITH issuer, latest, seen, seen[at].filed AS filed, seen[at].filing AS filing, seen[at].day AS day,
     seen[at].codes AS codes, seen[at].rows AS rows, [earlier IN seen[0..at] | earlier.filing.form] AS forms,
     CASE WHEN at > 0 THEN duration.inDays(seen[at - 1].day, seen[at].day).days END AS gap,
     duration.inDays(seen[at].day, CASE WHEN at + 1 < size(seen) THEN seen[at + 1].day ELSE latest END).days AS quiet
WITH issuer, filed, filing, day, codes, rows, forms, gap, CASE
       WHEN gap IS NULL AND none(each IN seen WHERE each.filing.form STARTS WITH '3') THEN ['no Form 3'] ELSE [] END
     + CASE WHEN quiet > $silent AND NOT coalesce(filing.exit, false) THEN ['silent ' + toString(quiet) + ' days']
       ELSE [] END AS missing
RETURN issuer.name AS issuer, day, filing.periodOfReport AS period, filing.form AS form,
       CASE WHEN filing.exit THEN 'exit' WHEN filing.amendment THEN 'amendment'
         WHEN NOT filing.form IN forms THEN 'first Form ' + filing.form END AS event,
       gap, CASE size(missing) WHEN 2 THEN missing[0] + ', ' + missing[1] ELSE missing[0] END AS missing,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]] AS roles,
       filed.officerTitle AS title, codes, rows, filing.id AS filing
ORDER BY issuer, day, filing
