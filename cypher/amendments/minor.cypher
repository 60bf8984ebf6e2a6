// Amendments of holdings only, of footnotes only, or of no rows at all.
//
// One row for each amendment of one of these kinds, by the first that fits. `empty`: it has no rows; only boxes, owners,
// remarks, a signature or an exhibit are amended. `footnotes`: each of its rows restates one with the same value in every
// cell, and only footnotes of the rows differ. `same`: these do not differ either. `holdings`: it has no transactions; on a
// Form 3, where there are none, this tells nothing and is left out. Whether cells are the same is known only of an
// amendment that is linked to its original.
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
MATCH (filing:Filing {form: form})-[:CONCERNS]->(company:Party)
WHERE $issuer IS NULL OR company.id = $issuer
WITH filing, company, ['titleAsFiled', 'exercisePrice', 'date', 'deemedDate', 'formType', 'code', 'equitySwap',
  'timeliness', 'shares', 'totalValue', 'price', 'acquired', 'exercisableOn', 'expiresOn', 'underlyingTitle',
  'underlyingShares', 'underlyingValue', 'sharesAfter', 'valueAfter', 'direct', 'nature'] AS cells
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, company, cells, collect(CASE WHEN row IS NOT NULL THEN {
       id: row.id, held: type(row) = 'HOLDING', values: [cell IN cells | coalesce(toString(row[cell]), '')],
       notes: [cell IN cells | [note IN coalesce(filing.footnotes, [])
         WHERE cell + ':' + split(note, ':')[0] IN coalesce(row.footnoteRefs, [])
         | substring(note, size(split(note, ':')[0]) + 2)]]
     } END) AS rows, filing.lineage AS root
OPTIONAL MATCH (filing)-[:AMENDS*1..50]->(first:Filing)
WHERE first.id = root
OPTIONAL MATCH (first)<-[:AMENDS*0..50]-(earlier:Filing)
OPTIONAL MATCH (earlier)-[old:TRANSACTION|HOLDING]->(:Security)
WITH filing, company, rows, root, collect(CASE WHEN old.superseded IS NOT NULL THEN {
       id: old.superseded, values: [cell IN cells | coalesce(toString(old[cell]), '')],
       notes: [cell IN cells | [note IN coalesce(earlier.footnotes, [])
         WHERE cell + ':' + split(note, ':')[0] IN coalesce(old.footnoteRefs, [])
         | substring(note, size(split(note, ':')[0]) + 2)]]
     } END) AS restated
WITH filing, company, rows, root, size([old IN restated WHERE any(row IN rows WHERE row.id = old.id)]) AS restates,
     all(row IN rows WHERE any(old IN restated WHERE old.id = row.id AND old.values = row.values)) AS alike,
     all(row IN rows WHERE any(old IN restated WHERE old.id = row.id AND old.notes = row.notes)) AS noted
WITH filing, company, rows, root, restates, coalesce(filing.filedOn, filing.periodOfReport) AS day, CASE
       WHEN rows = [] THEN 'empty'
       WHEN alike AND noted THEN 'same'
       WHEN alike THEN 'footnotes'
       WHEN all(row IN rows WHERE row.held) AND filing.form <> '3/A' THEN 'holdings'
     END AS kind
WHERE kind IS NOT NULL AND ($kind IS NULL OR kind = $kind)
WITH filing, company, rows, root, restates, day, kind
ORDER BY day DESC, filing.id DESC
LIMIT $limit
OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
WITH filing, company, rows, root, restates, day, kind, owner ORDER BY owner.displayName, owner.id
WITH filing, company, rows, root, restates, day, kind, collect(owner.displayName) AS owners
RETURN filing.filedOn AS filedOn, company.name AS issuer, company.ticker AS ticker, owners, filing.form AS form, kind,
       size(rows) AS rows, restates, filing.remarks AS remarks, root AS original, filing.id AS filing
ORDER BY day DESC, filing DESC
