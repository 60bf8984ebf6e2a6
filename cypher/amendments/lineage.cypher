// The amendments of a filing, from the original on, and how sure each link is.
//
// Answers: each row is the original or an amendment that is linked to it, the earliest filed first, whichever of them
// is asked for.
//
// Counts: the rows of both tables; a row that an amendment restates no longer stands, and a row that restates none is
// added. A link is made by what the forms give: issuer, an owner in common, the form, the day on which the original was
// filed, the period.
//
// Does not see: an amendment that has no link: it stands alone.
//
// @example filing=0009900002-23-000007
//
// @param filing filing  The original or any of its amendments.
//
// @column place           int    Place in the order of filing, from 1.
// @column filing          string The filing.
// @column form            string Form.
// @column filedOn         date   Filing date; absent where it is not known.
// @column originalFiledOn date   On an amendment: filing date of the original, as the amendment gives it.
// @column periodOfReport  date   Period of report.
// @column amends          string The filing that it is linked to.
// @column method          string What agrees: `filing date and period`, `filing date` or `period`.
// @column confidence      string `high`: filing date and all owners agree; `low`: only the period; else `medium`.
// @column rows            int    Its rows.
// @column restates        int    How many of them restate a row of an earlier filing.
// @column adds            int    How many restate none; absent where it is linked to no filing.
// @column standing        int    How many of its rows no later amendment restates.
// @column remarks         string Its remarks, where filers often say why they amend.
MATCH (given:Filing {id: $filing})
WITH coalesce(given.lineage, given.id) AS root
MATCH (first:Filing {id: root})<-[:AMENDS*0..50]-(filing:Filing)
WITH DISTINCT root, filing
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH root, filing, count(row) AS rows, count(CASE WHEN row.current THEN 1 END) AS standing, collect(row.id) AS ids
MATCH (first:Filing {id: root})<-[:AMENDS*0..50]-(earlier:Filing)
OPTIONAL MATCH (earlier)-[old:TRANSACTION|HOLDING]->(:Security)
WITH filing, rows, standing, sum(CASE WHEN old.superseded IN ids THEN 1 ELSE 0 END) AS restates
OPTIONAL MATCH (filing)-[amends:AMENDS]->(amended:Filing)
WITH filing, rows, standing, restates, amends, amended,
     coalesce(filing.filedOn, filing.originalFiledOn, filing.periodOfReport) AS day
ORDER BY day, filing.amendment, filing.id
WITH collect({filing: filing, rows: rows, standing: standing, restates: restates, method: amends.method,
  confidence: amends.confidence, amended: amended.id}) AS seen
UNWIND range(0, size(seen) - 1) AS at
WITH at + 1 AS place, seen[at] AS each, seen[at].filing AS filing
RETURN place, filing.id AS filing, filing.form AS form, filing.filedOn AS filedOn,
       filing.originalFiledOn AS originalFiledOn, filing.periodOfReport AS periodOfReport, each.amended AS amends,
       each.method AS method, each.confidence AS confidence, each.rows AS rows, each.restates AS restates,
       CASE WHEN each.amended IS NOT NULL THEN each.rows - each.restates END AS adds, each.standing AS standing,
       filing.remarks AS remarks
ORDER BY place
