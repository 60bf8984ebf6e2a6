// Insiders who trade and of whom there is no Form 3.
//
// Answers: one row for each owner and issuer with purchases or sales and without a Form 3, the likeliest gaps first.
// `covered` tells that filings about the issuer go back at least a year before the owner's first one: if they do not,
// the Form 3 may just be older than what is loaded.
//
// Counts: trades of codes P and S that no amendment restates. A Form 3 of a joint filing is one of each of its owners,
// and an amendment of a Form 3 tells that there was one.
//
// Does not see: a Form 3 that is not loaded, or that was filed on paper; trades of other codes.
//
// @example
// @example issuer=HHB
//
// @param issuer issuer = null Only insiders of this issuer.
// @param least  int    = 1    Fewest trades.
// @param limit  int    = 100  Most rows.
//
// @column issuer     string Issuer name.
// @column insider    string Name.
// @column firstSeen  date   Day of the first filing.
// @column form       string Its form.
// @column covered    bool   Whether filings about the issuer go back a year before that.
// @column trades     int    Purchases and sales.
// @column firstTrade date   Day of the first of them.
// @column filing     string The first filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)
WITH issuer, min(filing.effectiveOn) AS begins
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)<-[:FILED]-(owner:Party)
WITH issuer, begins, owner, filing ORDER BY filing.effectiveOn, filing.id
WITH issuer, begins, owner, collect(filing) AS filings,
     sum(CASE WHEN filing.form STARTS WITH '3' THEN 1 ELSE 0 END) AS entries
WHERE entries = 0
UNWIND filings AS filing
MATCH (filing)-[row:TRANSACTION]->(:Security)
WHERE row.code IN ['P', 'S'] AND row.current AND row.contradicted IS NULL
WITH issuer, begins, owner, filings[0] AS first, count(row) AS trades, min(row.tradedOn) AS firstTrade
WHERE trades >= $least
RETURN issuer.name AS issuer, owner.displayName AS insider, first.effectiveOn AS firstSeen, first.form AS form,
       begins <= first.effectiveOn - duration({years: 1}) AS covered, trades, firstTrade, first.id AS filing
ORDER BY covered DESC, firstSeen, issuer, insider, filing
LIMIT $limit
