// Amendments whose original is not to be found in the store.
//
// Answers: each row is an amendment that is linked to no filing. Mostly the original was filed before the store begins,
// or was not loaded; sometimes the day that the amendment gives is wrong. `nearest` helps to tell: of the filings of
// the same form that one of the owners filed about the issuer, the one whose filing date lies nearest to that day.
//
// Counts: amendments of Forms 3, 4 and 5; all their rows stand.
//
// Does not see: a link for an amendment whose owners or issuer are not known.
//
// @example
//
// @param issuer issuer = null Only amendments about this issuer.
// @param limit  int    = 100  Most rows.
//
// @column filedOn         date    Filing date; absent where it is not known.
// @column issuer          string  Issuer name.
// @column ticker          string  Trading symbol.
// @column owners          strings Owners who filed, by name.
// @column form            string  Form.
// @column originalFiledOn date    Filing date of the original, as the amendment gives it.
// @column periodOfReport  date    Period of report.
// @column rows            int     Rows of both tables; they all stand.
// @column firstSeen       date    Day of the first other filing about the issuer by one of the owners, of any form.
// @column nearest         string  The filing of the same form and nearest filing date, where there is one.
// @column daysOff         int     Days from `originalFiledOn` to its filing date.
// @column filing          string  The amendment.
UNWIND ['3/A', '4/A', '5/A'] AS form
MATCH (filing:Filing {form: form})
WHERE NOT EXISTS { (filing)-[:AMENDS]->(:Filing) }
OPTIONAL MATCH (filing)-[:CONCERNS]->(issuer:Party)
WITH filing, issuer
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH filing, issuer, coalesce(filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.id DESC
LIMIT $limit
OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
WITH filing, issuer, day, count(row) AS rows
OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
WITH filing, issuer, day, rows, owner ORDER BY owner.displayName, owner.id
WITH filing, issuer, day, rows, collect(owner.displayName) AS owners
OPTIONAL MATCH (filing)<-[:FILED]-(:Party)-[:FILED]->(other:Filing)-[:CONCERNS]->(issuer)
WITH filing, issuer, day, rows, owners, CASE WHEN other.id <> filing.id THEN other END AS other
WITH filing, issuer, day, rows, owners, other,
     CASE WHEN left(other.form, 1) = left(filing.form, 1)
       THEN abs(duration.inDays(filing.originalFiledOn, other.filedOn).days) END AS off
ORDER BY off, other.id
WITH filing, issuer, day, rows, owners, min(coalesce(other.filedOn, other.periodOfReport)) AS firstSeen,
     collect(CASE WHEN off IS NOT NULL THEN {
       id: other.id, off: duration.inDays(filing.originalFiledOn, other.filedOn).days
     } END)[0] AS nearest
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, owners, filing.form AS form,
       filing.originalFiledOn AS originalFiledOn, filing.periodOfReport AS periodOfReport, rows, firstSeen,
       nearest.id AS nearest, nearest.off AS daysOff, filing.id AS filing
ORDER BY day DESC, filing DESC
