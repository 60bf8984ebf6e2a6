// Filing agents: the accounts that submit filings for many issuers.
//
// Answers: one row for each account, which is the first ten digits of an accession number, the most filings first.
// `kind` is `self` if the account is the issuer or an owner of some filing that it submits, and `agent` if of none.
//
// Counts: filings with an accession number, amendments too. `amendRate` is the part of them that are amendments,
// `lateRate` the part of late ones among originals with a filing date, as `lateness/repeat` counts them.
//
// Does not see: who runs an account whose name is absent: no filing here is about it. An agent may be late because its
// clients are.
//
// @example
//
// @param issuer  issuer = null Only filings about this issuer.
// @param kind    string = null Only this kind: `agent` or `self`.
// @param issuers int    = 1    Fewest issuers.
// @param limit   int    = 100  Most rows.
//
// @column prefix    string The account: ten digits, which are its CIK.
// @column kind      string `agent` or `self`.
// @column name      string Name of the party with that CIK; absent where there is none here.
// @column issuers   int    Issuers.
// @column owners    int    Owners.
// @column filings   int    Filings.
// @column amendRate float  The part of them that are amendments.
// @column lateRate  float  The part of late ones; absent where no filing date is known.
// @column firstSeen date   First filing date, or period of report where that is not known.
// @column lastSeen  date   Latest of them.
// @column filing    string The latest filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE filing.accession IS NOT NULL
CALL (filing) {
  MATCH (filing)<-[:AMENDS*0..50]-(part:Filing)
  OPTIONAL MATCH (part)-[row:TRANSACTION]->(:Security)
  WHERE row.current AND row.formType = '4' AND NOT filing.amendment
  WITH filing, max(CASE WHEN row.adds THEN row.daysLateAdded ELSE row.daysLate END) AS rows
  RETURN CASE WHEN filing.amendment OR filing.filedOn IS NULL THEN null
    WHEN coalesce(rows, 0) > 0 OR coalesce(filing.daysLate, 0) > 0 THEN 1.0 ELSE 0.0 END AS late
}
OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
WITH left(filing.accession, 10) AS prefix, issuer, filing, late, coalesce(filing.filedOn, filing.periodOfReport) AS day,
     collect(owner.id) AS owners
WITH prefix, count(DISTINCT issuer.id) AS issuers, collect(owners) AS owned, count(filing) AS filings,
     sum(CASE WHEN filing.amendment THEN 1 ELSE 0 END) AS amendments, min(day) AS firstSeen, max(day) AS lastSeen,
     max(toString(day) + ' ' + filing.id) AS latest, avg(late) AS lateRate,
     sum(CASE WHEN issuer.id = prefix OR prefix IN owners THEN 1 ELSE 0 END) AS own
WITH prefix, issuers, owned, filings, amendments, firstSeen, lastSeen, latest, lateRate,
     CASE WHEN own > 0 THEN 'self' ELSE 'agent' END AS kind
WHERE issuers >= $issuers AND coalesce(kind = $kind, true)
ORDER BY filings DESC, prefix
LIMIT $limit
OPTIONAL MATCH (party:Party {id: coalesce(prefix, '')})
CALL (owned) {
  UNWIND owned AS owners
  UNWIND owners AS owner
  RETURN count(DISTINCT owner) AS owners
}
RETURN prefix, kind, party.displayName AS name, issuers, owners, filings,
       round(toFloat(amendments) / filings, 4) AS amendRate, round(lateRate, 4) AS lateRate, firstSeen, lastSeen,
       split(latest, ' ')[1] AS filing
ORDER BY filings DESC, prefix
LIMIT $limit
