// Positions that are reported by dollar value instead of shares.
//
// One row for each position, the latest balance, `OWNS`, whose rows give a value: as the forms ask for debentures and
// the like, and as some filers write beside common stock, where it may be a number of shares in the wrong box. Neither
// is turned into the other. Closed positions, of a value of 0, are listed too. `unlike` counts other rows of the same
// holder and security, not amended, that state shares: their balances do not compare with this one.
//
// @param issuer  issuer = null  Only securities of this issuer.
// @param person  person = null  Only what this person or organization holds, alone or jointly.
// @param asFiled bool   = false Whether to count what was filed first, without amendments, instead of what stands.
// @param limit   int    = 100   Most rows.
//
// @column issuer          string  Issuer name.
// @column ticker          string  Trading symbol.
// @column security        string  Title of the security.
// @column derivative      bool    Whether it is a derivative.
// @column holders         strings The party, or the owners of the joint filing, by name.
// @column through         string  Kind of vehicle; absent where ownership is direct.
// @column nature          string  Nature of indirect ownership, as filed.
// @column value           float   Dollar value.
// @column underlyingValue float   Dollar value of what underlies derivatives that have no amount of their own.
// @column shares          float   Shares of other lots of the position.
// @column unlike          int     Other rows that state shares.
// @column closed          bool    Whether the balance is zero.
// @column asOf            date    Day of the balance.
// @column rows            strings The rows.
// @column filing          string  The filing that states it last.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)-[:ISSUED]->(class:Security)<-[owns:OWNS|OWNED]-(holder)
WHERE CASE WHEN $asFiled THEN owns.asFiled ELSE type(owns) = 'OWNS' END
  AND (owns.value IS NOT NULL OR owns.underlyingValue IS NOT NULL)
OPTIONAL MATCH (holder)<-[:HOLDS_THROUGH]-(behind)
WITH company, class, owns, holder, coalesce(behind, holder) AS root
OPTIONAL MATCH (root)<-[:MEMBER_OF]-(member:Party)
WITH company, class, owns, holder, root, coalesce(member, root) AS owner
ORDER BY owner.displayName, owner.id
WITH company, class, owns, holder, root, collect(owner) AS owners
WHERE $person IS NULL OR any(owner IN owners WHERE owner.id = $person)
MATCH (class)<-[row:TRANSACTION|HOLDING]-(:Filing)
WHERE row.holder = holder.id
WITH company, class, owns, holder, root, owners,
     collect(CASE WHEN row.id = owns.rows[0] THEN row.nature END)[0] AS nature,
     sum(CASE WHEN row.superseded IS NULL AND NOT row.id IN owns.rows AND row.sharesAfter IS NOT NULL THEN 1 ELSE 0 END)
       AS unlike
RETURN company.name AS issuer, company.ticker AS ticker, class.title AS security, class.derivative AS derivative,
       [owner IN owners | owner.displayName] AS holders, CASE WHEN holder.id <> root.id THEN holder.kind END AS through,
       nature, owns.value AS value, owns.underlyingValue AS underlyingValue, owns.shares AS shares, unlike,
       owns.closed AS closed, owns.asOf AS asOf, owns.rows AS rows, owns.filing AS filing
ORDER BY issuer, company.id, derivative, security, class.id, coalesce(value, 0.0) DESC, owns.rows[0], holder.id
LIMIT $limit
