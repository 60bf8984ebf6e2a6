// Transactions dated after their filing or signature without the mark for early.
//
// Answers: one row for each transaction that had not happened when it was reported, by its date: a date typed wrong, or
// a trade that was reported before it was done.
//
// Counts: rows of any form that no amendment restates. The day to compare with is the filing date, or the last
// signature's where that is not known. Rows marked `E` are left out.
//
// Does not see: a wrong date that lies before the filing, though it may lie after the signature: a signature's date is
// often typed wrong.
//
// @example
// @example issuer=CRVD
//
// @param issuer issuer = null Only this issuer.
// @param limit  int    = 100  Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column date     date    Transaction date, as filed.
// @column filedOn  date    Filing date; absent where it is not known.
// @column signed   date    Date of the last signature.
// @column ahead    int     Days from the filing, or from the signature, to the transaction.
// @column code     string  Transaction code.
// @column security string  Title of the security.
// @column row      string  The row.
// @column filing   string  Its filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
WHERE row.misdated AND row.current AND coalesce(row.timeliness, '') <> 'E'
CALL (filing) {
  OPTIONAL MATCH (filing)-[signed:SIGNED_BY]->(:Signatory)
  RETURN max(signed.date) AS signed
}
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
WITH issuer, filing, row, security, signed, owners,
     duration.inDays(coalesce(filing.filedOn, signed), row.date).days AS ahead
WHERE ahead > 0
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners, row.date AS date, filing.filedOn AS filedOn, signed,
       ahead, row.code AS code, security.title AS security, row.id AS row, filing.id AS filing
ORDER BY issuer, date, row
LIMIT $limit
