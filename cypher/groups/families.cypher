// Families of owners: those who file jointly again and again.
//
// Answers: one row for each family. Two owners belong together if they stand on at least `together` joint filings,
// about one issuer or several. A family is all owners who are linked in this way, directly or through others.
//
// Counts: joint filings whose effective day is in the given stretch; an amendment is one more filing, of its
// original's day. An owner with more than `hub` partners links nobody and is in no family: an adviser to many funds
// would tie strangers together. `hubs` lists such owners who file with members.
//
// Does not see: owners who file apart, though name or address may link them; the parts of one report that has more
// owners than a filing can hold.
//
// @example
//
// @param together int    = 2    Fewest joint filings of two owners that make them belong together.
// @param least    int    = 2    Fewest members.
// @param issuer   issuer = null Only joint filings about this issuer.
// @param since    date   = null First effective day of a filing.
// @param until    date   = null Last effective day.
// @param hub      int    = 100  Most partners of an owner that links others.
// @param limit    int    = 100  Most rows.
//
// @column family    string  The first member.
// @column size      int     Members.
// @column members   strings Members, those with the most of these filings first, organizations before persons.
// @column persons   int     Members that are persons.
// @column filings   int     Filings on which two of them or more stand, amendments included.
// @column issuers   strings Issuers that these are about, by name.
// @column hubs      strings Owners with too many partners, who file with members.
// @column firstSeen date    Day of the first of these filings.
// @column lastSeen  date    Day of the latest.
// @column filing    string  The latest.
// @column ciks      strings The members' CIKs, in the same order.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WHERE ($since IS NULL OR filing.effectiveOn >= $since) AND ($until IS NULL OR filing.effectiveOn <= $until)
  AND COUNT { (filing)<-[:FILED]-(:Party) } > 1
MATCH (filing)<-[:FILED]-(one:Party)
MATCH (filing)<-[:FILED]-(other:Party) WHERE other.id <> one.id
WITH one, other, count(filing) AS filings WHERE filings >= $together
WITH one AS owner, collect(other) AS partners WHERE size(partners) <= $hub
WITH owner, partners, owner.id AS family
// twice over, each owner takes the least id that it or a partner has
UNWIND [owner] + partners AS each
WITH each, min(family) AS family, collect(CASE WHEN each.id = owner.id THEN partners END)[0] AS partners
WHERE partners IS NOT NULL
UNWIND [each] + partners AS owner
WITH owner, min(family) AS family, collect(CASE WHEN each.id = owner.id THEN partners END)[0] AS partners
WHERE partners IS NOT NULL
// what are families of their own by then, though partners, are merged one by one
UNWIND [owner] + partners AS each
WITH each, collect(DISTINCT family) AS families, min(family) AS family,
     collect(CASE WHEN each.id = owner.id THEN partners END)[0] AS partners
WHERE partners IS NOT NULL
WITH collect({owner: each, family: family, partners: partners}) AS linked,
     collect(DISTINCT CASE WHEN size(families) > 1 THEN families END) AS touching
WITH linked, reduce(merged = [], some IN touching | [ids IN merged WHERE none(id IN ids WHERE id IN some)]
       + [reduce(sum = some, ids IN merged | sum + CASE WHEN any(id IN ids WHERE id IN some) THEN ids ELSE [] END)]
     ) AS merged
UNWIND linked AS each
WITH each.owner AS owner, each.partners AS partners, coalesce(
       [ids IN merged WHERE each.family IN ids | reduce(first = ids[0], id IN ids |
         CASE WHEN id < first THEN id ELSE first END)][0], each.family) AS family
WITH family, collect(owner) AS members, collect(partners) AS partners
WHERE size(members) >= $least
WITH family, members, partners
ORDER BY size(members) DESC, family
LIMIT $limit
CALL (members) {
  UNWIND members AS member
  MATCH (member)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer:Party)
  WITH filing, issuer, member, filing.effectiveOn AS day
  WHERE ($issuer IS NULL OR issuer.id = $issuer) AND ($since IS NULL OR day >= $since)
    AND ($until IS NULL OR day <= $until)
  WITH filing, issuer, day, collect(member) AS signers
  WHERE size(signers) > 1
  WITH filing, issuer, day, signers ORDER BY day DESC, filing.id DESC
  RETURN collect({id: filing.id, day: day, issuer: issuer.name, signers: signers}) AS filings
}
CALL (filings) {
  UNWIND filings AS each
  UNWIND each.signers AS member
  WITH member, count(*) AS times ORDER BY times DESC, member.kind, member.displayName, member.id
  RETURN collect(member) AS ranked
}
CALL (filings) {
  UNWIND filings AS each
  WITH DISTINCT each.issuer AS issuer ORDER BY issuer
  RETURN collect(issuer) AS issuers
}
CALL (members, partners) {
  WITH [each IN members | each.id] AS ids, partners
  UNWIND partners AS some
  UNWIND [each IN some WHERE NOT each.id IN ids] AS partner
  WITH DISTINCT partner ORDER BY partner.displayName, partner.id
  RETURN collect(partner.displayName) AS hubs
}
RETURN ranked[0].displayName AS family, size(ranked) AS size, [each IN ranked | each.displayName] AS members,
       size([each IN ranked WHERE each.kind = 'person']) AS persons, size(filings) AS filings, issuers, hubs,
       filings[size(filings) - 1].day AS firstSeen, filings[0].day AS lastSeen, filings[0].id AS filing,
       [each IN ranked | each.cik] AS ciks
ORDER BY size DESC, ranked[0].id
