// How many days pass between a transaction and its filing.
//
// Answers: each row is a form that transactions belong on: those of Form 4 are due within two business days, those of
// Form 5 within 45 days of the fiscal year's end.
//
// Counts: every row of a filing, so a sale in thirty parts counts thirty times; a transaction of one block that several
// holders report counts once. Days are those of the calendar, from the transaction date to the day on which the SEC
// received the filing. A row that an amendment restates counts as filed with the original, one that an amendment adds
// as filed with the amendment.
//
// Does not see: weekends and holidays, nor rows whose date cannot be. Rows whose filing date is not known are only
// counted.
//
// @example
//
// @param since      date    = 2003-01-01 First transaction date.
// @param until      date    = null       Last transaction date; no end if it is not given.
// @param issuer     issuer  = null       Only this issuer.
// @param roles      strings = ""         Only filings of an owner in one of these roles, as `director,officer`.
// @param planned    bool    = null       Only trades under a Rule 10b5-1 plan, by its box or a text, or only others.
// @param sinceFiled date    = null       Only what was filed on this day or later.
// @param codes      strings = ""         Only transactions of these codes, as `P,S`; all if none are given.
// @param deemed     bool    = false      Whether to count from the deemed execution date where a row gives one.
// @param asFiled    bool    = false      Whether to count what was filed first, without amendments.
//
// @column form        string Form that the rows belong on; absent where they do not say.
// @column rows        int    Transactions.
// @column undated     int    Those of filings without a date or amendments without original: in no column below.
// @column least       int    Fewest days.
// @column quarter     float  Days within which a quarter of them was filed.
// @column half        float  Days within which half was filed: the median.
// @column most75      float  Days within which three quarters were filed.
// @column most90      float  Days within which nine in ten were filed.
// @column most99      float  Days within which 99 in 100 were filed.
// @column most        int    Most days.
// @column before      int    Rows filed before the transaction date, which are marked early.
// @column days0       int    Rows filed on the day.
// @column days1       int    Rows filed a day later.
// @column days2       int    Rows filed two days later.
// @column days3to4    int    Rows filed three or four days later, as over a weekend.
// @column days5to10   int    Rows filed five to ten days later.
// @column days11to30  int    Rows filed 11 to 30 days later.
// @column days31to365 int    Rows filed 31 to 365 days later.
// @column over365     int    Rows filed later still.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND CASE WHEN $asFiled THEN row.original ELSE row.current END
  AND ($roles = [] OR any(role IN filing.roles WHERE role IN $roles))
  AND coalesce(row.planned = $planned, $planned IS NULL)
  AND coalesce(filing.filedOn >= $sinceFiled, $sinceFiled IS NULL)
  AND (size($codes) = 0 OR row.code IN $codes) AND coalesce(row.block, row.id) = row.id
OPTIONAL MATCH (filing)-[:AMENDS*1..9]->(before:Filing)-[old:TRANSACTION]->(:Security)
WHERE old.superseded = row.id
WITH row.formType AS form, duration.inDays(
       CASE WHEN $deemed THEN coalesce(row.deemedDate, row.tradedOn) ELSE row.tradedOn END,
       CASE WHEN before.amendment THEN before.originalFiledOn WHEN before IS NOT NULL THEN before.filedOn
         WHEN NOT filing.amendment OR filing.lineage IS NOT NULL THEN filing.filedOn END
     ).days AS days
RETURN form, count(*) AS rows, count(*) - count(days) AS undated, min(days) AS least,
       toFloat(percentileCont(days, 0.25)) AS quarter, toFloat(percentileCont(days, 0.5)) AS half,
       toFloat(percentileCont(days, 0.75)) AS most75, toFloat(percentileCont(days, 0.9)) AS most90,
       toFloat(percentileCont(days, 0.99)) AS most99, max(days) AS most,
       count(CASE WHEN days < 0 THEN 1 END) AS before,
       count(CASE WHEN days = 0 THEN 1 END) AS days0, count(CASE WHEN days = 1 THEN 1 END) AS days1,
       count(CASE WHEN days = 2 THEN 1 END) AS days2, count(CASE WHEN days IN [3, 4] THEN 1 END) AS days3to4,
       count(CASE WHEN days >= 5 AND days <= 10 THEN 1 END) AS days5to10,
       count(CASE WHEN days >= 11 AND days <= 30 THEN 1 END) AS days11to30,
       count(CASE WHEN days >= 31 AND days <= 365 THEN 1 END) AS days31to365,
       count(CASE WHEN days > 365 THEN 1 END) AS over365
ORDER BY form
