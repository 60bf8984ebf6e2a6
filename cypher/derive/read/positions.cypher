// How much of a security each holder has: the balance that the latest statement of each bucket gives.
//
// A bucket is a security and who or what holds it. Its rows are ordered by the day of their balance, then by filing date
// (an amendment counts with its original), then by place in the filing; restated rows, and rows whose date cannot be, are
// left out. The last transaction's balance is the bucket's. Other lots, which the forms do not tell apart, add up: the
// holdings that the same filing lists in the bucket, such as two trusts, and in Table II the transactions whose balances
// do not follow from one another, such as two grants. A holding of derivatives without a balance of its own, as on Form 3,
// is sized by what underlies it.
//
// @param ids strings   The issuers.
// @param asFiled bool  Whether to leave amendments out, instead of the rows that they restate.
UNWIND $ids AS id
MATCH (:Party {id: id})-[:ISSUED]->(class:Security)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
WHERE row.asOf IS NOT NULL AND row.holder IS NOT NULL
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL END
  AND (row.sharesAfter IS NOT NULL OR row.valueAfter IS NOT NULL
    OR (type(row) = 'HOLDING' AND (row.underlyingShares IS NOT NULL OR row.underlyingValue IS NOT NULL)))
WITH class, row, filing, coalesce(filing.lineage, filing.id) AS statement
ORDER BY row.asOf DESC, coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) DESC, statement DESC,
         coalesce(row.rank, row.place) DESC, filing.id DESC
WITH class, row.holder AS holder, collect({
  id: row.id, filing: filing.id, statement: statement, held: type(row) = 'HOLDING', asOf: row.asOf,
  shares: row.sharesAfter, value: row.valueAfter, place: row.place,
  trade: [filing.filedOn, row.code, row.shares, row.price],
  before: row.sharesAfter + CASE WHEN row.acquired THEN -row.shares ELSE row.shares END,
  valueBefore: coalesce(row.valueAfter, CASE WHEN row.sharesAfter = 0 THEN 0.0 END)
    + CASE WHEN row.acquired THEN -row.totalValue ELSE row.totalValue END,
  underlyingShares: CASE WHEN row.sharesAfter IS NULL AND row.valueAfter IS NULL THEN row.underlyingShares END,
  underlyingValue: CASE WHEN row.sharesAfter IS NULL AND row.valueAfter IS NULL THEN row.underlyingValue END
}) AS rows
WITH class, holder, rows[0] AS last, [row IN rows WHERE row.statement = rows[0].statement AND row.held] AS held,
     [row IN rows WHERE row.statement = rows[0].statement AND NOT row.held] AS traded
WITH class, holder, last, held + [at IN range(0, size(traded) - 1) WHERE at = 0 OR (class.derivative AND none(
       later IN range(0, size(traded) - 1)
       WHERE later < at AND (coalesce(abs(traded[later].before - traded[at].shares) < 0.001, false)
         OR coalesce(abs(traded[later].valueBefore - traded[at].value) < 0.001, false))
     )) | traded[at]] AS lots
WITH class, holder, last, lots, [lot IN lots WHERE lot.shares IS NOT NULL | lot.shares] AS shares,
     [lot IN lots WHERE lot.value IS NOT NULL | lot.value] AS values,
     [lot IN lots WHERE lot.underlyingShares IS NOT NULL | lot.underlyingShares] AS underlyingShares,
     [lot IN lots WHERE lot.underlyingValue IS NOT NULL | lot.underlyingValue] AS underlyingValues
RETURN class.id AS security, holder, last.asOf AS asOf, last.filing AS filing, [lot IN lots | lot.id] AS rows,
       last.statement AS statement, last.place AS place, last.trade AS trade,
       CASE WHEN shares <> [] THEN reduce(sum = 0.0, each IN shares | sum + each) END AS shares,
       CASE WHEN values <> [] THEN reduce(sum = 0.0, each IN values | sum + each) END AS value,
       CASE WHEN underlyingShares <> [] THEN reduce(sum = 0.0, each IN underlyingShares | sum + each) END AS underlyingShares,
       CASE WHEN underlyingValues <> [] THEN reduce(sum = 0.0, each IN underlyingValues | sum + each) END AS underlyingValue
ORDER BY security, holder
