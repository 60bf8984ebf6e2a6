// Companies that report owning other companies.
//
// Answers: one row for each company that is both an issuer and a reporting owner, and each issuer that it reports
// for. A company that reports its own securities is listed with itself.
//
// Counts: `positions` are the open balances on the day that are the company's own: direct, joint with the other
// owners of a filing, or through a vehicle. `shares` are those of the largest one in a security that is no
// derivative; classes and positions are not added up. `unlistedSince` marks it unconfirmed: a later filing trades
// in the security and does not list the position.
//
// Does not see: a stake that fell below a tenth, after which the company need not file; percentages, which the
// forms do not give.
//
// @example on=2026-06-30
//
// @param issuer issuer = null  Only this company as the owner.
// @param of     issuer = null  Only what it reports for this issuer.
// @param exited bool   = false Whether to list those whose latest filing ticks the exit box.
// @param on     date   = null  Positions on this day; today if it is not given.
// @param limit  int    = 100   Most rows.
//
// @column owner         string  The company that owns.
// @column ticker        string  Its trading symbol.
// @column insiders      int     Reporting owners of its own securities.
// @column issuer        string  The issuer that it reports for.
// @column roles         strings Of its latest filing there: `director`, `officer`, `tenPercentOwner`, `other`.
// @column positions     int     Open balances, derivatives included.
// @column security      string  Title of the security of the largest.
// @column shares        float   Its shares.
// @column joint         bool    Whether the owners of a joint filing report it together.
// @column through       string  The vehicle, by name; absent where ownership is direct.
// @column kind          string  Its kind.
// @column asOf          date    Day of the balance.
// @column unlistedSince date    Day from which a later filing does not list it.
// @column rows          strings The row that states it, or each row where lots add up.
// @column firstSeen     date    Day of its first filing about the issuer.
// @column lastSeen      date    Day of the latest.
// @column exitedOn      date    The same if its exit box is ticked.
// @column filing        string  The latest filing.
// @column cik           string  The company's CIK.
// @column issuerCik     string  The issuer's CIK.
MATCH (owner:Issuer)
WHERE $issuer IS NULL OR owner.id = $issuer
WITH DISTINCT owner // so that every engine begins here
MATCH (owner)-[insider:INSIDER_OF]->(issuer:Party)
WHERE ($of IS NULL OR issuer.id = $of) AND ($exited OR insider.exitedOn IS NULL)
WITH owner, insider, issuer, coalesce($on, date()) AS day ORDER BY owner.name, owner.id, issuer.name, issuer.id
LIMIT $limit
OPTIONAL MATCH (owner)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS|OWNED]->(security:Security),
  (security)<-[:ISSUED]-(issuer)
WHERE NOT owns.closed AND owns.asOf <= day AND coalesce(owns.until > day, true) AND owns.knownUntil IS NULL
WITH owner, insider, issuer, who, holder, owns, security
ORDER BY security.derivative, coalesce(owns.shares, -1.0) DESC, owns.rows[0]
WITH owner, insider, issuer, count(owns) AS positions, collect(CASE WHEN NOT security.derivative THEN
       {title: security.title, owns: owns, joint: who:Group, holder: holder, vehicle: holder:Vehicle}
     END)[0] AS largest
WITH owner, insider, issuer, positions, largest, largest.owns AS owns
RETURN owner.name AS owner, owner.ticker AS ticker, COUNT { (owner)<-[:INSIDER_OF]-(:Party) } AS insiders,
       issuer.name AS issuer, coalesce(insider.roles, []) AS roles, positions, largest.title AS security,
       owns.shares AS shares, largest.joint AS joint,
       CASE WHEN largest.vehicle THEN largest.holder.displayName END AS through,
       CASE WHEN largest.vehicle THEN largest.holder.kind END AS kind, owns.asOf AS asOf,
       owns.unlistedSince AS unlistedSince, owns.rows AS rows, insider.firstSeen AS firstSeen,
       insider.lastSeen AS lastSeen, insider.exitedOn AS exitedOn, insider.filing AS filing, owner.cik AS cik,
       issuer.cik AS issuerCik
ORDER BY owner, cik, issuer, issuerCik
