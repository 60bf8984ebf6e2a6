// Positions without the rows that state them.
//
// Every row of a balance is there, is of the security and has the same holder; while the balance stands, no amendment
// restates the row. The filing that the balance names is there.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder.
// @column found    string The row, or the filing, that the position names.
// @column expected string The security that it should be of.
MATCH (class:Security)<-[owns:OWNS|OWNED]-(holder)
UNWIND CASE WHEN owns.rows IS NULL OR owns.rows = [] THEN ['no row'] ELSE owns.rows END AS id
WITH class, owns, holder, id, split(id, ':') AS parts
WITH class, owns, holder, id,
     CASE WHEN size(parts) > 1 THEN left(id, size(id) - size(parts[size(parts) - 1]) - 1) ELSE '' END AS by
OPTIONAL MATCH (:Filing {id: coalesce(by, '')})-[row:TRANSACTION|HOLDING]->(class)
WHERE row.id = id AND row.holder = holder.id AND (owns.knownUntil IS NOT NULL OR row.superseded IS NULL)
WITH class, owns, holder, id, count(row) AS rows
OPTIONAL MATCH (filing:Filing {id: coalesce(owns.filing, '')})
WITH class, owns, holder, id, rows, filing
WHERE rows = 0 OR filing IS NULL
RETURN holder.id AS id, CASE rows WHEN 0 THEN id ELSE owns.filing END AS found, class.id AS expected
ORDER BY id, found, expected
LIMIT $limit
