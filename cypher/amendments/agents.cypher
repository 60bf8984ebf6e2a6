// Those who sign or submit filings for others, by how often these are amended.
//
// `rate` is the share of amendments among the filings of an agent. A `signatory` is somebody whose signature says that an
// attorney-in-fact signed; one person under two spellings is two. A `prefix` is the first ten digits of accession numbers:
// the account that submitted, of a filing agent, a company or an owner. An amendment counts for who signed and submitted
// it, which need not be who made the mistake. A day is the filing date, or the period of report where that is not known.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)
WITH company, filing, coalesce(filing.filedOn, filing.periodOfReport) AS day
WHERE ($since IS NULL OR day >= $since) AND ($until IS NULL OR day <= $until)
OPTIONAL MATCH (filing)-[signed:SIGNED_BY]->(signatory:Signatory)
WHERE signed.attorneyInFact
WITH company, filing, day, collect(DISTINCT {kind: 'signatory', name: signatory.name}) AS signatories
UNWIND signatories + [{kind: 'prefix', name: left(filing.accession, 10)}] AS agent
WITH company, filing, day, agent.kind AS kind, agent.name AS agent
WHERE agent IS NOT NULL AND ($kind IS NULL OR kind = $kind)
WITH company, filing, kind, agent, day ORDER BY day DESC, filing.id DESC
WITH kind, agent, count(*) AS filings, count(DISTINCT company.id) AS issuers,
     collect(CASE WHEN filing.amendment THEN filing.id END) AS amendments
WHERE filings >= $least
RETURN kind, agent, filings, size(amendments) AS amendments, 1.0 * size(amendments) / filings AS rate, issuers,
       amendments[0] AS latest
ORDER BY rate DESC, amendments DESC, filings DESC, kind, agent
LIMIT $limit
