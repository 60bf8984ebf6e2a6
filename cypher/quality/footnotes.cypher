// Footnotes that a cell cites and that are missing.
//
// Answers: one row for each cell that cites one.
//
// Counts: every row of both tables. It leaves out filings read from the SEC's tables without any footnote, for there
// the table of footnotes is missing.
//
// Does not see: what the footnote said.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string The row.
// @column cell     string The cell, by the name of its property.
// @column footnote string The footnote.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WHERE row.footnoteRefs IS NOT NULL AND (filing.footnotes IS NOT NULL OR filing.source <> 'tables')
UNWIND row.footnoteRefs AS ref
WITH filing, row, split(ref, ':') AS parts
WHERE none(note IN coalesce(filing.footnotes, []) WHERE note STARTS WITH parts[1] + ':')
RETURN row.id AS id, parts[0] AS cell, parts[1] AS footnote
ORDER BY id, cell, footnote
LIMIT $limit
