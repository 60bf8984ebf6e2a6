// Owners who report as something other than director, officer or 10% owner.
//
// One row for each issuer, owner and text beside the box `Other`, such as `Former 10% Owner`; a box without a text and a
// text without a tick count too. Texts that differ only in capitals are the same. Where a text points to the remarks, as
// `See Remarks`, these are searched too, and shown. A day is the filing date, or the period of report where that is not
// known; an amendment speaks as of the day of its original.
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
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[:CONCERNS]-(filing:Filing)<-[filed:FILED]-(owner:Party)
WHERE filed.other OR filed.otherText IS NOT NULL
WITH company, owner, filing, filed, toLower(coalesce(filed.otherText, '')) AS said,
     CASE WHEN toLower(filed.otherText) CONTAINS 'remark' THEN filing.remarks END AS remarks
WHERE said CONTAINS toLower($text) OR toLower(remarks) CONTAINS toLower($text)
WITH company, owner, filing, filed, said, remarks, coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.amendment DESC, filing.id DESC
WITH company, owner, said, collect({
  id: filing.id, day: day, text: filed.otherText, remarks: remarks, ticked: filed.other, exit: coalesce(filing.exit, false),
  roles: [role IN ['director', 'officer', 'tenPercentOwner'] WHERE filed[role]]
}) AS seen
ORDER BY seen[0].day DESC, company.name, company.id, owner.displayName, owner.id, said
LIMIT $limit
MATCH (company)<-[:CONCERNS]-(filing:Filing)<-[:FILED]-(owner)
WITH company, owner, said, seen, filing,
     coalesce(filing.originalFiledOn, filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.amendment DESC, filing.id DESC
WITH company, owner, said, seen, collect(filing.id)[0] AS latest
RETURN company.name AS issuer, company.ticker AS ticker, owner.displayName AS owner, owner.kind AS kind,
       seen[0].text AS text, seen[0].remarks AS remarks, seen[0].ticked AS ticked, seen[0].roles AS roles,
       seen[size(seen) - 1].day AS firstSeen, seen[0].day AS lastSeen, seen[0].id = latest AND NOT seen[0].exit AS current, size(seen) AS filings,
       seen[0].id AS filing, owner.cik AS cik
ORDER BY lastSeen DESC, issuer, company.id, owner, cik, said
