// What insiders hold through ESOPs, 401(k) and other employee plans.
//
// One row for each account: a position of one insider through a plan, as the nature of ownership words it, with the
// latest balance, `OWNS`, however old. Accounts of the issuer's own plan share a pool that many hold through, of which
// `total` and `accounts` are what its insiders report; a plan of somebody else, as of a spouse's employer, stands
// alone. What a plan's trustee reports for the whole plan is not here. Filers often give an account as of an earlier
// statement.
//
// @param issuer  issuer  = null  Only plan accounts in securities of this issuer.
// @param person  person  = null  Only accounts of this person.
// @param kinds   strings = "esop,plan401k,espp,plan" Kinds of plan.
// @param closed  bool    = false Whether to list accounts with a balance of zero.
// @param asFiled bool    = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int     = 100   Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column kind     string  `esop`, `plan401k`, `espp`, or `plan` for another.
// @column own      bool    Whether it is the issuer's own plan, as far as the words tell.
// @column holders  strings Whose account it is, by name.
// @column nature   string  Nature of ownership, as filed.
// @column security string  Title of the security.
// @column shares   float   Shares in the account; absent where none are stated.
// @column value    float   Dollar value, where that is reported in place of shares.
// @column accounts int     Accounts in the plan, with this security, that are listed here.
// @column total    float   Shares in these accounts.
// @column asOf     date    Day of the balance.
// @column rows     strings The rows that state it.
// @column filing   string  The filing that states it last.
// @column cik      string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(vehicle:Vehicle)<-[:HOLDS_THROUGH]-(root)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND vehicle.kind IN $kinds AND ($closed OR NOT owns.closed)
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, owns, vehicle, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH company, class, owns, vehicle, collect(owner) AS owners
WHERE $person IS NULL OR any(owner IN owners WHERE owner.id = $person)
OPTIONAL MATCH (vehicle)-[:ACCOUNT_IN]->(plan:Plan)
WITH company, class, owns, vehicle, [owner IN owners | owner.displayName] AS holders, plan,
     coalesce(plan.id, vehicle.id) AS pool, owns.block IS NULL OR owns.block IN owns.rows AS counts
ORDER BY owns.rows[0], vehicle.id
WITH company, class, pool, collect({owns: owns, vehicle: vehicle, holders: holders, plan: plan}) AS accounts,
     CASE WHEN count(owns.shares) > 0 THEN sum(CASE WHEN counts THEN owns.shares END) END AS total
UNWIND accounts AS account
WITH company, class, size(accounts) AS accounts, total, account.owns AS owns, account.vehicle AS vehicle,
     account.holders AS holders, account.plan IS NOT NULL AS own
MATCH (class)<-[row:TRANSACTION|HOLDING]-(:Filing)
WHERE row.id = owns.rows[0]
RETURN company.name AS issuer, company.ticker AS ticker, vehicle.kind AS kind, own, holders, row.nature AS nature,
       class.title AS security, owns.shares AS shares, owns.value AS value, accounts, total, owns.asOf AS asOf,
       owns.rows AS rows, owns.filing AS filing, company.cik AS cik
ORDER BY issuer, company.id, kind, own DESC, security, class.id, coalesce(shares, 0.0) DESC, owns.rows[0], vehicle.id
LIMIT $limit
