// 10% owners who are so no longer, and by what sign.
//
// Answers: one row for each owner and issuer, with the first of these signs since a filing last stated the role.
// `said`: a filing calls the owner a former 10% owner (`high`), or its remarks say that the owner is no longer one
// (`medium`). `exit`: the box is ticked, and this filing or the one before states the role (`high`). `dropped`: the
// next filing does not state it (`low`).
//
// Counts: filings about the issuer by day, an amendment on the day of its original. An owner who states the role again
// is left out.
//
// Does not see: a stake that fell below 10% and was not followed by a filing, as none is due for it. A director who
// stays may just leave the role out.
//
// @example
//
// @param issuer issuer = null Only owners of this issuer.
// @param person person = null Only this owner.
// @param limit  int    = 100  Most rows.
//
// @column day    date    Day of the filing that shows it.
// @column issuer string  Issuer name.
// @column owner  string  Name.
// @column sign   string  `said`, `exit` or `dropped`.
// @column grade  string  `high`, `medium` or `low`.
// @column text   string  What the filing says.
// @column roles  strings Roles that the filing still states.
// @column last   date    Day of the last filing that states the role.
// @column filing string  The filing that shows it.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)<-[filed:FILED]-(owner:Party)
WHERE $person IS NULL OR owner.id = $person
WITH issuer, owner, filing, filed, toLower(coalesce(filing.remarks, '')) AS remarks,
     toLower(coalesce(filed.otherText, '')) AS other
WITH issuer, owner, filing, filed, CASE
       WHEN other CONTAINS 'former' AND (other CONTAINS '10%' OR other CONTAINS 'ten percent') THEN filed.otherText
     END AS former, CASE
       WHEN remarks CONTAINS 'no longer' AND (remarks CONTAINS '10%' OR remarks CONTAINS 'ten percent')
       THEN filing.remarks END AS remarks
ORDER BY filing.effectiveOn, filing.id
WITH issuer, owner, collect({filing: filing, filed: filed, former: former, remarks: remarks}) AS seen
WHERE any(each IN seen WHERE each.filed.tenPercentOwner OR each.former IS NOT NULL)
WITH issuer, owner, seen, last([each IN seen WHERE each.filed.tenPercentOwner]) AS holds
UNWIND range(0, size(seen) - 1) AS at
WITH issuer, owner, holds.filing.effectiveOn AS held, seen[at] AS now, CASE WHEN at > 0 THEN seen[at - 1] END AS was
WHERE held IS NULL OR now.filing.effectiveOn >= held
WITH issuer, owner, held, now, CASE
       WHEN now.former IS NOT NULL OR (now.remarks IS NOT NULL AND NOT now.filed.tenPercentOwner) THEN 'said'
       WHEN now.filing.exit AND (now.filed.tenPercentOwner OR was.filed.tenPercentOwner) THEN 'exit'
       WHEN was.filed.tenPercentOwner AND NOT now.filed.tenPercentOwner AND was.filing.effectiveOn = held THEN 'dropped'
     END AS sign
WHERE sign IS NOT NULL
WITH issuer, owner, held, head(collect({now: now, sign: sign})) AS first
WITH issuer, owner, held, first.now AS now, first.sign AS sign
RETURN now.filing.effectiveOn AS day, issuer.name AS issuer, owner.displayName AS owner, sign,
       CASE WHEN sign = 'dropped' THEN 'low' WHEN sign = 'said' AND now.former IS NULL THEN 'medium' ELSE 'high' END
         AS grade, coalesce(now.former, now.remarks, CASE sign WHEN 'exit' THEN now.filing.remarks END) AS text,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE now.filed[role]] AS roles,
       held AS last, now.filing.id AS filing
ORDER BY day DESC, issuer, owner, filing
LIMIT $limit
