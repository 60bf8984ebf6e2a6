// Positions that are closed against their numbers.
//
// A position is `closed` if none of its numbers is other than zero.
//
// @param limit int = 100  Most rows.
//
// @column id       string The holder and the security.
// @column found    string Whether it is closed.
// @column expected string Whether it should be.
MATCH (class:Security)<-[owns:OWNS|OWNED]-(holder)
WITH class, owns.closed AS found, holder,
     none(each IN [owns.shares, owns.value, owns.underlyingShares, owns.underlyingValue] WHERE coalesce(each, 0.0) <> 0.0) AS expected
WHERE found IS NULL OR found <> expected
RETURN holder.id + ' of ' + class.id AS id, toString(found) AS found, toString(expected) AS expected
ORDER BY id, found, expected
LIMIT $limit
