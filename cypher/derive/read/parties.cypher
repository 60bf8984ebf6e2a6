// What filings say of a party: its names, the latest first, and the evidence that it is a person or an organization;
// and how it was called before.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
CALL (p) {
  MATCH (p)-[filed:FILED]->(f:Filing)
  RETURN filed.name AS name, f.id AS filing, coalesce(f.filedOn, f.periodOfReport) AS day,
         coalesce(filed.incorporated, false) AS incorporated, coalesce(filed.director OR filed.officer, false) AS role, false AS issuer
  UNION ALL
  MATCH (p)<-[concerns:CONCERNS]-(f:Filing)
  RETURN concerns.name AS name, f.id AS filing, coalesce(f.filedOn, f.periodOfReport) AS day,
         false AS incorporated, false AS role, true AS issuer
}
WITH p, name, filing, day, incorporated, role, issuer ORDER BY day DESC, filing DESC, issuer, name
WITH p, [each IN collect(name) WHERE each IS NOT NULL] AS names,
     collect(incorporated) AS incorporated, collect(role) AS roles, collect(issuer) AS issuers
RETURN p.id AS id, p.nameKey AS before, names, any(each IN incorporated WHERE each) AS incorporated, any(each IN roles WHERE each) AS role,
       any(each IN issuers WHERE each) AS issuer
