// Whether a party is a person or an organization, by the strongest evidence there is.
//
// Evidence, strongest first: `header`: EDGAR keeps company data on the owner; `issuer`: filings report its own securities;
// `role`: it is a director or an officer; `name`: a word of its name; `default`: nothing tells, so a person.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
OPTIONAL MATCH (p)-[filed:FILED]->(:Filing)
WITH p, collect(filed) AS filed
WITH p, filed, EXISTS { (p)<-[:CONCERNS]-(:Filing) } AS issuer,
     [f IN filed | split(' ' + replace(replace(replace(toUpper(coalesce(f.name, '')), '.', ''), ',', ' '), '/', ' ') + ' ', ' ')] AS names
WITH p, CASE
  WHEN any(f IN filed WHERE f.incorporated) THEN ['organization', 'header']
  WHEN issuer THEN ['organization', 'issuer']
  WHEN any(f IN filed WHERE f.director OR f.officer) THEN ['person', 'role']
  WHEN any(words IN names WHERE any(word IN words WHERE word IN [
    'LLC', 'LP', 'LLP', 'LLLP', 'INC', 'INCORPORATED', 'CORP', 'CORPORATION', 'CO', 'COMPANY', 'LTD', 'LIMITED', 'PLC', 'AG', 'SA', 'SARL',
    'NV', 'BV', 'GMBH', 'KG', 'SE', 'SPA', 'OYJ', 'PTE', 'PTY', 'TRUST', 'TRUSTEES', 'FUND', 'FUNDS', 'PARTNERS', 'PARTNERSHIP', 'HOLDINGS',
    'HOLDING', 'CAPITAL', 'MANAGEMENT', 'VENTURES', 'ADVISORS', 'ADVISERS', 'ASSOCIATES', 'INVESTMENTS', 'INVESTORS', 'ENTERPRISES', 'GROUP',
    'FOUNDATION', 'BANK', 'BANCORP', 'INSURANCE', 'ESOP', 'PLAN', 'ESTATE', 'UNIVERSITY', 'AUTHORITY', 'EQUITY', 'SECURITIES', 'ASSET',
    'GP', 'SPV', 'MASTER', 'OFFSHORE', 'FAMILY'
  ])) THEN ['organization', 'name']
  ELSE ['person', 'default']
END AS found
SET p.kind = found[0], p.kindBasis = found[1]
