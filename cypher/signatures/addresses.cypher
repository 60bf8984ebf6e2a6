// Owners at one address that is not their issuer's.
//
// Answers: one row for each address that several owners give, with their names and issuers. Addresses of agents and
// offshore registries, which stand for many companies, come last, with the words that tell them in `known`.
//
// Counts: addresses in filings about each issuer. An address is the issuer's, and left out, if at least two of the
// insiders who never file jointly and a part of `share` of them give it, or if it is c/o a name that begins as the
// issuer's does. `joint` is how many of the owners one joint filing names: if it names all, the address shows little
// that the filing does not.
//
// Does not see: one address in two spellings. EDGAR may fill in an address of record where a filing gives none. The
// words in `agents` are from memory, unchecked.
//
// @example
//
// @param issuer issuer  = null Only addresses that insiders of this issuer give.
// @param least  int     = 2    Fewest owners.
// @param share  float   = 0.5  Part of an issuer's insiders from which on an address is the issuer's.
// @param agents strings = "251 LITTLE FALLS,1209 ORANGE ST,UGLAND HOUSE" Words of addresses of agents, in capitals.
// @param limit  int     = 100  Most rows.
//
// @column address string  The address, in capitals.
// @column owners  int     Owners.
// @column names   strings Their names.
// @column issuers strings Issuers that they report for.
// @column joint   int     The most of the owners that are in one joint filing.
// @column known   string  The words of `agents` that it holds.
// @column filings strings The latest filing of each owner and issuer that gives the address.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:INSIDER_OF]-(:Party)-[:LOCATED_AT]->(address:Address)
WITH DISTINCT address
MATCH (address)<-[at:LOCATED_AT]-(owner:Party)
WITH address, count(DISTINCT owner.id) AS many, collect({owner: owner, filing: at.filing}) AS given
WHERE many >= $least
UNWIND given AS each
WITH address, each.owner AS owner, each.filing AS given
MATCH (filing:Filing {id: coalesce(given, '')})-[:CONCERNS]->(company:Issuer)
WITH address, company, owner, max(toString(filing.effectiveOn) + ' ' + filing.id) AS latest
WITH address, company, collect({owner: owner, filing: split(latest, ' ')[1]}) AS seen,
     sum(CASE WHEN EXISTS { (owner)-[:MEMBER_OF]->(:Group) } THEN 0 ELSE 1 END) AS alone
WITH address, company, seen, alone, CASE WHEN alone > 1 THEN COUNT {
       MATCH (company)<-[:INSIDER_OF]-(party:Party) WHERE NOT EXISTS { (party)-[:MEMBER_OF]->(:Group) }
     } END AS insiders, head(split(replace(toUpper(company.name), ',', ''), ' ')) AS word
WITH address, collect({company: company, seen: seen, theirs: alone > 1 AND alone >= $share * insiders
       OR coalesce(address.street STARTS WITH 'C/O ' + word, false)}) AS there
WHERE none(each IN there WHERE each.theirs)
UNWIND there AS each
UNWIND each.seen AS one
WITH address, each.company AS company, one.owner AS owner, one.filing AS filing
ORDER BY owner.displayName, owner.id, company.name, company.id
WITH address, collect(DISTINCT owner) AS people, collect(DISTINCT company.name) AS issuers,
     collect(DISTINCT filing) AS filings
WHERE size(people) >= $least
WITH address.caption AS address, address.id AS id, people, size(people) AS owners, issuers, filings,
     head([words IN $agents WHERE address.caption CONTAINS words]) AS known
ORDER BY known IS NOT NULL, owners DESC, address, id
LIMIT $limit
CALL (people) {
  UNWIND people AS owner
  OPTIONAL MATCH (owner)-[:MEMBER_OF]->(group:Group)
  WITH group, count(owner) AS members
  RETURN max(CASE WHEN group IS NULL THEN 0 ELSE members END) AS joint
}
RETURN address, owners, [owner IN people | owner.displayName] AS names, issuers, joint, known, filings
ORDER BY known IS NOT NULL, owners DESC, address, id
LIMIT $limit
