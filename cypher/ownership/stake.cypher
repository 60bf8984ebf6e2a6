// What somebody holds of each security: directly, and through whom.
//
// One row for each bucket, which is a security and who or what holds it: the balance that the latest row of the bucket
// states, as filed. Rows are ordered by transaction date (a holding counts as of its filing's period), then filing date,
// then place in the filing; an amendment counts as of the day of the original, and after it. A row whose date lies after
// its filing, and that is not marked early, is left out. The direct rows of a joint filing are held by its owners
// together. Buckets of one security add up to `total`; where several owners report one block, each reports all of it.
// A split or a transfer that no row reports is not seen, and a percentage of the company is not in these forms.
//
// @param person person        The person or organization.
// @param issuer issuer = null Only securities of this issuer.
// @param closed bool = false  Whether to list buckets with a balance of zero.
//
// @column issuer           string Issuer name.
// @column security         string Title of the security.
// @column derivative       bool   Whether it is a derivative.
// @column joint            bool   Whether the owners of a joint filing hold it together.
// @column through          string Kind of vehicle, as `trust` or `spouse`; absent where ownership is direct.
// @column nature           string Nature of indirect ownership, as filed.
// @column shares           float  Shares, or derivatives; absent where a filing gives none.
// @column value            float  Dollar value, where that is reported in place of shares.
// @column underlyingShares float  Shares underlying a derivative, as the row states them.
// @column total            float  Shares in all buckets of the security.
// @column asOf             date   Transaction date of the row, or the period of its filing.
// @column row              string The row.
// @column filing           string Its filing.
MATCH (person:Party {id: $person})-[:FILED]->(filing:Filing)-[row:TRANSACTION|HOLDING]->(class:Security)
WHERE (row.date IS NULL OR filing.filedOn IS NULL OR row.date <= filing.filedOn OR coalesce(row.timeliness, '') = 'E')
  AND (row.sharesAfter IS NOT NULL OR row.valueAfter IS NOT NULL OR row.underlyingShares IS NOT NULL)
MATCH (class)<-[:ISSUED]-(company:Party)
WHERE $issuer IS NULL OR company.id = $issuer
WITH company, class, filing, row, coalesce(row.date, filing.periodOfReport) AS day,
     coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) AS filedOn
ORDER BY day DESC, filedOn DESC, filing.amendment DESC, filing.id DESC,
         toInteger(substring(split(row.id, ':')[size(split(row.id, ':')) - 1], 2)) DESC, row.id DESC
WITH company, class, row.holder AS holder, collect({
  id: row.id, filing: filing.id, day: day, nature: row.nature, shares: row.sharesAfter, value: row.valueAfter,
  underlyingShares: row.underlyingShares
})[0] AS latest
OPTIONAL MATCH (vehicle:Vehicle {id: holder})
WITH company, class, holder, vehicle, latest
ORDER BY latest.shares DESC, holder
WITH company, class, collect({holder: holder, through: vehicle.kind, latest: latest}) AS buckets,
     CASE WHEN count(latest.shares) > 0 THEN sum(latest.shares) END AS total
UNWIND buckets AS bucket
WITH company, class, bucket.holder AS holder, bucket.through AS through, bucket.latest AS latest, total
WHERE $closed OR coalesce(latest.shares, latest.value, 1.0) <> 0.0
RETURN company.name AS issuer, class.title AS security, class.derivative AS derivative,
       holder STARTS WITH 'group:' AS joint, through, latest.nature AS nature, latest.shares AS shares,
       latest.value AS value, latest.underlyingShares AS underlyingShares, total, latest.day AS asOf, latest.id AS row,
       latest.filing AS filing
ORDER BY issuer, company.id, derivative, security, class.id, coalesce(shares, 0.0) DESC, holder
