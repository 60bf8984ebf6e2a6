// Amendments of holdings only, of footnotes only, or of no rows at all.
//
// Answers: each row is an amendment of one of these kinds, the first that fits. `empty`: it has no rows; only boxes,
// owners, remarks, a signature or an exhibit are amended. `footnotes`: each of its rows restates one with the same
// value in every cell, and only footnotes of the rows differ. `same`: these do not differ either. `holdings`: it has no
// transactions.
//
// Counts: amendments of Forms 3, 4 and 5; `holdings` tells nothing on a Form 3 and is left out there.
//
// Does not see: whether cells are the same where an amendment is not linked to its original.
//
// @example
//
// @param kind   string = null Only `empty`, `footnotes`, `same` or `holdings`.
// @param issuer issuer = null Only amendments about this issuer.
// @param limit  int    = 100  Most rows.
//
// @column filedOn  date    Filing date; absent where it is not known.
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column form     string  Form.
// @column kind     string  `empty`, `footnotes`, `same` or `holdings`.
// @column rows     int     Its rows.
// @column restates int     How many of them restate an earlier row.
// @column remarks  string  Its remarks.
// @column original string  The first filing of its lineage; absent where it is linked to none.
// @column filing   string  The amendment.
UNWIND ['3/A', '4/A', '5/A'] AS form
MATCH (filing:Filing {form: form})-[:CONCERNS]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
CALL (filing) {
  WITH filing, ['titleAsFiled', 'exercisePrice', 'date', 'deemedDate', 'formType', 'code', 'equitySwap', 'timeliness',
    'shares', 'totalValue', 'price', 'acquired', 'exercisableOn', 'expiresOn', 'underlyingTitle', 'underlyingShares',
    'underlyingValue', 'sharesAfter', 'valueAfter', 'direct', 'nature'] AS cells
  OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  OPTIONAL MATCH (filing)-[:AMENDS*1..50]->(:Filing)<-[:AMENDS*0..50]-(earlier:Filing)
    -[old:TRANSACTION|HOLDING]->(:Security)
  WHERE old.superseded = row.id
  WITH DISTINCT cells, filing, row, earlier, old
  WITH row.id AS id, type(row) = 'HOLDING' AS held, old IS NOT NULL AS restates,
       all(cell IN cells WHERE coalesce(toString(row[cell]), '') = coalesce(toString(old[cell]), '')) AS alike,
       [cell IN cells | [note IN coalesce(filing.footnotes, [])
         WHERE cell + ':' + split(note, ':')[0] IN coalesce(row.footnoteRefs, [])
         | substring(note, size(split(note, ':')[0]) + 2)]] AS notes,
       [cell IN cells | [note IN coalesce(earlier.footnotes, [])
         WHERE cell + ':' + split(note, ':')[0] IN coalesce(old.footnoteRefs, [])
         | substring(note, size(split(note, ':')[0]) + 2)]] AS oldNotes
  RETURN count(id) AS rows, count(CASE WHEN held THEN 1 END) AS holdings,
         count(CASE WHEN restates THEN 1 END) AS restates,
         count(CASE WHEN restates AND alike THEN 1 END) AS alike,
         count(CASE WHEN restates AND notes = oldNotes THEN 1 END) AS noted
}
WITH filing, issuer, rows, restates, coalesce(filing.filedOn, filing.periodOfReport) AS day, CASE
       WHEN rows = 0 THEN 'empty'
       WHEN alike = rows AND noted = rows THEN 'same'
       WHEN alike = rows THEN 'footnotes'
       WHEN holdings = rows AND filing.form <> '3/A' THEN 'holdings'
     END AS kind
WHERE kind IS NOT NULL AND ($kind IS NULL OR kind = $kind)
WITH filing, issuer, rows, restates, day, kind
ORDER BY day DESC, filing.id DESC
LIMIT $limit
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, owners, filing.form AS form, kind,
       rows, restates, filing.remarks AS remarks, filing.lineage AS original, filing.id AS filing
ORDER BY day DESC, filing DESC
