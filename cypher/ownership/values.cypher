// Positions that are reported by dollar value instead of shares.
//
// Answers: one row for each position of the day whose rows give a value: as the forms ask for debentures and the like,
// and as some filers write beside common stock, where it may be a number of shares in the wrong box.
//
// Counts: what stands with all amendments; closed positions, of a value of 0, are listed too. Values are never turned
// into shares. `unlike` counts other rows of the same holder and security that stand and state shares: their balances
// do not compare with this one.
//
// Does not see: what a value is in shares.
//
// @example on=2026-06-30
//
// @param issuer  issuer = null  Only securities of this issuer.
// @param person  person = null  Only what this person or organization holds, alone or jointly.
// @param on      date   = null  The day; today if it is not given.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer          string  Issuer name.
// @column ticker          string  Trading symbol.
// @column security        string  Title of the security.
// @column derivative      bool    Whether it is a derivative.
// @column holders         strings The party, or the owners of the joint filing, by name.
// @column through         string  The vehicle, by name; absent where ownership is direct.
// @column kind            string  Its kind.
// @column nature          string  Nature of indirect ownership, as filed.
// @column value           float   Dollar value.
// @column underlyingValue float   Dollar value of what underlies derivatives that have no amount of their own.
// @column shares          float   Shares of other lots of the position.
// @column unlike          int     Other rows that state shares.
// @column closed          bool    Whether the balance is zero.
// @column unlistedSince   date    Day from which later filings leave the position out: it may be gone.
// @column asOf            date    Day of the balance.
// @column rows            strings The rows.
// @column filing          string  The filing that states it last.
WITH coalesce($on, date()) AS day
MATCH (issuer:Issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer)
  AND ($person IS NULL OR EXISTS { (issuer)<-[:INSIDER_OF]-(:Party {id: coalesce($person, '')}) })
WITH DISTINCT day, issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE (owns.value IS NOT NULL OR owns.underlyingValue IS NOT NULL)
  AND owns.asOf <= day
  AND CASE WHEN $asFiled THEN owns.byAmendment IS NULL AND coalesce(owns.filedUntil > day, true)
           ELSE owns.knownUntil IS NULL AND coalesce(owns.until > day, true) END
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH day, issuer, security, owns, holder, coalesce(behind, holder) AS root
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH day, issuer, security, owns, holder, root, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH day, issuer, security, owns, holder, root, collect(owner.id) AS ids, collect(owner.displayName) AS holders
WHERE $person IS NULL OR $person IN ids
MATCH (security)<-[row:TRANSACTION|HOLDING]-(:Filing)
WHERE row.holder = holder.id
WITH day, issuer, security, owns, holder, root, holders,
     collect(CASE WHEN row.id = owns.rows[0] THEN row.nature END)[0] AS nature,
     sum(CASE WHEN row.current AND NOT row.id IN owns.rows AND row.sharesAfter IS NOT NULL THEN 1 ELSE 0 END) AS unlike
WITH day, issuer.name AS issuer, issuer.id AS by, issuer.ticker AS ticker, security.title AS security,
     security.id AS key, security.derivative AS derivative, owns, holder, root, holders, nature, unlike
RETURN issuer, ticker, security, derivative, holders,
       CASE WHEN holder.id <> root.id THEN holder.displayName END AS through,
       CASE WHEN holder.id <> root.id THEN holder.kind END AS kind, nature, owns.value AS value,
       owns.underlyingValue AS underlyingValue, owns.shares AS shares, unlike,
       owns.closed AS closed, CASE WHEN owns.unlistedSince <= day THEN owns.unlistedSince END AS unlistedSince,
       owns.asOf AS asOf, owns.rows AS rows, owns.filing AS filing
ORDER BY issuer, by, derivative, security, key, coalesce(value, 0.0) DESC, owns.rows[0], holder.id
LIMIT $limit
