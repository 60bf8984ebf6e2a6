// Rows held indirectly that do not say how, and rows held directly that do.
//
// Answers: one row for each such row of a filing.
//
// Counts: both tables: the forms ask for a nature of ownership where it is indirect, and for none where it is direct. A
// nature that a footnote gives is one; `footnote` lists those that the cell cites.
//
// Does not see: whether a nature is right.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string  The row.
// @column direct   bool    Whether it says that ownership is direct; absent where it says neither.
// @column nature   string  Nature of ownership, as filed.
// @column footnote strings Footnotes that the cells of ownership cite.
// @column security string  Title of the security, as filed.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH row, [ref IN coalesce(row.footnoteRefs, [])
           WHERE split(ref, ':')[0] IN ['direct', 'nature'] | split(ref, ':')[1]] AS notes
WHERE CASE WHEN row.direct THEN row.nature IS NOT NULL ELSE row.nature IS NULL AND notes = [] END
RETURN row.id AS id, row.direct AS direct, row.nature AS nature, CASE WHEN notes <> [] THEN notes END AS footnote,
       row.titleAsFiled AS security
ORDER BY id
LIMIT $limit
