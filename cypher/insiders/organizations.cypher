// Owners that are not people: funds, partnerships, LLCs, trusts, companies.
//
// Answers: one row for each organization that reports as an owner. `form` is read from its name: `fund` if the name
// has a word of `funds` and none of a manager (`GP`, `Management`, `Advisers`); else the last word that tells a
// legal form, as in `Wilmington Trust Corp`, a company; else `unknown`.
//
// Counts: all issuers for which it reports, or only the given one. Days are effective days of filings.
//
// Does not see: what an organization is beyond its name. `basis` says why it is held to be one at all: `header` and
// `issuer` are facts of EDGAR's, `form` and `name` only what the name looks like.
//
// @example
//
// @param form   string  = null Only of this form.
// @param funds  strings = "fund,funds,venture,ventures,master,offshore" Words of a fund's name, in any case.
// @param issuer issuer  = null Only owners who report for this issuer.
// @param limit  int     = 100  Most rows.
//
// @column form         string  fund, partnership, llc, trust, foundation, plan, estate, company or unknown.
// @column organization string  Name.
// @column basis        string  Evidence that it is an organization: `header`, `issuer`, `form` or `name`.
// @column issuers      strings Issuers for which it reports, by name.
// @column tenPercentOf int     Issuers of which it is a 10% owner by its latest filing about each, without an exit.
// @column firstSeen    date    Day of its first filing.
// @column lastSeen     date    Day of its latest filing.
// @column filing       string  The latest filing.
// @column cik          string  Its CIK.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:INSIDER_OF]-(owner:Party {kind: 'organization'})
WITH DISTINCT owner, replace(replace(replace(replace(replace(replace(' ' + toUpper(owner.name) + ' ', '.', ''), ',',
       ' '), '/', ' '), ')', ' '), ' L L C ', ' LLC '), ' L P ', ' LP ') AS name
WITH owner, [word IN split(name, ' ') WHERE word <> ''] AS words
WITH owner, CASE
  WHEN any(word IN words WHERE any(each IN $funds WHERE toUpper(each) = word))
    AND none(word IN words WHERE word IN ['GP', 'UGP', 'MANAGEMENT', 'MANAGER', 'ADVISERS', 'ADVISORS']) THEN ['fund']
  ELSE [word IN words WHERE word IN ['ESTATE', 'FOUNDATION', 'ENDOWMENT', 'ESOP', 'PLAN', 'TRUST', 'TRUSTS', 'TRUSTEE',
      'TRUSTEES', 'LLC', 'LC', 'LP', 'LLP', 'LLLP', 'PARTNERSHIP', 'PARTNERS', 'INC', 'INCORPORATED', 'CORP',
      'CORPORATION', 'CO', 'COMPANY', 'LTD', 'LIMITED', 'PLC', 'AG', 'SA', 'SARL', 'NV', 'BV', 'GMBH', 'KG', 'SE',
      'SPA', 'OYJ', 'PTE', 'PTY', 'BANK', 'BANCORP', 'NA'] | CASE
    WHEN word = 'ESTATE' THEN 'estate'
    WHEN word IN ['FOUNDATION', 'ENDOWMENT'] THEN 'foundation'
    WHEN word IN ['ESOP', 'PLAN'] THEN 'plan'
    WHEN word STARTS WITH 'TRUST' THEN 'trust'
    WHEN word IN ['LLC', 'LC'] THEN 'llc'
    WHEN word IN ['LP', 'LLP', 'LLLP', 'PARTNERSHIP', 'PARTNERS'] THEN 'partnership'
    ELSE 'company'
  END]
END AS forms
WITH owner, coalesce(last(forms), 'unknown') AS form
WHERE $form IS NULL OR form = $form
WITH owner, form ORDER BY form, owner.displayName, owner.id
LIMIT $limit
MATCH (owner)-[insider:INSIDER_OF]->(issuer:Party)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH owner, form, issuer, insider ORDER BY insider.lastSeen DESC, insider.filing DESC
WITH owner, form, collect(insider.filing)[0] AS filing, min(insider.firstSeen) AS firstSeen,
     max(insider.lastSeen) AS lastSeen, collect(issuer) AS seen,
     sum(CASE WHEN 'tenPercentOwner' IN insider.roles AND insider.exitedOn IS NULL THEN 1 ELSE 0 END) AS tenPercentOf
UNWIND seen AS issuer
WITH owner, form, filing, firstSeen, lastSeen, tenPercentOf, issuer ORDER BY issuer.name, issuer.id
WITH owner, form, filing, firstSeen, lastSeen, tenPercentOf, collect(issuer.name) AS issuers
RETURN form, owner.displayName AS organization, owner.kindBasis AS basis, issuers, tenPercentOf, firstSeen, lastSeen,
       filing, owner.cik AS cik
ORDER BY form, organization, cik
