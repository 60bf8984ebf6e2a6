// What insiders hold through ESOPs, 401(k) and other employee plans.
//
// Answers: one row for each account: a position of one insider through a plan, as the nature of ownership words it.
//
// Counts: the positions of the day, as amended, however old: filers often give an account as of an earlier statement.
// Accounts of the issuer's own plan share a pool that many hold through; `accounts` and `total` are what its insiders
// report, a block once, with its greatest balance. A plan of somebody else, as of a spouse's employer, stands alone.
//
// Does not see: what a plan's trustee reports for the whole plan.
//
// @example on=2026-06-30
//
// @param issuer  issuer  = null  Only plan accounts in securities of this issuer.
// @param person  person  = null  Only accounts of this person.
// @param kinds   strings = "esop,plan401k,espp,plan" Kinds of plan.
// @param closed  bool    = false Whether to list accounts with a balance of zero.
// @param on      date    = null  The day; today if it is not given.
// @param asFiled bool    = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int     = 100   Most rows.
//
// @column issuer        string  Issuer name.
// @column ticker        string  Trading symbol.
// @column kind          string  `esop`, `plan401k`, `espp`, or `plan` for another.
// @column own           bool    Whether it is the issuer's own plan, as far as the words tell.
// @column holders       strings Whose account it is, by name.
// @column through       string  What the account is called.
// @column nature        string  Nature of ownership, as filed.
// @column security      string  Title of the security.
// @column shares        float   Shares in the account; absent where none are stated.
// @column value         float   Dollar value, where that is reported in place of shares.
// @column accounts      int     Accounts in the plan, with this security, that are listed here.
// @column total         float   Shares in these accounts.
// @column confirmed     float   Those of them that no later filing leaves out; the rest may be gone.
// @column unlistedSince date    Day from which later filings leave this account out.
// @column asOf          date    Day of the balance.
// @column rows          strings The rows that state it.
// @column filing        string  The filing that states it last.
// @column cik           string  The issuer's CIK.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer)
  AND ($person IS NULL OR EXISTS { (issuer)<-[:INSIDER_OF]-(:Party {id: coalesce($person, '')}) })
WITH DISTINCT day, issuer // so that every engine begins here
CALL (day, issuer) {
  MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(vehicle)<-[:HOLDS_THROUGH]-(root)
  WHERE vehicle.kind IN $kinds AND ($closed OR NOT owns.closed) AND owns.asOf <= day
    AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
             ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
  OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
  WITH day, security, owns, vehicle, coalesce(member, root) AS owner
  ORDER BY owner.displayName, owner.id
  WITH day, security, owns, vehicle, collect(owner.id) AS ids, collect(owner.displayName) AS holders
  WHERE $person IS NULL OR $person IN ids
  OPTIONAL MATCH (vehicle)-[:ACCOUNT_IN]->(plan:Plan)
  WITH security, coalesce(plan.id, vehicle.id) AS pool, coalesce(owns.block, owns.rows[0]) AS block,
       max(owns.shares) AS shares, max(CASE WHEN owns.unlistedSince <= day THEN 0.0 ELSE owns.shares END) AS confirmed,
       collect({owns: owns, vehicle: vehicle, holders: holders, own: plan IS NOT NULL}) AS some
  WITH security, pool, count(shares) AS sized, sum(shares) AS total, sum(confirmed) AS confirmed,
       collect(some) AS blocks
  WITH security, CASE WHEN sized > 0 THEN total END AS total, CASE WHEN sized > 0 THEN confirmed END AS confirmed,
       reduce(all = [], some IN blocks | all + some) AS accounts
  UNWIND accounts AS each
  RETURN security, total, confirmed, size(accounts) AS accounts, each.owns AS owns, each.vehicle AS vehicle,
         each.holders AS holders, each.own AS own
}
WITH day, issuer.name AS issuer, issuer.id AS by, issuer.ticker AS ticker, issuer.cik AS cik, security, total,
     confirmed, accounts, owns, vehicle, holders, own, owns.rows[0] AS id
WITH *, left(id, size(id) - size(split(id, ':')[-1]) - 1) AS stated
MATCH (:Filing {id: coalesce(stated, '')})-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.id = id
RETURN issuer, ticker, vehicle.kind AS kind, own, holders, vehicle.displayName AS through, row.nature AS nature,
       security.title AS security, owns.shares AS shares, owns.value AS value, accounts, total, confirmed,
       CASE WHEN owns.unlistedSince <= day THEN owns.unlistedSince END AS unlistedSince, owns.asOf AS asOf,
       owns.rows AS rows, owns.filing AS filing, cik
ORDER BY issuer, by, kind, own DESC, security, coalesce(shares, 0.0) DESC, id
LIMIT $limit
