// The vehicles that are named as stale parties are, or that these hold through, and the parties so called.
//
// @param ids strings  The parties that are stale.
// @param vehicles strings  The vehicles that they hold through.
CALL () {
  UNWIND $ids AS id MATCH (p:Party {id: id}) RETURN p.nameKey AS name
  UNION
  UNWIND $ids AS id MATCH (:Party {id: id})<-[:NAMES]-(v:Vehicle) RETURN v.named AS name
  UNION
  UNWIND $vehicles AS id MATCH (v:Vehicle {id: id}) RETURN v.named AS name
}
WITH DISTINCT name WHERE name IS NOT NULL
MATCH (v:Vehicle {named: name})
OPTIONAL MATCH (p:Party {nameKey: name})
WHERE p.cik IS NOT NULL
WITH v, p ORDER BY p.id
RETURN v.id AS id, collect(p.id) AS found
ORDER BY id
