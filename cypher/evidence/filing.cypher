// Everything that one filing says, cell by cell, with the footnotes of each cell.
//
// Answers: one row for each cell, in the order of the form: the filing's own boxes, the issuer, each reporting
// owner, each row of Table I and Table II (transactions, then holdings), the signatures, and last the footnotes
// that no cell cites.
//
// Counts: cells that the filing fills, and cells that only a footnote fills; these have footnotes and no value.
//
// Does not see: anything that other filings say. Derived facts are left out; `amendments/changes` compares an
// amendment with its original.
//
// @example filing=0001046568-22-000002
//
// @param filing filing The filing, by its accession number.
//
// @column part      string  `filing`, `issuer`, `owner`, `transaction`, `holding`, `signature` or `footnote`.
// @column item      string  What the cell belongs to: a row, the CIK of an issuer or owner, a signatory.
// @column cell      string  The cell, by the name of its property in the graph.
// @column value     string  What it says, as text.
// @column footnotes strings The footnotes that the cell cites.
MATCH (filing:Filing {id: $filing})
CALL (filing) {
  WITH filing, ['form', 'periodOfReport', 'filedOn', 'acceptedAt', 'originalFiledOn', 'noSecuritiesOwned', 'exit',
    'plan10b51', 'remarks', 'schemaVersion', 'source'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 1 AS place, 'filing' AS part, filing.id AS item, '' AS slug, at, cells[at] AS cell,
         toString(filing[cells[at]]) AS value, [] AS refs
  UNION ALL
  MATCH (filing)-[concerns:CONCERNS]->(issuer:Party)
  WITH concerns, issuer, ['name', 'ticker', 'foreignTicker'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 2 AS place, 'issuer' AS part, issuer.id AS item, '' AS slug, at, cells[at] AS cell,
         toString(concerns[cells[at]]) AS value, [] AS refs
  UNION ALL
  MATCH (filing)<-[filed:FILED]-(owner:Party)
  WITH filed, owner,
       ['name', 'director', 'officer', 'tenPercentOwner', 'other', 'officerTitle', 'otherText'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 3 AS place, 'owner' AS part, owner.id AS item, '' AS slug, at, cells[at] AS cell,
         toString(filed[cells[at]]) AS value, [] AS refs
  UNION ALL
  MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  WITH row, split(row.id, ':')[size(split(row.id, ':')) - 1] AS slug,
       ['titleAsFiled', 'exercisePrice', 'date', 'deemedDate', 'formType', 'code', 'equitySwap', 'timeliness', 'shares',
         'totalValue', 'price', 'acquired', 'exercisableOn', 'expiresOn', 'underlyingTitle', 'underlyingShares',
         'underlyingValue', 'sharesAfter', 'valueAfter', 'direct', 'nature'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  WITH row, slug, at, cells[at] AS cell, row[cells[at]] AS value, cells[at] IN ['exercisePrice', 'shares', 'totalValue',
         'price', 'underlyingShares', 'underlyingValue', 'sharesAfter', 'valueAfter'] AS number
  RETURN CASE substring(slug, 0, 1) WHEN 'N' THEN 4 ELSE 5 END AS place, toLower(type(row)) AS part, row.id AS item,
         CASE substring(slug, 1, 1) WHEN 'T' THEN '1' ELSE '2' END + right('000' + substring(slug, 2), 3) AS slug, at,
         cell, CASE WHEN number AND value = toInteger(value) THEN toString(toInteger(value)) ELSE toString(value) END
         AS value,
         [ref IN coalesce(row.footnoteRefs, []) WHERE split(ref, ':')[0] = cell | split(ref, ':')[1]] AS refs
  UNION ALL
  MATCH (filing)-[signed:SIGNED_BY]->(signatory:Signatory)
  WITH signed, signatory, ['text', 'date', 'onBehalfOf'] AS cells
  UNWIND range(0, size(cells) - 1) AS at
  RETURN 6 AS place, 'signature' AS part, signatory.name AS item, signed.text AS slug, at, cells[at] AS cell,
         toString(signed[cells[at]]) AS value, [] AS refs
  UNION ALL
  OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  WITH filing, collect(coalesce(row.footnoteRefs, [])) AS cited
  UNWIND coalesce(filing.footnotes, []) AS footnote
  WITH filing, footnote, split(footnote, ':')[0] AS id, cited
  WHERE NOT any(refs IN cited WHERE any(ref IN refs WHERE split(ref, ':')[1] = id))
  RETURN 7 AS place, 'footnote' AS part, filing.id AS item, '' AS slug, toInteger(substring(id, 1)) AS at, id AS cell,
         substring(footnote, size(id) + 2) AS value, [] AS refs
}
WITH filing, place, part, item, slug, at, cell, value, refs
WHERE value IS NOT NULL OR size(refs) > 0
RETURN part, item, cell, value,
       [footnote IN coalesce(filing.footnotes, []) WHERE split(footnote, ':')[0] IN refs] AS footnotes
ORDER BY place, slug, item, at
