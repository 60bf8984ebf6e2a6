// The best connected people and issuers.
//
// Answers: one row for each person or issuer, the best connected first. Degree is the number of links. Betweenness is
// the share of all shortest paths that lead through a node. In a large network it is estimated from the paths of some
// nodes, the pivots. Each takes a second among 100,000 people.
//
// Counts: a link for each relationship that filings show. Its days run from the first filing to the last, as nobody has
// to report leaving. People with more than `hub` issuers are left out of the paths, and have no betweenness.
//
// Does not see: who knows whom, or who has influence.
//
// @example
// @example projection=issuers pivots=64
// @finish central
// @rows evidence/network
//
// @param projection    string  = people `people`: people and issuers. `issuers`: issuers that share people.
// @param pivots        int     = 256    Nodes whose paths are followed; 0 for the degree alone.
// @param exact         bool    = false  Follow the paths of every node, with rustworkx where it is installed.
// @param seed          int     = 1      Seed of what is random; the same seed gives the same answer.
// @param hub           int     = 20     Most issuers of a person; with more, a person is named and not walked through.
// @param together      bool    = true   Only people who are seen at both issuers on one day at least.
// @param organizations bool    = false  With funds and other organizations that report.
// @param limit         int     = 100    Most rows.
// @param roles         strings = null   Roles that count: director, officer, tenPercentOwner, other. All by default.
// @param since         date    = null   Only relationships that are seen on this day or later.
// @param until         date    = null   Only relationships that are seen on this day or earlier.
//
// @column name        string Name.
// @column kind        string person, organization or issuer.
// @column degree      int    Links.
// @column betweenness float  Share of the shortest paths between two others; absent for a hub.
// @column hub         bool   Whether it is a person with more issuers than `hub`.
// @column component   int    Part of the network that hangs together; 1 is the largest. Absent for a hub.
// @column id          string CIK.
