// Derivatives that convert into something that no row of theirs names.
//
// An edge `CONVERTS_INTO` stands on a row of the derivative with that `underlying`, unless its `method` is `class`.
//
// @param limit int = 100  Most rows.
//
// @column id       string The derivative.
// @column found    string What it converts into.
// @column expected string That a row names it.
MATCH (class:Security)-[into:CONVERTS_INTO]->(underlying:Security)
WHERE coalesce(into.method, '') <> 'class' AND NOT EXISTS {
  MATCH (class)<-[row:TRANSACTION|HOLDING]-(:Filing) WHERE row.underlying = underlying.id
}
RETURN class.id AS id, underlying.id AS found, 'a row' AS expected
ORDER BY id, found, expected
LIMIT $limit
