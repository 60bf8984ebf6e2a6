// Those who sign or submit filings for others, by how often these are amended.
//
// Answers: each row is somebody who signs or submits filings for others. A `signatory` is somebody whose signature says
// that an attorney-in-fact signed; one person under two spellings is two. A `prefix` is the first ten digits of
// accession numbers: the account that submitted, of a filing agent, a issuer or an owner.
//
// Counts: filings of Forms 3, 4 and 5 by day of filing, or by period of report where that is not known; `rate` is the
// share of amendments among them. An amendment counts for who signed and submitted it.
//
// Does not see: who made the mistake: that need not be who amends it.
//
// @example
//
// @param kind   string = null Only of this kind: `signatory` or `prefix`.
// @param least  int    = 5    Fewest filings that an agent needs to be listed.
// @param since  date   = null First day.
// @param until  date   = null Last day.
// @param issuer issuer = null Only filings about this issuer.
// @param limit  int    = 100  Most rows.
//
// @column kind       string `signatory` or `prefix`.
// @column agent      string Name in capitals, or ten digits.
// @column filings    int    Filings, amendments included.
// @column amendments int    Amendments.
// @column rate       float  Amendments divided by filings.
// @column issuers    int    Distinct issuers of these filings.
// @column latest     string The latest amendment; absent where there is none.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WITH issuer, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day
WHERE ($since IS NULL OR day >= $since) AND ($until IS NULL OR day <= $until)
CALL (filing) {
  MATCH (filing)-[signed:SIGNED_BY]->(signatory:Signatory)
  WHERE signed.attorneyInFact
  RETURN DISTINCT 'signatory' AS kind, signatory.name AS agent
  UNION ALL
  WITH filing WHERE filing.accession IS NOT NULL
  RETURN 'prefix' AS kind, left(filing.accession, 10) AS agent
}
WITH issuer, filing, day, kind, agent
WHERE $kind IS NULL OR kind = $kind
WITH kind, agent, count(*) AS filings, count(DISTINCT issuer.id) AS issuers,
     count(CASE WHEN filing.amendment THEN 1 END) AS amendments,
     max(CASE WHEN filing.amendment THEN toString(day) + filing.id END) AS latest
WHERE filings >= $least
RETURN kind, agent, filings, amendments, 1.0 * amendments / filings AS rate, issuers, substring(latest, 10) AS latest
ORDER BY rate DESC, amendments DESC, filings DESC, kind, agent
LIMIT $limit
