// The pairs of purchases and sales that give the most recoverable profit.
//
// Answers: one row for each pair of rows in the matching that `short-swing/profits` calls `maximum`, the greatest
// profits first, then by day. It is a computation on filings and no legal conclusion.
//
// Counts: what `short-swing/profits` counts.
//
// Does not see: what `short-swing/profits` does not see.
//
// @example
// @finish short_swing_matches
// @rows short-swing/profits
//
// @param issuer  issuer = null       Only this issuer.
// @param person  person = null       Only units with this person or organization.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date.
// @param unit    string = owner      `owner`: those who sign one filing. `group`: all who are tied by joint filings.
// @param spouse  bool   = true       Whether holdings through a spouse or a child count.
// @param classes bool   = false      Whether classes of common stock match each other.
// @param other   bool   = false      Whether code J counts, in the direction that the row gives.
// @param swaps   bool   = true       Whether equity swaps count.
// @param limit   int    = 100        Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column security string  Title of the security, or of several.
// @column owners   strings The unit, by name.
// @column bought   date    Day of the purchase.
// @column sold     date    Day of the sale.
// @column shares   float   Matched shares.
// @column paid     float   Price of the purchase, in dollars.
// @column received float   Price of the sale, in dollars.
// @column profit   float   Matched shares times the difference, in dollars.
// @column until    date    Two years from the later of both.
// @column buy      string  Row of the purchase.
// @column sale     string  Row of the sale.
