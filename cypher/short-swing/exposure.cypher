// What would be recoverable if one more trade were made on a day.
//
// Answers: one row for each security that the unit of a person traded: what the trade would add to the greatest profit
// that `short-swing/profits` finds, by which filed rows, and the first day on which it would add nothing. It is a
// computation on filings and no legal conclusion.
//
// Counts: as `short-swing/profits`, with the trade as one more purchase or sale. A filed trade may already be matched;
// then the trade adds only what a better matching gives.
//
// Does not see: trades that are made and not yet filed.
//
// @example issuer=QFP person='Cassius Drummond' code=P shares=1000 price=9 on=2023-07-03
// @example issuer=HHB person='Mabel Quist' shares=500 price=21 on=2025-08-01
// @finish short_swing_exposure
// @rows short-swing/profits
//
// @param issuer   issuer              The issuer.
// @param person   person              Somebody of the unit.
// @param code     string = S          `S` for a sale, `P` for a purchase.
// @param shares   float               Shares of the trade.
// @param price    float               Its price, in dollars.
// @param on       date                Its day.
// @param security string = null       Words of the title of the security; of all that the unit traded by default.
// @param unit     string = group      `owner`: those who sign one filing. `group`: all who are tied by joint filings.
// @param spouse   bool   = true       Whether holdings through a spouse or a child count.
// @param classes  bool   = false      Whether classes of common stock match each other.
// @param other    bool   = false      Whether code J counts, in the direction that the row gives.
// @param swaps    bool   = true       Whether equity swaps count.
// @param since    date   = 2003-01-01 First transaction date.
// @param until    date   = null       Last transaction date.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column security string  Title of the security, or of several.
// @column owners   strings The unit, by name.
// @column added    float   What the trade would add to the greatest profit, in dollars.
// @column before   float   The greatest profit without it.
// @column after    float   The greatest profit with it.
// @column freeOn   date    First day, from the day of the trade on, on which it would add nothing.
// @column matched  strings Filed rows that it would match, and the shares of each.
