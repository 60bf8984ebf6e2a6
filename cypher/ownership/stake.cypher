// What somebody holds of each security: directly, and through whom.
//
// One row for each bucket, which is a security and who or what holds it, with the balance that the latest of its rows
// give. Rows count as of the day of their balance, whenever they were filed: `on` leaves out later days, and `knownBy`
// what was filed later, amendments too, or on a day that is not known. Rows are ordered by that day, then by filing
// date (an amendment counts with its original), then by place in the filing; restated rows, and rows whose date cannot
// be, are left out. The last transaction's balance is the bucket's. Other lots, which the forms do not tell apart, add
// up: the holdings that the same filing lists in the bucket, such as two trusts, and in Table II the transactions
// whose balances do not follow from one another, such as two grants. A holding of derivatives without a balance of its
// own, as on Form 3, is sized by what underlies it. Owners of a joint filing hold its direct rows together. Buckets of
// one security add up to `total`; where 10 % owners report one balance on one day for each of them, that block counts
// once. Without a date these are the positions that `OWNS` holds. A split that no row reports is not seen, and neither
// is what is filed without a CIK under the same name; the percentage of the company is not in these forms.
//
// @param person  person         The person or organization.
// @param issuer  issuer = null  Only securities of this issuer.
// @param on      date   = null  The day; the latest balances if it is not given.
// @param knownBy date   = null  Only what was filed by this day.
// @param closed  bool   = false Whether to list buckets with a balance of zero.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
//
// @column issuer           string  Issuer name.
// @column security         string  Title of the security.
// @column derivative       bool    Whether it is a derivative.
// @column joint            bool    Whether the owners of a joint filing hold it together.
// @column through          string  Kind of vehicle, as `trust` or `spouse`; absent where ownership is direct.
// @column nature           string  Nature of indirect ownership, as filed.
// @column shares           float   Shares, or derivatives; absent where a filing gives none.
// @column value            float   Dollar value, where that is reported in place of shares.
// @column underlyingShares float   Underlying shares of derivatives that have no amount of their own, as on Form 3.
// @column underlyingValue  float   The same in dollars.
// @column total            float   Shares in all buckets of the security, a block once; absent where one has none.
// @column block            string  Where it is one block with other buckets: the first row of the one that counts.
// @column asOf             date    Day of the balance.
// @column rows             strings The row, or each row where lots add up.
// @column filing           string  The filing that states it last.
MATCH (person:Party {id: $person})-[:FILED]->(filing:Filing)-[row:TRANSACTION|HOLDING]->(class:Security)
WHERE row.asOf IS NOT NULL AND row.holder IS NOT NULL AND ($on IS NULL OR row.asOf <= $on)
  AND ($knownBy IS NULL OR filing.filedOn <= $knownBy)
  AND CASE WHEN $asFiled THEN NOT filing.amendment ELSE row.superseded IS NULL OR $knownBy IS NOT NULL END
  AND (row.sharesAfter IS NOT NULL OR row.valueAfter IS NOT NULL
    OR (type(row) = 'HOLDING' AND (row.underlyingShares IS NOT NULL OR row.underlyingValue IS NOT NULL)))
MATCH (class)<-[:ISSUED]-(company:Party)
WHERE $issuer IS NULL OR company.id = $issuer
WITH company, class, filing, row, split(row.superseded, ':') AS parts
WITH company, class, filing, row, left(row.superseded, size(row.superseded) - size(parts[size(parts) - 1]) - 1) AS by
OPTIONAL MATCH (later:Filing {id: coalesce(by, '')})
WITH company, class, filing, row, later
WHERE $asFiled OR later IS NULL OR later.filedOn IS NULL OR later.filedOn > $knownBy
WITH company, class, row, filing, coalesce(filing.lineage, filing.id) AS statement
ORDER BY row.asOf DESC, coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) DESC, statement DESC,
         coalesce(row.rank, row.place) DESC, filing.id DESC
WITH company, class, row.holder AS holder, collect({
  id: row.id, filing: filing.id, statement: statement, held: type(row) = 'HOLDING', asOf: row.asOf,
  shares: row.sharesAfter, value: row.valueAfter, place: row.place,
  trade: [filing.filedOn, row.code, row.shares, row.price], nature: row.nature,
  before: row.sharesAfter + CASE WHEN row.acquired THEN -row.shares ELSE row.shares END,
  valueBefore: coalesce(row.valueAfter, CASE WHEN row.sharesAfter = 0 THEN 0.0 END)
    + CASE WHEN row.acquired THEN -row.totalValue ELSE row.totalValue END,
  underlyingShares: CASE WHEN row.sharesAfter IS NULL AND row.valueAfter IS NULL THEN row.underlyingShares END,
  underlyingValue: CASE WHEN row.sharesAfter IS NULL AND row.valueAfter IS NULL THEN row.underlyingValue END
}) AS rows
WITH company, class, holder, rows[0] AS last, [row IN rows WHERE row.statement = rows[0].statement AND row.held] AS held,
     [row IN rows WHERE row.statement = rows[0].statement AND NOT row.held] AS traded
