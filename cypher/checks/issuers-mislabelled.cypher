// Issuers without the label Issuer, and others with it.
//
// A party about which filings are has the label, and nobody else.
//
// @param limit int = 100  Most rows.
//
// @column id       string The party.
// @column found    string Whether it has the label.
// @column expected string Whether it should.
MATCH (party:Party)
WITH party, party:Issuer AS found, EXISTS { (party)<-[:CONCERNS]-(:Filing) } AS expected
WHERE found <> expected
RETURN party.id AS id, toString(found) AS found, toString(expected) AS expected
ORDER BY id, found, expected
LIMIT $limit
