// Positions in a block whose first row is in no position.
//
// `block` is the first row of a block. A position of the same security has this row and the same `block`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder.
// @column found    string The first row of the block.
// @column expected string The security.
MATCH (security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE owns.block IS NOT NULL AND NOT EXISTS {
  MATCH (security)<-[lead:OWNS|OWNED]-() WHERE lead.block = owns.block AND owns.block IN lead.rows
}
RETURN holder.id AS id, owns.block AS found, security.id AS expected
ORDER BY id, found, expected
LIMIT $limit
