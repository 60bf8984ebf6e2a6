// Positions whose rows or filing are not in the graph.
//
// Every row that a balance names is a row of the same security and the same holder. While the balance stands, no
// amendment restates the row. The filing that the balance names is in the graph.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder.
// @column found    string The row or filing that is missing.
// @column expected string The security.
MATCH (security:Security)<-[owns:OWNS|OWNED]-(holder)
UNWIND CASE WHEN coalesce(owns.rows, []) = [] THEN ['no row'] ELSE owns.rows END AS id
WITH security, owns, holder, id, split(id, ':') AS parts
WITH security, owns, holder, id, coalesce(owns.filing, '') AS named,
     CASE WHEN size(parts) > 1 THEN left(id, size(id) - size(parts[size(parts) - 1]) - 1) ELSE '' END AS by
OPTIONAL MATCH (filing:Filing {id: named})
OPTIONAL MATCH (stating:Filing {id: by})
OPTIONAL MATCH (stating)-[row:TRANSACTION|HOLDING]->(security)
WHERE row.id = id AND row.holder = holder.id AND (owns.knownUntil IS NOT NULL OR row.superseded IS NULL)
WITH security, holder, id, named, filing, row
WHERE row IS NULL OR filing IS NULL
RETURN holder.id AS id, CASE WHEN row IS NULL THEN id ELSE named END AS found, security.id AS expected
ORDER BY id, found, expected
LIMIT $limit
