// One owner's stake over time: what changed it, who holds it, when it was known.
//
// Answers: one row for each security and day on which the stake changed, with the whole stake from then on: held
// directly, with the other owners of a joint filing, or through vehicles. `causes` are those of `ownership/history`,
// with code and shares. A `correction` is a row of its own: an amendment changed what a filing had said of the day.
//
// Counts: what stands with all amendments. `total` counts each block once, by its greatest balance; `repeated` is what
// the others would add. `known` is the filing day by which all of it was told. `believed` is the stake that filings
// told on the day itself, or, for a correction, what they told until `known`; `shareDays` is by how many shares it was
// wrong, times the days. With `diff`, only days on which it was wrong are listed.
//
// Does not see: why a balance is `unexplained`; what was known from other sources than these forms.
//
// @example person='Augusta Thistlewood' on=2026-06-30
// @example person='Delphine Marchetti' diff=true on=2026-06-30
// @finish path
// @rows ownership/history
//
// @param person person         The person or organization.
// @param issuer issuer = null  Only securities of this issuer.
// @param since  date   = null  First day of a change that counts; without it, totals are whole.
// @param on     date   = null  Last day; today if it is not given.
// @param diff   bool   = false Whether to list only what was believed wrongly.
// @param limit  int    = 10000 Most changes of a balance that are read, the earliest first.
//
// @column date         date    Day from which the stake holds.
// @column issuer       string  Issuer name.
// @column security     string  Title of the security.
// @column derivative   bool    Whether it is a derivative.
// @column causes       strings What changed it, as `trade S -1,000`.
// @column change       float   Shares gained or lost, each block once; absent for a correction.
// @column total        float   The stake, each block once.
// @column direct       float   Shares held directly.
// @column joint        float   Shares held with the other owners of a joint filing.
// @column through      float   Shares held through vehicles.
// @column repeated     float   What blocks add to these more than once.
// @column holders      strings Who holds how much, as `Spouse: 700`.
// @column known        date    Filing day by which all of it was told.
// @column believed     float   The stake that filings told until then.
// @column believedFrom date    Day from which they told it wrongly.
// @column days         int     Days from then to `known`.
// @column shareDays    float   Shares by which it was wrong, times these days.
// @column rows         strings The rows that tell the change.
// @column filings      strings Their filings.
