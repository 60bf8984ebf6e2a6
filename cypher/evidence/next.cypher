// Pairs of issuers that may come to share people, with the record of that guess.
//
// Answers: one row for each pair of issuers that shares nobody yet, the best guesses first. The score comes from the
// issuers with which both share people: the Adamic-Adar score adds 1/log(degree) of each of them, the resource
// allocation index 1/degree. The record says how good such guesses are: the same guess is made from what was known on
// the day `cut`, and compared with the pairs that arrived later. Without a record no guess is shown.
//
// Counts: people who are insiders of both issuers, by the days of their filings.
//
// Does not see: mergers, competitors, or anything but who sits where.
//
// @example least=1 cut=2024-12-31
// @finish likely
// @rows evidence/network
//
// @param score    string  = adamic-adar `adamic-adar` or `allocation`.
// @param least    int     = 2           Fewest issuers that both share people with.
// @param cut      date    = null        Day from which the record counts. [default: when 80 % of the pairs were there]
// @param hub      int     = 20          Most issuers of a person; with more, a person is named and not walked through.
// @param together bool    = true        Only people who are seen at both issuers on one day at least.
// @param limit    int     = 20          Most rows.
// @param roles    strings = null        Roles that count: director, officer, tenPercentOwner, other. All by default.
// @param since    date    = null        Only relationships that are seen on this day or later.
// @param until    date    = null        Only relationships that are seen on this day or earlier.
//
// @column rank      int     Rank, the likeliest first.
// @column one       string  Name of the one issuer.
// @column other     string  Name of the other.
// @column score     float   Score.
// @column common    strings Issuers that both share people with.
// @column ids       strings CIK of both.
// @column precision float   Record: share of the best 20 guesses at `cut` that arrived later.
// @column chance    float   Record: share of all unlinked pairs that arrived later.
// @column auc       float   Record: how often a pair that arrived was ranked above one that did not; 0.5 is chance.
// @column arrived   int     Record: pairs that arrived after `cut`.
// @column cut       date    Record: the day.
