// Owners that are labelled otherwise than their kind says.
//
// An owner that is a person has the label Person, one that is an organization has Organization, and nobody else has either.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string The label that it has, or `neither`; `both`.
// @column expected string The label that it should have.
MATCH (party:Party)
WITH party, CASE WHEN party:Person AND party:Organization THEN 'both' WHEN party:Person THEN 'person'
  WHEN party:Organization THEN 'organization' ELSE 'neither' END AS found,
  CASE WHEN EXISTS { (party)-[:FILED]->(:Filing) } THEN coalesce(party.kind, 'neither') ELSE 'neither' END AS expected
WHERE found <> expected
RETURN party.id AS id, found, expected
ORDER BY id, found, expected
LIMIT $limit
