// Who files late again and again: owners, issuers or filing agents.
//
// Answers: one row for each of them with at least `least` late filings, the most first. An agent is the account that
// submits filings, the first ten digits of their accession numbers: an owner, an issuer or somebody who does it for
// many.
//
// Counts: original filings with a filing date. One is late if it has a late row of Form 4, or if it is itself a late
// Form 3 or Form 5. A row that an amendment adds late makes the filing late that it amends. A joint filing counts for
// each of its owners, and once for the issuer and the agent.
//
// Does not see: filings without a filing date, or amendments whose original is not in the store. Filings whose due day
// is not known count as not late.
//
// @example
// @example by=issuer least=2
// @example by=agent least=2
//
// @param by     string = owner      `owner`, `issuer` or `agent`.
// @param least  int    = 3          Fewest late filings.
// @param rate   float  = 0          Smallest part of late filings, from 0 to 1.
// @param since  date   = 2003-01-01 First filing date.
// @param until  date   = null       Last filing date; no end if it is not given.
// @param issuer issuer = null       Only filings about this issuer.
// @param limit  int    = 100        Most rows.
//
// @column name    string  Owner or issuer, or the ten digits of an agent.
// @column cik     string  CIK; absent for an agent.
// @column filings int     Filings.
// @column late    int     Late ones.
// @column rate    float   Part of late ones, from 0 to 1.
// @column worst   int     Most business days late.
// @column median  float   Business days by which half of the late ones, or more, were late.
// @column first   date    Filing date of the first late one.
// @column last    date    Filing date of the last one.
// @column which   strings The late filings, the earliest first.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
CALL (issuer) { // the late ones are few: they come first, and the filings of those who have enough are counted after
  MATCH (issuer)<-[:CONCERNS]-(part:Filing)-[row:TRANSACTION]->(:Security)
  WHERE row.current AND row.formType = '4' AND (row.daysLate > 0 OR row.daysLateAdded > 0)
    AND (part.lineage IS NOT NULL OR NOT part.amendment)
  RETURN coalesce(part.lineage, part.id) AS id, CASE WHEN row.adds THEN row.daysLateAdded ELSE row.daysLate END AS late
  UNION ALL
  MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
  WHERE filing.daysLate > 0
  RETURN filing.id AS id, filing.daysLate AS late
}
WITH issuer, id, max(late) AS late
WHERE late > 0
MATCH (filing:Filing {id: coalesce(id, '')})
WHERE filing.filedOn >= $since AND filing.filedOn <= coalesce($until, filing.filedOn)
CALL (filing, issuer) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WHERE $by = 'owner'
  RETURN owner.id AS key, owner.displayName AS name, owner.cik AS cik
  UNION
  UNWIND CASE $by WHEN 'issuer' THEN [issuer] ELSE [] END AS each
  RETURN each.id AS key, each.name AS name, each.cik AS cik
  UNION
  UNWIND CASE $by WHEN 'agent' THEN [substring(filing.accession, 0, 10)] ELSE [] END AS each
  RETURN each AS key, each AS name, null AS cik
}
WITH key, name, cik, filing, late ORDER BY filing.filedOn, filing.id
WITH key, name, cik, max(late) AS worst, percentileCont(late, 0.5) AS median,
     collect({day: filing.filedOn, id: filing.id}) AS which
WHERE key IS NOT NULL AND size(which) >= $least
CALL (key) {
  MATCH (:Party {id: coalesce(key, '')})-[:FILED]->(filing:Filing)
  WHERE $by = 'owner'
  RETURN filing
  UNION
  MATCH (:Party {id: coalesce(key, '')})<-[:CONCERNS]-(filing:Filing)
  WHERE $by = 'issuer'
  RETURN filing
  UNION
  MATCH (filing:Filing)
  WHERE $by = 'agent' AND filing.id STARTS WITH key + '-'
  RETURN filing
}
WITH key, name, cik, worst, median, which, filing
WHERE NOT filing.amendment AND filing.filedOn >= $since AND filing.filedOn <= coalesce($until, filing.filedOn)
  AND ($issuer IS NULL OR EXISTS { (filing)-[:CONCERNS]->(:Issuer {id: coalesce($issuer, '')}) })
WITH key, name, cik, worst, median, which, count(DISTINCT filing.id) AS filings
WHERE toFloat(size(which)) / filings >= $rate
RETURN name, cik, filings, size(which) AS late, round(toFloat(size(which)) / filings, 4) AS rate, worst,
       toFloat(median) AS median, which[0].day AS first, last(which).day AS last, [each IN which | each.id] AS which
ORDER BY late DESC, rate DESC, name, cik
LIMIT $limit
