// Groups of issuers that share many people among themselves.
//
// Answers: one row for each group. The Louvain method finds groups with more ties inside than chance would give. It
// depends on a seed, so it is run several times: `stability` is 1 where every run finds the same group. A group is
// named by the least CIK in it, its anchor.
//
// Counts: a tie between two issuers for each person who is an insider of both. Issuers that share nobody are in no
// group.
//
// Does not see: control. A group says who shares people.
//
// @example
// @finish communities
// @rows evidence/network
//
// @param resolution float   = 1.0  More than 1 for smaller groups, less for larger ones.
// @param runs       int     = 10   Runs with other seeds that `stability` compares.
// @param members    int     = 10   Most issuers that a row names, the best tied first.
// @param seed       int     = 1    Seed of what is random; the same seed gives the same answer.
// @param hub        int     = 20   Most issuers of a person; with more, a person is named and not walked through.
// @param together   bool    = true Only people who are seen at both issuers on one day at least.
// @param limit      int     = 100  Most rows.
// @param roles      strings = null Roles that count: director, officer, tenPercentOwner, other. All by default.
// @param since      date    = null Only relationships that are seen on this day or later.
// @param until      date    = null Only relationships that are seen on this day or earlier.
//
// @column community string  CIK of the anchor.
// @column anchor    string  Name of the anchor.
// @column size      int     Issuers.
// @column issuers   strings Names of the issuers that are best tied inside.
// @column people    int     People who tie them.
// @column inside    int     Ties between two issuers of the group; a person who ties two counts once for them.
// @column outside   int     Ties to issuers of other groups.
// @column stability float   How alike the anchor's groups of all runs are, from 0 to 1; absent without runs.
