// Issuers by how often filings about them are amended.
//
// Answers: each row is an issuer with how many of the filings about it are amendments: `rate` is their share.
//
// Counts: filings of Forms 3, 4 and 5 by day of filing, or by period of report where that is not known. An amendment
// counts though its original is not here. A joint filing in several parts is several filings.
//
// Does not see: why filings are amended: few filings make a high rate by chance.
//
// @example
//
// @param least  int    = 5    Fewest filings that an issuer needs to be listed.
// @param since  date   = null First day.
// @param until  date   = null Last day.
// @param issuer issuer = null Only this issuer.
// @param limit  int    = 100  Most rows.
//
// @column issuer     string Issuer name.
// @column ticker     string Trading symbol.
// @column filings    int    Filings, amendments included.
// @column amendments int    Amendments.
// @column rate       float  Amendments divided by filings.
// @column amended    int    Distinct filings that these amendments are linked to.
// @column filers     int    Distinct owners who filed an amendment.
// @column latest     string The latest amendment; absent where there is none.
// @column cik        string The issuer's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WITH issuer, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day
WHERE ($since IS NULL OR day >= $since) AND ($until IS NULL OR day <= $until)
WITH issuer, count(*) AS filings, count(CASE WHEN filing.amendment THEN 1 END) AS amendments,
     max(CASE WHEN filing.amendment THEN toString(day) + filing.id END) AS latest
WHERE filings >= $least
WITH issuer, issuer.id AS key, filings, amendments, 1.0 * amendments / filings AS rate, substring(latest, 10) AS latest
ORDER BY rate DESC, amendments DESC, issuer.name, key
LIMIT $limit
OPTIONAL MATCH (issuer)<-[:CONCERNS]-(amendment:Filing {amendment: true})
WHERE ($since IS NULL OR coalesce(amendment.filedOn, amendment.periodOfReport) >= $since)
  AND ($until IS NULL OR coalesce(amendment.filedOn, amendment.periodOfReport) <= $until)
OPTIONAL MATCH (amendment)-[:AMENDS]->(amended:Filing)
OPTIONAL MATCH (amendment)<-[:FILED]-(owner:Party)
WITH issuer, key, filings, amendments, rate, latest, count(DISTINCT amended.id) AS amended,
     count(DISTINCT owner.id) AS filers
RETURN issuer.name AS issuer, issuer.ticker AS ticker, filings, amendments, rate, amended, filers, latest,
       issuer.cik AS cik
ORDER BY rate DESC, amendments DESC, issuer, key
