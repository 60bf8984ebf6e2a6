// Issuers by how often filings about them are amended.
//
// `rate` is the share of amendments among the filings about the issuer, Forms 3, 4 and 5, in the stretch of time. A day is
// the filing date, or the period of report where that is not known. An amendment counts though its original is not here.
// Few filings make a high rate by chance, and a joint filing in several parts is several filings.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)
WITH company, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day
WHERE ($since IS NULL OR day >= $since) AND ($until IS NULL OR day <= $until)
WITH company, filing, day ORDER BY day DESC, filing.id DESC
WITH company, count(*) AS filings, collect(CASE WHEN filing.amendment THEN filing END) AS amendments
WHERE filings >= $least
WITH company, filings, amendments, 1.0 * size(amendments) / filings AS rate
ORDER BY rate DESC, size(amendments) DESC, company.name, company.id
LIMIT $limit
UNWIND CASE WHEN amendments = [] THEN [null] ELSE amendments END AS amendment
OPTIONAL MATCH (amendment)-[:AMENDS]->(amended:Filing)
OPTIONAL MATCH (amendment)<-[:FILED]-(owner:Party)
WITH company, filings, amendments, rate, count(DISTINCT amended.id) AS amended, count(DISTINCT owner.id) AS filers
RETURN company.name AS issuer, company.ticker AS ticker, filings, size(amendments) AS amendments, rate, amended, filers,
       amendments[0].id AS latest, company.cik AS cik
ORDER BY rate DESC, amendments DESC, issuer, company.id
