// What somebody holds of each security on a day, and through whom.
//
// Answers: one row for each bucket (a security and the owner, joint filers or vehicle that hold it): its last balance
// as of `on`.
//
// Counts: each block once in `total`, by its greatest balance. It leaves out expired derivatives, and buckets that go
// on under another name.
//
// Does not see: splits that no row reports, filings without a CIK, or the issuer's total shares.
//
// @example person='Osgood Pruitt' on=2026-06-30
//
// @param person  person         The person or organization.
// @param issuer  issuer = null  Only securities of this issuer.
// @param on      date   = null  The day; today if it is not given.
// @param knownBy date   = null  Only what was filed by this day.
// @param closed  bool   = false Whether to list buckets with a balance of zero.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
//
// @column issuer           string  Issuer name.
// @column security         string  Title of the security.
// @column derivative       bool    Whether it is a derivative.
// @column joint            bool    Whether the owners of a joint filing hold it together.
// @column through          string  The vehicle, as a trust or a spouse, by name; absent where ownership is direct.
// @column kind             string  Kind of the vehicle.
// @column nature           string  Nature of indirect ownership, as filed.
// @column shares           float   Shares, or derivatives; absent where a filing gives none.
// @column value            float   Dollar value, where that is reported in place of shares.
// @column underlyingShares float   Underlying shares of derivatives that have no amount of their own, as on Form 3.
// @column underlyingValue  float   The same in dollars.
// @column total            float   Shares in all buckets of the security; absent where one has none.
// @column confirmed        float   The part of `total` that no later filing leaves out; the rest may be gone.
// @column unlistedSince    date    Day from which later filings leave this bucket out.
// @column unlistedIn       string  The first filing that does.
// @column block            string  The same on all balances, of any holder, that are one block.
// @column asOf             date    Day of the balance.
// @column rows             strings The row, or each row where lots add up.
// @column filing           string  The filing that states it last.
MATCH (:Party {id: $person})-[:MEMBER_OF|HOLDS_THROUGH*0..2]->(holder)-[owns:OWNS|OWNED]->(security)<-[:ISSUED]-(issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer) AND owns.asOf <= coalesce($on, date())
  AND coalesce(owns.knownFrom <= $knownBy, true) AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL
      ELSE coalesce(owns.knownUntil > $knownBy, owns.knownUntil IS NULL) END
MATCH (filing:Filing {id: coalesce(owns.filing, '')})
MATCH (statement:Filing {id: coalesce(filing.lineage, filing.id, '')})
WITH * ORDER BY owns.asOf DESC, statement.effectiveOn DESC, statement.id DESC, owns.knownFrom DESC
WITH issuer, security, holder, collect(owns)[0] AS owns
WHERE CASE WHEN owns.closed THEN $closed ELSE coalesce(security.expiresOn >= coalesce($on, date()), true) END
  AND (owns.until > coalesce($on, date()) OR coalesce(owns.continuedOn > $knownBy, owns.continuedOn IS NULL))
OPTIONAL MATCH (later:Filing {id: coalesce(owns.unlistedIn, '')})
WHERE owns.unlistedSince <= coalesce($on, date()) AND coalesce(later.filedOn <= $knownBy, true)
WITH issuer, security, coalesce(owns.block, owns.rows[0]) AS block, max(owns.shares) AS shares,
     max(CASE WHEN later IS NULL THEN owns.shares ELSE 0.0 END) AS confirmed,
     collect({owns: owns, holder: holder, later: later.id}) AS buckets
WITH issuer.name AS issuer, security, security.id AS id, collect(buckets) AS blocks, sum(shares - confirmed) AS gone,
     CASE WHEN count(shares) = count(*) THEN sum(shares) END AS total
UNWIND blocks AS buckets UNWIND buckets AS each WITH *, each.owns AS owns, each.holder AS holder
OPTIONAL MATCH (:Filing {id: coalesce(owns.filing, '')})-[row:TRANSACTION|HOLDING]->() WHERE row.holder = holder.id
WITH issuer, security, id, total, gone, each, owns, holder, CASE WHEN holder:Vehicle THEN holder END AS vehicle,
     max(row.nature) AS nature
RETURN issuer, security.title AS security, security.derivative AS derivative, holder.id STARTS WITH 'group:' AS joint,
       vehicle.displayName AS through, vehicle.kind AS kind, nature, owns.shares AS shares, owns.value AS value,
       owns.underlyingShares AS underlyingShares, owns.underlyingValue AS underlyingValue, total,
       total - gone AS confirmed, CASE WHEN each.later <> '' THEN owns.unlistedSince END AS unlistedSince,
       each.later AS unlistedIn, owns.block AS block, owns.asOf AS asOf, owns.rows AS rows, owns.filing AS filing
ORDER BY issuer, derivative, security, id, coalesce(shares, 0.0) DESC, holder.id
