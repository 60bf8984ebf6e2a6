// Amendments that restate only part, and the rows that they leave standing.
//
// Answers: each row is a linked amendment that leaves standing a row of the filing that it amends, or of an amendment
// before it.
//
// Counts: the rows of both tables. Which row is restated is found by what the two have in common, such as security,
// holder, day, code and number; a row that was corrected in all of that looks like one left standing and one added.
//
// Does not see: whether a row left standing is still meant: an amendment often repeats only the lines that it corrects,
// and the rest counts on.
//
// @example
//
// @param issuer issuer = null Only amendments about this issuer.
// @param since  date   = null Earliest filing date of the amendment.
// @param limit  int    = 100  Most rows.
//
// @column filedOn    date    Filing date; absent where it is not known.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column owners     strings Owners who filed, by name.
// @column form       string  Form.
// @column restates   int     Rows that it restates.
// @column adds       int     Rows that it adds.
// @column leaves     strings Rows that it leaves standing.
// @column remarks    string  Its remarks.
// @column confidence string  How sure the link is: `high`, `medium` or `low`.
// @column original   string  The first filing of its lineage.
// @column filing     string  The amendment.
UNWIND ['3/A', '4/A', '5/A'] AS form
MATCH (amendment:Filing {form: form})
WHERE amendment.lineage IS NOT NULL
WITH DISTINCT amendment.lineage AS root
MATCH (first:Filing {id: root})-[:CONCERNS]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
MATCH (first)<-[:AMENDS*0..50]-(member:Filing)
WITH DISTINCT root, issuer, member
OPTIONAL MATCH (member)-[row:TRANSACTION|HOLDING]->(:Security)
WITH root, issuer, member, row ORDER BY row.place
WITH root, issuer, member, collect(CASE WHEN row IS NOT NULL THEN {id: row.id, superseded: row.superseded} END) AS rows
ORDER BY coalesce(member.filedOn, member.originalFiledOn, member.periodOfReport), member.amendment, member.id
WITH root, issuer, collect({filing: member, rows: rows, ids: [row IN rows | row.id]}) AS members
UNWIND range(1, size(members) - 1) AS at
WITH root, issuer, members[at].filing AS filing, members[at].ids AS ids,
     reduce(found = [], each IN members[0..at] | found + each.rows) AS before,
     reduce(found = [], each IN members[0..at] | found + each.ids) AS earlier
WITH root, issuer, filing, size(ids) AS rows, size([row IN before WHERE row.superseded IN ids]) AS restates,
     [row IN before WHERE row.superseded IS NULL OR NOT row.superseded IN earlier + ids | row.id] AS leaves,
     coalesce(filing.filedOn, filing.periodOfReport) AS day
WHERE size(leaves) > 0 AND ($since IS NULL OR day >= $since)
WITH root, issuer, filing, rows, restates, leaves, day
ORDER BY day DESC, filing.id DESC
LIMIT $limit
MATCH (filing)-[amends:AMENDS]->(:Filing)
MATCH (filing)<-[:FILED]-(owner:Party)
WITH root, issuer, filing, rows, restates, leaves, day, amends, owner ORDER BY owner.displayName, owner.id
WITH root, issuer, filing, rows, restates, leaves, day, amends, collect(owner.displayName) AS owners
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, owners, filing.form AS form,
       restates, rows - restates AS adds, leaves, filing.remarks AS remarks, amends.confidence AS confidence,
       root AS original, filing.id AS filing
ORDER BY day DESC, filing DESC
