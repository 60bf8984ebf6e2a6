// Options exercised long before or just before they expire.
//
// Answers: one row for each exercise: `early` with `early` days or more left, `near` with at most `near` days, `after`
// on a day after the expiration date, which is most often a date typed wrong.
//
// Counts: rows of codes M, X and O in Table II that stand, each block once, with an expiration date. Units without an
// exercise price, and rights that expire on the day on which they become exercisable, are no options.
//
// Does not see: an expiration date that only a footnote tells, nor whether the exercise was the holder's choice.
//
// @example early=700
//
// @param early  int    = 1825       Fewest days left that are long before; about five years.
// @param near   int    = 30         Most days left that are just before.
// @param issuer issuer = null       Only securities of this issuer.
// @param person person = null       Only filings of this owner.
// @param since  date   = 2003-01-01 First day.
// @param until  date   = null       Last day; no end if it is not given.
// @param limit  int    = 100        Most rows, the latest first.
//
// @column date        date    Day of the exercise.
// @column issuer      string  Issuer name.
// @column ticker      string  Trading symbol.
// @column owners      strings Owners who filed, by name.
// @column security    string  Title of the option.
// @column kind        string  `early`, `near` or `after`.
// @column expires     date    Expiration date.
// @column left        int     Days from the exercise to it.
// @column exercisable date    Day from which it could be exercised; absent where only a note tells it.
// @column before      bool    Whether it was exercised before that day.
// @column price       float   Exercise price, in dollars.
// @column code        string  Transaction code.
// @column shares      float   Options exercised.
// @column row         string  The row.
// @column filing      string  The filing.
CALL () { // of all issuers, the rows of the days by their index; else the rows of the issuer
  UNWIND CASE WHEN $issuer IS NULL THEN [true] ELSE [] END AS every
  MATCH (filing:Filing)-[row:TRANSACTION]->(security:Security)
  WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, date('9999-12-31'))
  RETURN filing, row, security
  UNION ALL
  MATCH (:Issuer {id: coalesce($issuer, '')})<-[:CONCERNS]-(filing:Filing)-[row:TRANSACTION]->(security:Security)
  RETURN filing, row, security
}
WITH filing, row, security
WHERE row.tradedOn >= $since AND row.tradedOn <= coalesce($until, row.tradedOn) AND row.current
  AND row.code IN ['M', 'X', 'O'] AND security.derivative AND row.expiresOn IS NOT NULL
  AND NOT coalesce(row.acquired, false) AND coalesce(row.block, row.id) = row.id AND row.exercisePrice > 0
  AND coalesce(row.exercisableOn <> row.expiresOn, true)
WITH filing, row, security, duration.inDays(row.tradedOn, row.expiresOn).days AS left
WHERE left >= $early OR left <= $near
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, count(CASE WHEN owner.id = $person THEN 1 END) AS asked
}
WITH filing, row, security, left, owners, asked
WHERE $person IS NULL OR asked > 0
MATCH (security)<-[:ISSUED]-(issuer:Issuer)
RETURN row.tradedOn AS date, issuer.name AS issuer, issuer.ticker AS ticker, owners, security.title AS security,
       CASE WHEN left < 0 THEN 'after' WHEN left <= $near THEN 'near' ELSE 'early' END AS kind,
       row.expiresOn AS expires, left, row.exercisableOn AS exercisable, row.tradedOn < row.exercisableOn AS before,
       row.exercisePrice AS price, row.code AS code, row.shares AS shares, row.id AS row, filing.id AS filing
ORDER BY date DESC, issuer, row
LIMIT $limit
