// Who left, by the box `no longer subject to Section 16`.
//
// Answers: one row for each filing with the box, the latest first. `roles` and `title` are those of the owners' filings
// before, for the filing of an exit often states none any more.
//
// Counts: filings without rows too. The box is the filing's: of a joint filing it is ticked for all owners, though one
// may have left. An amendment that leaves the box empty takes the exit back.
//
// Does not see: who left without a filing; nobody has to report it. `later` are filings of the owners about the issuer
// after the exit: trades of the next months, or a return.
//
// @example
//
// @param issuer  issuer = null       Only filings about this issuer.
// @param since   date   = 2003-01-01 First day of the filing.
// @param until   date   = null       Last day of the filing; no end if it is not given.
// @param asFiled bool   = false      Whether to count what was filed first, without amendments.
// @param limit   int    = 100        Most rows.
//
// @column day       date    Day from which the filing counts: its filing date, or the period where that is not known.
// @column issuer    string  Issuer name.
// @column owners    strings Owners who filed, by name.
// @column roles     strings Their roles before.
// @column title     string  An officer title before.
// @column rows      int     Rows of both tables.
// @column lastTrade date    Day of the last transaction in it; absent where there is none.
// @column text      string  Remarks, and the text beside the box `Other`.
// @column later     int     Later filings of the owners about the issuer.
// @column filing    string  The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE filing.exit IS NOT NULL AND filing.effectiveOn >= $since
  AND filing.effectiveOn <= coalesce($until, filing.effectiveOn)
  AND (NOT $asFiled OR filing.lineage IS NULL)
WITH issuer, filing, coalesce(filing.lineage, filing.id) AS statement
ORDER BY coalesce(filing.filedOn, filing.periodOfReport), filing.id
WITH issuer, statement, last(collect(filing)) AS filing
WHERE filing.exit
WITH issuer, filing, filing.effectiveOn AS day, filing.id AS id ORDER BY day DESC, issuer.name, id
LIMIT $limit
CALL (filing) {
  OPTIONAL MATCH (filing)-[row:TRANSACTION|HOLDING]->(:Security)
  RETURN count(row) AS rows, max(row.date) AS lastTrade
}
CALL (issuer, filing, day) {
  MATCH (filing)<-[now:FILED]-(owner:Party)
  OPTIONAL MATCH (owner)-[was:FILED]->(other:Filing)-[:CONCERNS]->(about:Party)
  WHERE about.id = issuer.id AND other.id <> filing.id
  WITH owner, now, was, other, day ORDER BY other.effectiveOn DESC, other.id DESC
  WITH owner, now, head(collect(CASE WHEN other.effectiveOn <= day THEN was END)) AS was,
       collect(DISTINCT CASE WHEN other.effectiveOn > day THEN other.id END) AS after
  ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, collect(was) AS before, collect(now) AS given, collect(after) AS afters
}
WITH issuer, day, id, owners, before, rows, lastTrade, afters, reduce(all = coalesce(filing.remarks, ''), text IN
       [now IN given WHERE now.otherText IS NOT NULL | now.otherText]
       | CASE WHEN all CONTAINS text THEN all WHEN all = '' THEN text ELSE all + ' ' + text END) AS text
RETURN day, issuer.name AS issuer, owners,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE any(was IN before WHERE was[role])] AS roles,
       head([was IN before WHERE was.officerTitle IS NOT NULL | was.officerTitle]) AS title, rows, lastTrade,
       CASE WHEN text <> '' THEN text END AS text,
       reduce(most = 0, after IN afters | CASE WHEN size(after) > most THEN size(after) ELSE most END) AS later,
       id AS filing
ORDER BY day DESC, issuer, filing
LIMIT $limit
