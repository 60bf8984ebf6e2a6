// The network of insiders: who is linked to whom.
//
// Answers: one row for each edge. An edge between a person and an issuer is the person's relationship to it. An edge
// between two issuers stands for the people who are insiders of both, and its weight is their number.
//
// Counts: the days of a relationship from the first filing that shows it to the last. People with more than `hub`
// issuers are named and tie no issuers.
//
// Does not see: people tied by issuers. At the size of EDGAR that network would have millions of edges.
//
// @example
// @example projection=issuers
// @finish network
//
// @param projection    string  = people `people`: people and issuers. `issuers`: issuers that share people.
// @param hub           int     = 20     Most issuers of a person; with more, a person is named and not walked through.
// @param together      bool    = true   Only people who are seen at both issuers on one day at least.
// @param organizations bool    = false  With funds and other organizations that report.
// @param limit         int     = null   Most rows; all by default.
// @param roles         strings = null   Roles that count: director, officer, tenPercentOwner, other. All by default.
// @param since         date    = null   Only relationships that are seen on this day or later.
// @param until         date    = null   Only relationships that are seen on this day or earlier.
//
// @column one     string  Name of the owner, or of the one issuer.
// @column other   string  Name of the issuer, or of the other.
// @column weight  int     People who tie two issuers; 1 for an owner and an issuer.
// @column through strings Names of these people; roles of an owner.
// @column days    strings Days on which each is seen at both; from the first filing of an owner to the last.
// @column filings strings The last filing that shows each relationship.
// @column ids     strings CIK of both ends.
MATCH (issuer:Issuer)
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[link:INSIDER_OF]-(owner:Party)
OPTIONAL MATCH (owner)-[:SAME_AS]->(ownerAs:Party)
OPTIONAL MATCH (issuer)-[:SAME_AS]->(issuerAs:Party)
RETURN owner.id AS owner, coalesce(owner.displayName, owner.name, owner.id) AS name, owner.kind AS kind,
       issuer.id AS issuer, coalesce(issuer.name, issuer.id) AS issuerName, issuer.ticker AS ticker,
       link.firstSeen AS first, link.lastSeen AS last, coalesce(link.roles, []) AS roles, link.filing AS filing,
       ownerAs.id AS ownerAs, issuerAs.id AS issuerAs
ORDER BY owner, issuer, filing
