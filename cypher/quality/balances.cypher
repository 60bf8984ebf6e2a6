// Rows that give a balance both in shares and in dollars, or in neither.
//
// Answers: one row for each such row of a filing.
//
// Counts: rows of both tables: the forms ask for one amount or the other. It leaves out a holding of derivatives that
// is sized by what underlies it, as on Form 3, and filings of which the SEC's tables have lost cells.
//
// Does not see: a balance that only a footnote states.
//
// @example
//
// @param limit int = 100  Most rows.
//
// @column id       string  The row.
// @column shares   float   Shares after it.
// @column value    float   Dollar value after it.
// @column footnote strings Footnotes that the balance cites.
// @column security string  Title of the security, as filed.
MATCH (filing:Filing)-[row:TRANSACTION|HOLDING]->(security:Security)
WHERE (row.sharesAfter IS NULL) = (row.valueAfter IS NULL) AND filing.leftOut IS NULL
  AND NOT (security.derivative AND type(row) = 'HOLDING' AND row.sharesAfter IS NULL
    AND (row.underlyingShares IS NOT NULL OR row.underlyingValue IS NOT NULL))
WITH row, [ref IN coalesce(row.footnoteRefs, [])
           WHERE split(ref, ':')[0] IN ['sharesAfter', 'valueAfter'] | split(ref, ':')[1]] AS notes
RETURN row.id AS id, row.sharesAfter AS shares, row.valueAfter AS value,
       CASE WHEN notes <> [] THEN notes END AS footnote,
       row.titleAsFiled AS security
ORDER BY id
LIMIT $limit
