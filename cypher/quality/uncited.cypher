// Footnotes that no cell of any row cites.
//
// Answers: one row for each such footnote of a filing.
//
// Counts: all filings; EDGAR refuses such footnotes now, and took them before. Some speak of all rows, such as how the
// owners are related.
//
// Does not see: which row such a footnote belongs to.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string The filing.
// @column footnote string The footnote.
// @column text     string What it says.
// @column source   string The shape that the filing was read from.
MATCH (filing:Filing)
WHERE filing.footnotes IS NOT NULL
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, collect(row.footnoteRefs) AS lists
WITH filing, reduce(all = [], each IN lists | all + [ref IN each | split(ref, ':')[1]]) AS cited
UNWIND filing.footnotes AS note
WITH filing, cited, note, split(note, ':')[0] AS footnote
WHERE NOT footnote IN cited
RETURN filing.id AS id, footnote, trim(substring(note, size(footnote) + 1)) AS text, filing.source AS source
ORDER BY id, footnote, text
LIMIT $limit
