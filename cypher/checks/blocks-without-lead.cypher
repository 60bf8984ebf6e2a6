// Positions marked as a block that no other position leads.
//
// `block` names the first row of the balance of the same security that leads the block; it bears the mark too.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder.
// @column found    string The row that leads.
// @column expected string The security.
MATCH (class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE owns.block IS NOT NULL AND NOT EXISTS {
  MATCH (class)<-[lead:OWNS|OWNED]-() WHERE lead.block = owns.block AND owns.block IN lead.rows
}
RETURN holder.id AS id, owns.block AS found, class.id AS expected
ORDER BY id, found, expected
LIMIT $limit
