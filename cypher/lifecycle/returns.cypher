// Insiders who left by the exit box and came back.
//
// Answers: one row for each exit after which the owner files about the issuer again, the latest return first. `kind`
// tells how. `new Form 3`: an insider anew. `within`: another form within `days` days, which may report a trade of the
// months after the exit. `after`: another form later than that; a Form 3 is missing.
//
// Counts: the first filing after each exit that is no amendment. An amendment that leaves the box empty takes the exit
// back.
//
// Does not see: a successor of the issuer with another CIK; which owner of a joint filing left, as the box is the
// filing's.
//
// @example
//
// @param issuer issuer = null Only filings about this issuer.
// @param person person = null Only this owner.
// @param days   int    = 183  Days after an exit in which a form may still be due.
// @param limit  int    = 100  Most rows.
//
// @column issuer  string  Issuer name.
// @column insider string  Name.
// @column exited  date    Day of the filing with the exit box.
// @column back    date    Day of the first filing after it.
// @column days    int     Days between.
// @column form    string  Its form.
// @column kind    string  `new Form 3`, `within` or `after`.
// @column filings strings Both filings.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)<-[:FILED]-(owner:Party)
WHERE filing.exit AND ($person IS NULL OR owner.id = $person)
  AND NOT EXISTS { MATCH (filing)<-[:AMENDS*1..50]-(part:Filing) WHERE part.exit = false }
WITH DISTINCT issuer, owner, filing
MATCH (owner)-[:FILED]->(other:Filing)-[:CONCERNS]->(about:Party)
WHERE about.id = issuer.id AND NOT other.amendment AND other.effectiveOn > filing.effectiveOn
WITH issuer, owner, filing, other ORDER BY other.effectiveOn, other.id
WITH issuer, owner, filing, head(collect(other)) AS other
WITH issuer, owner, filing, other, duration.inDays(filing.effectiveOn, other.effectiveOn).days AS days
RETURN issuer.name AS issuer, owner.displayName AS insider, filing.effectiveOn AS exited, other.effectiveOn AS back,
       days, other.form AS form,
       CASE WHEN other.form = '3' THEN 'new Form 3' WHEN days <= $days THEN 'within' ELSE 'after' END AS kind,
       [filing.id, other.id] AS filings
ORDER BY back DESC, issuer, insider, filings[0]
LIMIT $limit
