// Companies that report as owners of others, and have insiders of their own.
//
// One row for each company that is both an issuer and a reporting owner, and each issuer that it reports for. `shares` are
// those of its largest balance in securities that are no derivatives, direct, joint with the other owners of a filing, or
// through a vehicle; balances of several classes or buckets are not added up, and `positions` says how many are not zero.
// A balance stands until another is filed, and a company whose stake fell below a tenth need not file again. A company
// that reports its own securities is listed with itself.
//
// @param issuer issuer = null  Only this company as the owner.
// @param of     issuer = null  Only what it reports for this issuer.
// @param exited bool   = false Whether to list those whose latest filing ticks the exit box.
// @param limit  int    = 100   Most rows.
//
// @column owner     string  The company that owns.
// @column ticker    string  Its trading symbol.
// @column insiders  int     Reporting owners of its own securities.
// @column issuer    string  The issuer that it reports for.
// @column roles     strings Of its latest filing there: `director`, `officer`, `tenPercentOwner`, `other`.
// @column positions int     Balances that are not zero, derivatives included.
// @column security  string  Title of the security of the largest.
// @column shares    float   Its shares.
// @column joint     bool    Whether the owners of a joint filing report it together.
// @column through   string  Kind of vehicle; absent where ownership is direct.
// @column asOf      date    Day of the balance.
// @column rows      strings The row that states it, or each row where lots add up.
// @column firstSeen date    Day of its first filing about the issuer.
// @column lastSeen  date    Day of the latest.
// @column exitedOn  date    The same if its exit box is ticked.
// @column filing    string  The latest filing.
// @column cik       string  The company's CIK.
// @column issuerCik string  The issuer's CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[insider:INSIDER_OF]->(held:Party)
WHERE ($of IS NULL OR held.id = $of) AND ($exited OR insider.exitedOn IS NULL)
OPTIONAL MATCH (company)-[:MEMBER_OF*0..1]->(who)-[:HOLDS_THROUGH*0..1]->(holder)-[owns:OWNS]->(class:Security),
  (class)<-[:ISSUED]-(held)
WHERE NOT owns.closed
WITH company, insider, held, who, holder, owns, class
ORDER BY class.derivative, owns.shares IS NULL, owns.shares DESC, owns.rows[0]
WITH company, insider, held, count(owns) AS positions, collect(CASE WHEN NOT class.derivative THEN
       {title: class.title, owns: owns, joint: who:Group, through: holder.kind, vehicle: holder:Vehicle} END)[0] AS largest
WITH company, insider, held, positions, largest, largest.owns AS owns
RETURN company.name AS owner, company.ticker AS ticker, COUNT { (company)<-[:INSIDER_OF]-(:Party) } AS insiders,
       held.name AS issuer, insider.roles AS roles, positions, largest.title AS security, owns.shares AS shares,
       largest.joint AS joint, CASE WHEN largest.vehicle THEN largest.through END AS through, owns.asOf AS asOf,
       owns.rows AS rows, insider.firstSeen AS firstSeen, insider.lastSeen AS lastSeen, insider.exitedOn AS exitedOn,
       insider.filing AS filing, company.cik AS cik, held.cik AS issuerCik
ORDER BY owner, company.id, issuer, held.id
LIMIT $limit
