// The people and issuers that link two parties, by the fewest steps.
//
// Answers: one row for each shortest path, up to `limit`. The ends are two issuers, two people, or one of each. A step
// leads from an issuer through a person to the next issuer, or from a person through an issuer to the next person.
//
// Counts: people. Those with more than `hub` issuers are named and not walked through. Organizations never tie issuers.
//
// Does not see: whether a link matters. Most parties are linked somehow. That a path exists says little; who is on it
// may say more.
//
// @example one=BRWI other=MRRW
// @finish bridges
// @rows evidence/network
//
// @param one      party          One end: an issuer or an owner.
// @param other    party          The other end.
// @param steps    int     = 4    Most steps.
// @param hub      int     = 20   Most issuers of a person; with more, a person is named and not walked through.
// @param together bool    = true Only steps between two relationships that share one day at least.
// @param limit    int     = 20   Most paths.
// @param roles    strings = null Roles that count: director, officer, tenPercentOwner, other. All by default.
// @param since    date    = null Only relationships that are seen on this day or later.
// @param until    date    = null Only relationships that are seen on this day or earlier.
//
// @column steps    int     Steps.
// @column path     strings Names, from one end to the other.
// @column ids      strings The CIK of each.
// @column overlaps strings For each party between the ends: the days that its two links share.
// @column filings  strings The last filing that shows each link.
