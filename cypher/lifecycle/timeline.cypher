// Somebody's filings about each issuer, from the Form 3 to the exit.
//
// One row for each filing, with what makes it stand out: the first of its form, an amendment, the box `no longer subject
// to Section 16`. Nobody has to file an exit; a timeline that just ends says no more than that. A person without a
// Form 3 here was an insider before the filings begin, or the Form 3 is not among them.
//
// @param person person        The person or organization.
// @param issuer issuer = null Only filings about this issuer.
//
// @column issuer   string  Issuer name.
// @column day      date    Filing date, or the period of report where that is not known.
// @column period   date    Period of report: the event of a Form 3, the earliest transaction of a Form 4.
// @column form     string  Form.
// @column event    string  `first Form 3` and so on, `amendment`, `exit`; absent for the filings between.
// @column roles    strings Roles by this filing.
// @column title    string  Officer title by this filing.
// @column codes    strings Transaction codes of its rows.
// @column rows     int     Rows of both tables.
// @column filing   string  The filing.
MATCH (person:Party {id: $person})-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(company:Party)
WHERE $issuer IS NULL OR company.id = $issuer
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH company, filed, filing, row ORDER BY row.code
WITH company, filed, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day,
     collect(DISTINCT row.code) AS codes, count(row) AS rows
ORDER BY day, filing.id
WITH company, collect({filed: filed, filing: filing, day: day, codes: codes, rows: rows}) AS seen
UNWIND range(0, size(seen) - 1) AS at
WITH company, seen[at].filed AS filed, seen[at].filing AS filing, seen[at].day AS day, seen[at].codes AS codes,
     seen[at].rows AS rows, [earlier IN seen[0..at] | earlier.filing.form] AS forms
RETURN company.name AS issuer, day, filing.periodOfReport AS period, filing.form AS form,
       CASE WHEN filing.exit THEN 'exit' WHEN filing.amendment THEN 'amendment'
         WHEN NOT filing.form IN forms THEN 'first Form ' + filing.form END AS event,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]] AS roles,
       filed.officerTitle AS title, codes, rows, filing.id AS filing
ORDER BY issuer, company.id, day, filing
