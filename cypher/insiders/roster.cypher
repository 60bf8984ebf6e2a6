// Who an issuer's insiders are, in which roles, and by which filing.
//
// Answers: one row for each reporting owner, with the roles and the title that the latest filing about the issuer
// states.
//
// Counts: all filings about the issuer up to the day. Days are effective days: an amendment has the day of its
// original. Roles of earlier filings are not carried on.
//
// Does not see: insiders who left without a filing. The exit box is voluntary; an old `lastSeen` may be the only
// sign.
//
// @example issuer=BRWI
//
// @param issuer issuer       The issuer.
// @param on     date = null  As of this day; all filings count if it is not given.
// @param exited bool = false Whether to list those who ticked the exit box on their latest filing.
//
// @column insider   string  Name, given name first.
// @column kind      string  `person` or `organization`.
// @column roles     strings Of `director`, `officer`, `tenPercentOwner`, `other`, by the latest filing.
// @column title     string  Latest officer title, of those who are officers by the latest filing.
// @column other     string  Text beside `other` on the latest filing.
// @column firstSeen date    Day of the first filing.
// @column lastSeen  date    Day of the latest filing.
// @column exitedOn  date    The same if its exit box is ticked.
// @column filing    string  The latest filing.
// @column cik       string  The insider's CIK.
MATCH (issuer:Issuer {id: $issuer})<-[:CONCERNS]-(filing:Filing)<-[filed:FILED]-(owner:Party)
WITH owner, filed, filing, filing.effectiveOn AS day
WHERE $on IS NULL OR day <= $on
WITH owner, filed, filing, day ORDER BY day DESC, filing.amendment DESC, filing.id DESC
WITH owner, collect({
  day: day, id: filing.id, exit: coalesce(filing.exit, false), title: filed.officerTitle, other: filed.otherText,
  roles: [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE filed[role]]
}) AS seen
WHERE $exited OR NOT seen[0].exit
RETURN owner.displayName AS insider, owner.kind AS kind, seen[0].roles AS roles,
       CASE WHEN 'officer' IN seen[0].roles
            THEN [each IN seen WHERE each.title IS NOT NULL | each.title][0] END AS title,
       seen[0].other AS other, seen[size(seen) - 1].day AS firstSeen, seen[0].day AS lastSeen,
       CASE WHEN seen[0].exit THEN seen[0].day END AS exitedOn, seen[0].id AS filing, owner.cik AS cik
ORDER BY lastSeen DESC, insider, owner.id
