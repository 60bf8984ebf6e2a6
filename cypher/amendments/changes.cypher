// What an amendment changes, cell by cell.
//
// Answers: each row is a cell whose value, or whose footnotes, are not those of before. A row of the amendment is
// compared with the row that it restates, which may stand in an earlier amendment; boxes, issuer and owners with the
// filing that the amendment is linked to.
//
// Counts: what the forms state, no derived facts. The cells of a row that restates none have no old values, as those of
// an owner who was not there; a row that the amendment does not mention is no change. Footnotes are compared by their
// texts, for their numbers may change; those that no cell cites belong to the cell `footnotes`.
//
// Does not see: signatures and addresses.
//
// @example filing=0009900002-23-000007
//
// @param filing filing  An amendment, or a filing that amendments amend, for the changes by all of them.
//
// @column amendment    string  The amendment.
// @column against      string  The filing that says what was before; absent for a row that is added.
// @column part         string  `filing`, `issuer`, `owner`, `transaction` or `holding`.
// @column row          string  The row of the amendment; for other parts the id of the filing, issuer or owner.
// @column restates     string  The row that it restates; absent for other parts and for a row that is added.
// @column security     string  Title of the security, for a row.
// @column cell         string  The cell, by the name of its property in the graph.
// @column old          string  What it said, as text.
// @column new          string  What it says, as text.
// @column oldFootnotes strings The footnotes that the cell cited.
// @column newFootnotes strings The footnotes that it cites.
MATCH (given:Filing {id: $filing})<-[:AMENDS*0..50]-(amendment:Filing)
MATCH (amendment)-[:AMENDS]->(original:Filing)
WITH DISTINCT amendment, original, amendment.lineage AS root
MATCH (first:Filing {id: coalesce(root, '')})<-[:AMENDS*0..50]-(earlier:Filing)
OPTIONAL MATCH (earlier)-[old:TRANSACTION|HOLDING]->(:Security)
WITH amendment, original, collect(CASE WHEN old.superseded IS NOT NULL THEN {row: old, filing: earlier} END) AS restated
CALL (amendment, original, restated) {
  WITH amendment, original, ['periodOfReport', 'noSecuritiesOwned', 'exit', 'plan10b51', 'remarks'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 1 AS place, 0 AS line, 'filing' AS part, amendment.id AS row, null AS restates, null AS security,
         original.id AS against, at, cells[at] AS cell, toString(original[cells[at]]) AS old,
         toString(amendment[cells[at]]) AS new, [] AS oldFootnotes, [] AS newFootnotes
  UNION ALL
  OPTIONAL MATCH (original)-[row:TRANSACTION|HOLDING]->(:Security)
  WITH amendment, original,
       reduce(refs = [], each IN collect(coalesce(row.footnoteRefs, [])) | refs + each) AS oldRefs
  OPTIONAL MATCH (amendment)-[row:TRANSACTION|HOLDING]->(:Security)
  WITH amendment, original, oldRefs,
       reduce(refs = [], each IN collect(coalesce(row.footnoteRefs, [])) | refs + each) AS newRefs
  RETURN 1 AS place, 0 AS line, 'filing' AS part, amendment.id AS row, null AS restates, null AS security,
         original.id AS against, 5 AS at, 'footnotes' AS cell, null AS old, null AS new,
         [note IN coalesce(original.footnotes, [])
           WHERE none(ref IN oldRefs WHERE split(ref, ':')[1] = split(note, ':')[0])
           | substring(note, size(split(note, ':')[0]) + 2)] AS oldFootnotes,
         [note IN coalesce(amendment.footnotes, [])
           WHERE none(ref IN newRefs WHERE split(ref, ':')[1] = split(note, ':')[0])
           | substring(note, size(split(note, ':')[0]) + 2)] AS newFootnotes
  UNION ALL
  MATCH (original)-[before:CONCERNS]->(issuer:Party)
  MATCH (amendment)-[after:CONCERNS]->(issuer)
  WITH original, before, after, issuer, ['name', 'ticker', 'foreignTicker'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 2 AS place, 0 AS line, 'issuer' AS part, issuer.id AS row, null AS restates, null AS security,
         original.id AS against, at, cells[at] AS cell, before[cells[at]] AS old, after[cells[at]] AS new,
         [] AS oldFootnotes, [] AS newFootnotes
  UNION ALL
  UNWIND [original, amendment] AS filing
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH DISTINCT original, amendment, owner
  OPTIONAL MATCH (original)<-[before:FILED]-(owner)
  OPTIONAL MATCH (amendment)<-[after:FILED]-(owner)
  WITH original, owner, before, after,
       ['name', 'director', 'officer', 'tenPercentOwner', 'other', 'officerTitle', 'otherText'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 3 AS place, 0 AS line, 'owner' AS part, owner.id AS row, null AS restates, null AS security,
         original.id AS against, at, cells[at] AS cell, toString(before[cells[at]]) AS old,
         toString(after[cells[at]]) AS new, [] AS oldFootnotes, [] AS newFootnotes
  UNION ALL
  MATCH (amendment)-[row:TRANSACTION|HOLDING]->(security:Security)
  WITH amendment, row, security, [each IN restated WHERE each.row.superseded = row.id][0] AS found
  WITH amendment, row, security, found.row AS before, found.filing AS source,
       ['titleAsFiled', 'exercisePrice', 'date', 'deemedDate', 'formType', 'code', 'equitySwap', 'timeliness', 'shares',
         'totalValue', 'price', 'acquired', 'exercisableOn', 'expiresOn', 'underlyingTitle', 'underlyingShares',
         'underlyingValue', 'sharesAfter', 'valueAfter', 'direct', 'nature'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  WITH amendment, row, security, before, source, at, cells[at] AS cell,
       cells[at] IN ['exercisePrice', 'shares', 'totalValue', 'price', 'underlyingShares', 'underlyingValue',
         'sharesAfter', 'valueAfter'] AS number
  WITH amendment, row, security, before, source, at, cell, before[cell] AS old, row[cell] AS new, number
  RETURN 4 AS place, row.place AS line, toLower(type(row)) AS part, row.id AS row, before.id AS restates,
         security.title AS security, source.id AS against, at, cell,
         CASE WHEN number AND old = toInteger(old) THEN toString(toInteger(old)) ELSE toString(old) END AS old,
         CASE WHEN number AND new = toInteger(new) THEN toString(toInteger(new)) ELSE toString(new) END AS new,
         [note IN coalesce(source.footnotes, [])
           WHERE cell + ':' + split(note, ':')[0] IN coalesce(before.footnoteRefs, [])
           | substring(note, size(split(note, ':')[0]) + 2)] AS oldFootnotes,
         [note IN coalesce(amendment.footnotes, [])
           WHERE cell + ':' + split(note, ':')[0] IN coalesce(row.footnoteRefs, [])
           | substring(note, size(split(note, ':')[0]) + 2)] AS newFootnotes
}
WITH amendment.id AS amendment, coalesce(amendment.filedOn, amendment.periodOfReport) AS day, place, line, part,
     row, restates, security, against, at, cell, old, new, oldFootnotes, newFootnotes,
     CASE WHEN cell IN ['exit', 'director', 'officer', 'tenPercentOwner', 'other', 'equitySwap'] THEN 'false'
       ELSE '' END AS blank
WHERE coalesce(old, blank) <> coalesce(new, blank) OR oldFootnotes <> newFootnotes
RETURN amendment, against, part, row, restates, security, cell, old, new, oldFootnotes, newFootnotes
ORDER BY day, amendment, place, line, row, at
