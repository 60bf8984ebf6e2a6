// The trading symbol of an issuer, and the names and symbols that other filings gave.
//
// The symbol is the first that the latest filing with one plainly holds; text such as `N/A` holds none.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})<-[concerns:CONCERNS]-(f:Filing)
WITH p, concerns, f ORDER BY coalesce(f.filedOn, f.periodOfReport) DESC, f.id DESC
WITH p, [symbols IN collect(concerns.symbols) | symbols] AS symbols, collect(concerns.name) AS names
WITH p, symbols[0][0] AS ticker, names, reduce(found = [], each IN symbols | found + each) AS found
UNWIND CASE WHEN found = [] THEN [null] ELSE found END AS symbol
WITH p, ticker, names, symbol ORDER BY symbol
WITH p, ticker, names, [each IN collect(DISTINCT symbol) WHERE each <> ticker] AS formerTickers
UNWIND CASE WHEN names = [] THEN [null] ELSE names END AS name
WITH p, ticker, formerTickers, name ORDER BY name
WITH p, ticker, formerTickers, [each IN collect(DISTINCT name) WHERE each <> p.name] AS formerNames
SET p.ticker = ticker,
    p.formerTickers = CASE WHEN formerTickers = [] THEN null ELSE formerTickers END,
    p.formerNames = CASE WHEN formerNames = [] THEN null ELSE formerNames END
