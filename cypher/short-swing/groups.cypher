// Short-swing profits across those who file jointly, and their vehicles.
//
// Answers: one row for each issuer, security and unit as in `short-swing/profits`. A unit is all owners who are tied by
// joint filings about the issuer, by one block, or by a vehicle whose name is that of another owner. It is a
// computation on filings and no legal conclusion.
//
// Counts: as `short-swing/profits`. A common address or a common surname ties nobody, nor do seats on one board.
//
// Does not see: who of the unit has a pecuniary interest in which trade.
//
// @example apart=false
// @finish short_swing_groups
// @rows short-swing/profits
//
// @param issuer  issuer = null       Only this issuer.
// @param person  person = null       Only units with this person or organization.
// @param since   date   = 2003-01-01 First transaction date.
// @param until   date   = null       Last transaction date.
// @param spouse  bool   = true       Whether holdings through a spouse or a child count.
// @param classes bool   = false      Whether classes of common stock match each other.
// @param other   bool   = false      Whether code J counts, in the direction that the row gives.
// @param swaps   bool   = true       Whether equity swaps count.
// @param limit   int    = 100        Most rows.
// @param apart   bool   = true       Only units in which the holders of purchases and of sales differ.
//
// @column issuer       string  Issuer name.
// @column ticker       string  Trading symbol.
// @column security     string  Title of the security, or of several.
// @column owners       strings The unit, by name.
// @column role         string  `director or officer`, `10% owner only` or `other`, by all filings of the unit.
// @column purchases    int     Purchases that count.
// @column sales        int     Sales that count.
// @column pairs        int     Pairs of rows in the matching of `maximum`.
// @column lowHigh      float   Profit by the lowest price in and the highest price out, in dollars.
// @column maximum      float   The greatest profit, in dollars.
// @column ceiling      float   The same with the ends of the ranges that footnotes give for average prices.
// @column until        date    Two years from the last pair, when the time to sue ends at the earliest.
// @column disclaimed   bool    Whether a matched row cites a footnote that disclaims ownership.
// @column exempt       int     Rows that are left out by their code.
// @column unpriced     int     Purchases and sales left out as they give no shares or no price.
// @column contradicted int     Rows left out as their direction contradicts their code.
// @column becoming     int     Purchases left out as those that made a 10% owner.
// @column buys         strings Matched purchases: row and shares.
// @column sells        strings Matched sales.
// @column boughtBy     strings Who holds what was bought: vehicles by name, else owners.
// @column soldBy       strings Who held what was sold.