WITH company, class, holder, last, held + [at IN range(0, size(traded) - 1) WHERE at = 0 OR (class.derivative AND none(
       later IN range(0, size(traded) - 1)
       WHERE later < at AND (coalesce(abs(traded[later].before - traded[at].shares) < 0.001, false)
         OR coalesce(abs(traded[later].valueBefore - traded[at].value) < 0.001, false))
     )) | traded[at]] AS lots
WITH company, class, holder, last, lots, [lot IN lots WHERE lot.shares IS NOT NULL | lot.shares] AS shares,
     [lot IN lots WHERE lot.value IS NOT NULL | lot.value] AS values,
     [lot IN lots WHERE lot.underlyingShares IS NOT NULL | lot.underlyingShares] AS underlyingShares,
     [lot IN lots WHERE lot.underlyingValue IS NOT NULL | lot.underlyingValue] AS underlyingValues
WITH company, class, holder, last, [lot IN lots | lot.id] AS rows,
     CASE WHEN shares <> [] THEN reduce(sum = 0.0, each IN shares | sum + each) END AS shares,
     CASE WHEN values <> [] THEN reduce(sum = 0.0, each IN values | sum + each) END AS value,
     CASE WHEN underlyingShares <> [] THEN reduce(sum = 0.0, each IN underlyingShares | sum + each) END AS underlyingShares,
     CASE WHEN underlyingValues <> [] THEN reduce(sum = 0.0, each IN underlyingValues | sum + each) END AS underlyingValue
WITH company, class, holder, last, rows, shares, value, underlyingShares, underlyingValue, last.statement AS statement
OPTIONAL MATCH (said:Filing {id: statement})<-[filed:FILED]-(:Party)
WHERE filed.tenPercentOwner
WITH company, class, holder, last, rows, shares, value, underlyingShares, underlyingValue, count(filed) > 0 AS large
OPTIONAL MATCH (vehicle:Vehicle {id: holder})
WITH company, class, {
  holder: holder, joint: holder STARTS WITH 'group:', direct: vehicle IS NULL, through: vehicle.kind,
  last: last, rows: rows, shares: shares, value: value, underlyingShares: underlyingShares, underlyingValue: underlyingValue
} AS bucket,
     CASE WHEN large AND shares > 0 THEN toString(shares) + ' on ' + toString(last.asOf) ELSE holder END AS balance
ORDER BY vehicle IS NOT NULL, rows[0]
// what one filing reports of one balance: a joint one's direct bucket with its deemed ones, else each bucket
WITH company, class, balance, bucket.last.statement AS statement, collect(bucket) AS buckets
WITH company, class, balance, statement, CASE
  WHEN all(each IN buckets WHERE each.joint) AND size([each IN buckets WHERE each.direct]) = 1 THEN [buckets]
  ELSE [each IN buckets | [each]] END AS units
ORDER BY statement
WITH company, class, balance, collect(units) AS filings
WITH company, class, filings, reduce(all = [], units IN filings | all + units) AS units
WITH company, class, units, reduce(all = [], unit IN units | all + unit) AS buckets,
     size(filings) = size(units) AS alone
WITH company, class, CASE
  WHEN alone AND (size([each IN buckets WHERE each.direct]) < 2 OR all(each IN buckets
       WHERE each.direct = buckets[0].direct AND each.last.trade[0] = buckets[0].last.trade[0]
         AND each.last.trade[1] = buckets[0].last.trade[1] AND each.last.trade[2] = buckets[0].last.trade[2]
         AND coalesce(each.last.trade[3], -1.0) = coalesce(buckets[0].last.trade[3], -1.0))) THEN [buckets]
  ELSE units END AS blocks
UNWIND blocks AS block
WITH company, class, block, [each IN block WHERE each.direct] + block AS ordered
WITH company, class, block, ordered[0] AS lead
WITH company, class, collect({block: block, lead: lead}) AS blocks,
     CASE WHEN count(lead.shares) = count(*) THEN sum(lead.shares) END AS total
UNWIND blocks AS each
UNWIND each.block AS bucket
WITH company, class, total, bucket, bucket.last AS last, bucket.holder AS holder,
     CASE WHEN size(each.block) > 1 THEN each.lead.rows[0] END AS block
WHERE $closed OR bucket.shares <> 0 OR bucket.value <> 0 OR bucket.underlyingShares <> 0 OR bucket.underlyingValue <> 0
RETURN company.name AS issuer, class.title AS security, class.derivative AS derivative, bucket.joint AS joint,
       bucket.through AS through, last.nature AS nature, bucket.shares AS shares, bucket.value AS value,
       bucket.underlyingShares AS underlyingShares, bucket.underlyingValue AS underlyingValue, total, block,
       last.asOf AS asOf, bucket.rows AS rows, last.filing AS filing
ORDER BY issuer, company.id, derivative, security, class.id, coalesce(shares, 0.0) DESC, holder
