// Owners who report as something other than director, officer or 10% owner.
//
// Answers: one row for each issuer, owner and text beside the box `Other`, such as `Former 10% Owner`.
//
// Counts: filings that tick the box or give a text, or both. Texts that differ only in capitals are the same. Where
// a text points to the remarks, as `See Remarks` does, the remarks are searched too, and shown. Days are effective
// days: an amendment has the day of its original.
//
// Does not see: what the text means; a filer may put an officer title there.
//
// @example
//
// @param text   string = ""   Words that the text holds, in any case.
// @param issuer issuer = null Only owners who report for this issuer.
// @param limit  int    = 100  Most rows.
//
// @column issuer    string  Issuer name.
// @column ticker    string  Trading symbol.
// @column owner     string  Name, given name first.
// @column kind      string  `person` or `organization`.
// @column text      string  The text, as the latest filing writes it; absent where there is none.
// @column remarks   string  Remarks of the latest filing that says so, where the text points to them.
// @column ticked    bool    Whether the latest of these filings ticks the box `Other`.
// @column roles     strings The other roles that the latest of these filings states.
// @column firstSeen date    Day of the first filing that says so.
// @column lastSeen  date    Day of the latest filing that says so.
// @column current   bool    Whether it is the owner's latest filing about the issuer, and its exit box is not ticked.
// @column filings   int     Filings that say so.
// @column filing    string  The latest of them.
// @column cik       string  The owner's CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)<-[filed:FILED]-(owner:Party)
WHERE filed.other OR filed.otherText IS NOT NULL
WITH issuer, owner, toLower(coalesce(filed.otherText, '')) AS said, filing.effectiveOn AS day,
     CASE WHEN toLower(filed.otherText) CONTAINS 'remark' THEN filing.remarks END AS remarks
WHERE said CONTAINS toLower($text) OR toLower(remarks) CONTAINS toLower($text)
WITH issuer, owner, said, count(*) AS filings, min(day) AS firstSeen, max(day) AS lastSeen
ORDER BY lastSeen DESC, issuer.name, issuer.id, owner.displayName, owner.id, said
LIMIT $limit
MATCH (owner)-[filed:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
WITH issuer, owner, said, filings, firstSeen, lastSeen, filed, filing
ORDER BY filing.effectiveOn DESC, filing.amendment DESC, filing.id DESC
WITH issuer, owner, said, filings, firstSeen, lastSeen, collect({filed: filed, filing: filing}) AS seen
WITH issuer, owner, said, filings, firstSeen, lastSeen, seen[0].filing.id AS latest, [each IN seen
     WHERE (each.filed.other OR each.filed.otherText IS NOT NULL)
       AND toLower(coalesce(each.filed.otherText, '')) = said][0] AS saying
WITH issuer, owner, said, filings, firstSeen, lastSeen, latest, saying.filed AS filed, saying.filing AS filing
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owner.displayName AS owner, owner.kind AS kind,
       filed.otherText AS text, CASE WHEN said CONTAINS 'remark' THEN filing.remarks END AS remarks,
       filed.other AS ticked, [role IN ['director', 'officer', 'tenPercentOwner'] WHERE filed[role]] AS roles,
       firstSeen, lastSeen, filing.id = latest AND NOT coalesce(filing.exit, false) AS current, filings,
       filing.id AS filing, owner.cik AS cik
ORDER BY lastSeen DESC, issuer, owner, cik, said
