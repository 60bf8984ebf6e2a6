// Parties that are said to be the same as several, or as one without a CIK.
//
// `SAME_AS` goes from a party without a CIK to the only one with it that it may be.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string The last of those that it is said to be.
// @column expected string One party with a CIK.
MATCH (party:Party)-[:SAME_AS]->(other:Party)
WITH party, other ORDER BY other.id
WITH party, collect(other) AS others
WHERE size(others) > 1 OR party.cik IS NOT NULL OR any(other IN others WHERE other.cik IS NULL)
RETURN party.id AS id, last(others).id AS found, 'one party with a CIK' AS expected
ORDER BY id, found, expected
LIMIT $limit
