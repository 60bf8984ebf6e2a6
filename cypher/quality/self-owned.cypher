// Filings in which the issuer is its own reporting owner.
//
// Answers: one row for each filing whose issuer stands among its reporting owners, by CIK. Most are mistakes: the
// filer typed the issuer's CIK in place of the owner's. A company may report treasury stock or shares of a trust in
// this way.
//
// Counts: every form, amendments included.
//
// Does not see: an owner without a CIK; the owner who was meant.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id     string  The filing.
// @column issuer string  Issuer name.
// @column name   string  Name of the owner, as filed.
// @column form   string  Form.
// @column day    date    Effective day of the filing.
// @column roles  strings Roles that it states of the owner.
// @column owners int     Reporting owners of the filing.
// @column rows   int     Rows of both tables.
// @column cik    string  CIK of issuer and owner.
MATCH (issuer:Issuer)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(about:Party)
WHERE about.id = issuer.id AND issuer.cik IS NOT NULL
WITH issuer, filed, filing ORDER BY filing.effectiveOn DESC, filing.id
LIMIT $limit
RETURN filing.id AS id, issuer.name AS issuer, filed.name AS name, filing.form AS form, filing.effectiveOn AS day,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]] AS roles,
       COUNT { (filing)<-[:FILED]-(:Party) } AS owners,
       COUNT { (filing)-[:TRANSACTION|HOLDING]->(:Security) } AS rows, issuer.cik AS cik
ORDER BY day DESC, id
