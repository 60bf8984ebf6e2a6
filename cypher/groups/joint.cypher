// Who files jointly with an owner, and who files with those.
//
// Answers: one row for each owner that joint filings lead to. `steps` is 0 for the owner, or the owners of the
// filing, that is asked about, 1 for those on a joint filing with one of them, 2 for those on a joint filing with
// these, and so on.
//
// Counts: every joint filing, about any issuer and of any age. An owner in more than `hub` sets of joint filers is
// listed but leads no further, unless it is the one asked about: an adviser to many funds would tie strangers
// together.
//
// Does not see: owners who file apart, such as the parts of one report that has more owners than a filing can hold;
// `groups/blocks` lists what such filings share. Without an owner or a filing there is no row.
//
// @example owner='Augusta Thistlewood'
//
// @param owner  person = null Begin at this owner.
// @param filing filing = null Begin at the owners of this filing.
// @param steps  int    = 4    Most steps, up to 4.
// @param hub    int    = 100  Most sets of joint filers of an owner who leads further.
// @param limit  int    = 100  Most rows.
//
// @column steps     int     Joint filings between this owner and the nearest of those asked about.
// @column member    string  Name.
// @column kind      string  `person` or `organization`.
// @column nearer    strings Those one step nearer with whom it files, by name.
// @column sets      int     Distinct sets of owners with which it files jointly.
// @column filings   int     Its joint filings, amendments included.
// @column issuers   strings Issuers that these are about, the one of the latest first.
// @column firstSeen date    Effective day of the first of them; an amendment has its original's.
// @column lastSeen  date    Day of the latest of them.
// @column filing    string  The latest of them.
// @column cik       string  Its CIK.
CALL () {
  MATCH (owner:Party {id: coalesce($owner, '')}) RETURN owner
  UNION
  MATCH (:Filing {id: coalesce($filing, '')})<-[:FILED]-(owner:Party) RETURN owner
}
WITH owner, 0 AS steps
MATCH path = (owner)-[:MEMBER_OF*0..2]-(near:Party)
WHERE length(path) = 0 OR (steps < $steps AND (owner.id = $owner OR COUNT { (owner)-[:MEMBER_OF]->(:Group) } <= $hub))
WITH near AS owner, min(steps + length(path) / 2) AS steps
MATCH path = (owner)-[:MEMBER_OF*0..2]-(near:Party)
WHERE length(path) = 0 OR (steps < $steps AND (owner.id = $owner OR COUNT { (owner)-[:MEMBER_OF]->(:Group) } <= $hub))
WITH near AS owner, min(steps + length(path) / 2) AS steps
MATCH path = (owner)-[:MEMBER_OF*0..2]-(near:Party)
WHERE length(path) = 0 OR (steps < $steps AND (owner.id = $owner OR COUNT { (owner)-[:MEMBER_OF]->(:Group) } <= $hub))
WITH near AS owner, min(steps + length(path) / 2) AS steps
MATCH path = (owner)-[:MEMBER_OF*0..2]-(near:Party)
WHERE length(path) = 0 OR (steps < $steps AND (owner.id = $owner OR COUNT { (owner)-[:MEMBER_OF]->(:Group) } <= $hub))
WITH near AS owner, min(steps + length(path) / 2) AS steps
ORDER BY steps, owner.displayName, owner.id
LIMIT $limit
WITH collect({owner: owner, steps: steps}) AS members
UNWIND members AS member
WITH members, member.owner AS owner, member.steps AS steps
CALL (owner) {
  OPTIONAL MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer:Party)
  WHERE COUNT { (filing)<-[:FILED]-(:Party) } > 1
  WITH filing, issuer, filing.effectiveOn AS day ORDER BY day DESC, filing.id DESC
  WITH issuer, count(filing) AS filings, min(day) AS firstSeen, max(day) AS lastSeen, collect(filing.id)[0] AS latest
  ORDER BY lastSeen DESC, latest DESC
  RETURN collect(issuer.name) AS names, sum(filings) AS filings, min(firstSeen) AS firstSeen,
         max(lastSeen) AS lastSeen, collect(latest)[0] AS latest
}
CALL (owner) {
  OPTIONAL MATCH (owner)-[:MEMBER_OF]->(joint:Group)
  OPTIONAL MATCH (joint)<-[:MEMBER_OF]-(near:Party)
  RETURN count(DISTINCT joint) AS sets, collect(DISTINCT near.id) AS near
}
RETURN steps, owner.displayName AS member, owner.kind AS kind,
       [each IN members WHERE each.steps = steps - 1 AND each.owner.id IN near | each.owner.displayName] AS nearer,
       sets, filings, names AS issuers, firstSeen, lastSeen, latest AS filing, owner.cik AS cik
ORDER BY steps, member, owner.id
