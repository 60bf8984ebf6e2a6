// Signatories who signed nothing.
//
// What nothing mentions any more goes with the last filing that did.
//
// @param limit int = 100  Most rows.
//
// @column id       string The signatory.
// @column found    string No filings.
// @column expected string At least one.
MATCH (signatory:Signatory)
WHERE NOT EXISTS { (signatory)<-[:SIGNED_BY]-(:Filing) }
RETURN signatory.id AS id, '0' AS found, 'at least 1' AS expected
ORDER BY id, found, expected
LIMIT $limit
