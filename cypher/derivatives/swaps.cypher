// Transactions that involve an equity swap.
//
// Answers: one row for each such transaction, the latest first, with the other rows of its filing that move the same
// number of shares on the same day or involve a swap too.
//
// Counts: rows that no amendment restates, if the filing marks them (`flag`, printed as K behind the code) or the title
// names a swap. Filers mark prepaid forwards and other contracts too.
//
// Does not see: a swap that only a footnote mentions; the notional amount, which stands in the footnotes of `text`.
//
// @example
//
// @param issuer issuer = null       Only securities of this issuer.
// @param since  date   = 2003-01-01 First transaction date.
// @param until  date   = null       Last transaction date; no end if it is not given.
// @param limit  int    = 100        Most rows.
//
// @column date      date    Transaction date.
// @column issuer    string  Issuer name.
// @column owners    strings Owners who filed, by name.
// @column code      string  Transaction code.
// @column flag      bool    Whether the filing marks it as an equity swap.
// @column security  string  Title of the security, as filed.
// @column acquired  bool    Whether it is acquired or disposed of.
// @column shares    float   Shares, or contracts.
// @column expiresOn date    Expiration date.
// @column text      strings Footnotes that the row cites.
// @column paired    strings Other rows of the filing that may be the other leg.
// @column row       string  The row.
// @column filing    string  The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION]-(filing:Filing)
WHERE row.current AND (row.equitySwap OR security.kind = 'swap')
  AND row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn)
  AND coalesce(row.block, row.id) = row.id
WITH issuer, row, filing, filing.id AS id, row.tradedOn AS date ORDER BY date DESC, issuer.name, row.id
LIMIT $limit
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
CALL (filing, row) {
  MATCH (filing)-[other:TRANSACTION]->(of:Security)
  WHERE other.id <> row.id AND other.tradedOn = row.tradedOn AND (other.equitySwap OR other.shares = row.shares
    OR other.shares = row.underlyingShares OR of.kind = 'swap')
  WITH other ORDER BY other.place
  RETURN collect(other.id) AS paired
}
RETURN date, issuer.name AS issuer, owners, row.code AS code, coalesce(row.equitySwap, false) AS flag,
       row.titleAsFiled AS security, row.acquired AS acquired, row.shares AS shares, row.expiresOn AS expiresOn,
       [note IN coalesce(filing.footnotes, [])
         WHERE any(ref IN coalesce(row.footnoteRefs, []) WHERE split(ref, ':')[1] = split(note, ':')[0])] AS text,
       paired, row.id AS row, id AS filing
ORDER BY date DESC, issuer, row
LIMIT $limit
