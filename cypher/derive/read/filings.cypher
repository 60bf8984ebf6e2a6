// What filings state, as far as one may amend another.
//
// @param ids strings  The filings.
UNWIND $ids AS id
MATCH (filing:Filing {id: id})
OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
WITH filing, owner ORDER BY owner.id
WITH filing, collect(owner.id) AS owners
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(class:Security)
WITH filing, owners, row, class ORDER BY row.place
WITH filing, owners, collect(CASE WHEN row IS NOT NULL THEN {
  id: row.id, place: row.place, security: class.id, holder: row.holder, date: row.date, code: row.code,
  acquired: row.acquired, shares: row.shares, price: row.price, sharesAfter: row.sharesAfter, valueAfter: row.valueAfter
} END) AS rows
RETURN filing.id AS id, filing.amendment AS amendment, filing.filedOn AS filedOn,
       filing.originalFiledOn AS originalFiledOn, filing.periodOfReport AS period, owners, rows
ORDER BY id
