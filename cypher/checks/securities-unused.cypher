// Securities that no row is of, and that underlie none that is.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The security.
// @column found    string No rows.
// @column expected string At least one.
MATCH (class:Security)
WHERE NOT EXISTS { (class)<-[:TRANSACTION|HOLDING|CONVERTS_INTO]-() }
RETURN class.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
