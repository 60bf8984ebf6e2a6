// Positions without the rows that state them.
//
// Every row of a position is there, is of the security, has the same holder and is not restated, or as filed is of no
// amendment; the first is of the filing that the position names.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder.
// @column found    string The row, or the filing, that the position names.
// @column expected string The security that it should be of.
MATCH (class:Security)<-[owns:OWNS|OWNS_AS_FILED]-(holder)
UNWIND CASE WHEN owns.rows IS NULL OR owns.rows = [] THEN ['no row'] ELSE owns.rows END AS id
WITH class, owns, holder, id, split(id, ':') AS parts
WITH class, owns, holder, id, left(id, size(id) - size(parts[size(parts) - 1]) - 1) AS by
OPTIONAL MATCH (filing:Filing {id: coalesce(by, '')})
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(class)
WHERE row.id = id AND row.holder = holder.id
  AND CASE type(owns) WHEN 'OWNS' THEN row.superseded IS NULL ELSE NOT filing.amendment END
WITH class, owns, holder, id, count(row) AS rows
WHERE rows = 0 OR (id = owns.rows[0] AND NOT id STARTS WITH coalesce(owns.filing, 'no filing') + ':')
RETURN holder.id AS id, CASE rows WHEN 0 THEN id ELSE owns.filing END AS found, class.id AS expected
ORDER BY id, found, expected
LIMIT $limit
