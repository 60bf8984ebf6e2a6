// Signatures dated oddly against the filing and its transactions.
//
// Answers: one row for each such signature, with the first of these that holds. `after filing`: signed later than the
// filing came in. `before transaction`: signed before the last transaction that it reports. `early`: signed more than
// `days` days before the filing came in.
//
// Counts: calendar days; a Friday's signature on a Monday's filing is three days old. Transactions that are marked as
// reported early, and those whose date cannot be, are left out.
//
// Does not see: filings whose filing date is not known, of which only `before transaction` is found; which of two
// dates is typed wrong.
//
// @example
//
// @param issuer issuer = null       Only filings about this issuer.
// @param days   int    = 3          Days before the filing that are usual.
// @param since  date   = 2003-01-01 First day of the signature.
// @param limit  int    = 100        Most rows.
//
// @column signed    date    Day of the signature.
// @column filedOn   date    Filing date; absent where it is not known.
// @column lastTrade date    Day of the last transaction in the filing; absent where there is none.
// @column kind      string  `after filing`, `before transaction` or `early`.
// @column gap       int     Days between the signature and what it is held against.
// @column signatory string  Name of the signatory, in capitals.
// @column owners    strings Owners who filed, by name.
// @column issuer    string  Issuer name.
// @column form      string  Form.
// @column filing    string  The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)-[sign:SIGNED_BY]->(signatory:Signatory)
WHERE sign.date >= $since
OPTIONAL MATCH (filing)-[row:TRANSACTION]->(:Security)
WHERE row.date > sign.date AND row.misdated IS NULL AND coalesce(row.timeliness, '') <> 'E'
WITH issuer, filing, filing.filedOn AS filedOn, signatory, sign.date AS signed, max(row.date) AS later
WITH issuer, filing, filedOn, signatory, signed, CASE WHEN signed > filedOn THEN 'after filing'
       WHEN later IS NOT NULL THEN 'before transaction'
       WHEN signed < filedOn - duration({days: $days}) THEN 'early' END AS kind
WHERE kind IS NOT NULL
WITH DISTINCT issuer, filing, filing.id AS id, filedOn, signatory.name AS name, signed, kind
ORDER BY signed DESC, id, name
LIMIT $limit
CALL (filing) {
  OPTIONAL MATCH (filing)-[row:TRANSACTION]->(:Security)
  WHERE row.misdated IS NULL AND coalesce(row.timeliness, '') <> 'E'
  RETURN max(row.date) AS lastTrade
}
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
RETURN signed, filedOn, lastTrade, kind, CASE kind WHEN 'after filing' THEN duration.inDays(filedOn, signed).days
         WHEN 'early' THEN duration.inDays(signed, filedOn).days
         ELSE duration.inDays(signed, lastTrade).days END AS gap,
       name AS signatory, owners, issuer.name AS issuer, filing.form AS form, id AS filing
ORDER BY signed DESC, filing, signatory
LIMIT $limit
