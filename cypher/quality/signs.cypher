// Transactions that acquire by a code of disposition, or the other way round.
//
// Codes that only acquire are P (purchase), A (grant) and L (small acquisition); those that only dispose of are S (sale),
// D (to the issuer), F (withheld or delivered), U (tender) and H (expiration of a long position). A code tells this of the
// security that is traded; Table II is left out for P, A, S and D, where filers sell a short call or buy it back.
//
// @param acquire     strings = "P,A,L"     Codes that only acquire.
// @param dispose     strings = "S,D,F,U,H" Codes that only dispose of.
// @param derivatives strings = "L,F,U,H"   Those of them that tell it of derivatives too.
// @param limit       int     = 100         Most rows.
//
// @column id       string The row.
// @column code     string Transaction code.
// @column acquired bool   Whether the row says that it acquires.
// @column expected bool   Whether its code does.
// @column shares   float  Shares acquired or disposed of.
// @column security string Title of the security, as filed.
MATCH (filing:Filing)-[row:TRANSACTION]->(class:Security)
WHERE row.acquired IS NOT NULL AND (NOT class.derivative OR row.code IN $derivatives)
  AND CASE WHEN row.acquired THEN row.code IN $dispose ELSE row.code IN $acquire END
RETURN row.id AS id, row.code AS code, row.acquired AS acquired, NOT row.acquired AS expected, row.shares AS shares,
       row.titleAsFiled AS security
ORDER BY id
LIMIT $limit
