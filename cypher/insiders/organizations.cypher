// Owners that are not people: funds, partnerships, LLCs, trusts, companies.
//
// One row for each organization that reports as an owner. `form` is what its name says: `fund` if it holds a word of
// `funds`, unless it holds one of a manager (`GP`, `Management`, `Advisers`); else the last word that tells a legal form,
// as in `Wilmington Trust Corp`, a company; else `unknown`. `basis` says why it is taken for an organization at all: `header`
// and `issuer` are facts of EDGAR's, `form` and `name` only what a name looks like. A day is the filing date, or the period
// of report where that is not known.
//
// @param form   string  = null Only of this form.
// @param funds  strings = "fund,funds,venture,ventures,master,offshore" Words of a name, in any case, that make it a fund's.
// @param issuer issuer  = null Only owners who report for this issuer.
// @param limit  int     = 100  Most rows.
//
// @column form         string  `fund`, `partnership`, `llc`, `trust`, `foundation`, `plan`, `estate`, `company`, `unknown`.
// @column organization string  Name.
// @column basis        string  Evidence that it is an organization: `header`, `issuer`, `form` or `name`.
// @column issuers      strings Issuers for which it reports, by name.
// @column tenPercentOf int     Issuers of which it is a 10% owner by its latest filing about each, without an exit.
// @column firstSeen    date    Day of its first filing.
// @column lastSeen     date    Day of its latest filing.
// @column filing       string  The latest filing.
// @column cik          string  Its CIK.
MATCH (company:Issuer)
WHERE $issuer IS NULL OR company.id = $issuer
WITH DISTINCT company // so that every engine begins here
MATCH (company)<-[insider:INSIDER_OF]-(owner:Party {kind: 'organization'})
WITH company, insider, owner ORDER BY company.name, company.id
WITH owner, collect(company.name) AS issuers, min(insider.firstSeen) AS firstSeen, max(insider.lastSeen) AS lastSeen,
     sum(CASE WHEN 'tenPercentOwner' IN insider.roles AND insider.exitedOn IS NULL THEN 1 ELSE 0 END) AS tenPercentOf,
     collect({day: insider.lastSeen, filing: insider.filing}) AS seen,
     replace(replace(replace(replace(replace(replace(' ' + toUpper(owner.name) + ' ', '.', ''), ',', ' '), '/', ' '),
       ')', ' '), ' L L C ', ' LLC '), ' L P ', ' LP ') AS name
WITH owner, issuers, firstSeen, lastSeen, tenPercentOf, [word IN split(name, ' ') WHERE word <> ''] AS words,
     [each IN seen WHERE each.day = lastSeen | each.filing] AS filings
UNWIND filings AS filing
WITH owner, issuers, firstSeen, lastSeen, tenPercentOf, words, max(filing) AS filing
WITH owner, issuers, firstSeen, lastSeen, tenPercentOf, filing, CASE
  WHEN any(word IN words WHERE any(each IN $funds WHERE toUpper(each) = word))
    AND none(word IN words WHERE word IN ['GP', 'UGP', 'MANAGEMENT', 'MANAGER', 'ADVISERS', 'ADVISORS']) THEN ['fund']
  ELSE [word IN words WHERE word IN ['ESTATE', 'FOUNDATION', 'ENDOWMENT', 'ESOP', 'PLAN', 'TRUST', 'TRUSTS', 'TRUSTEE',
      'TRUSTEES', 'LLC', 'LC', 'LP', 'LLP', 'LLLP', 'PARTNERSHIP', 'PARTNERS', 'INC', 'INCORPORATED', 'CORP', 'CORPORATION',
      'CO', 'COMPANY', 'LTD', 'LIMITED', 'PLC', 'AG', 'SA', 'SARL', 'NV', 'BV', 'GMBH', 'KG', 'SE', 'SPA', 'OYJ', 'PTE', 'PTY',
      'BANK', 'BANCORP', 'NA'] | CASE
    WHEN word = 'ESTATE' THEN 'estate'
    WHEN word IN ['FOUNDATION', 'ENDOWMENT'] THEN 'foundation'
    WHEN word IN ['ESOP', 'PLAN'] THEN 'plan'
    WHEN word STARTS WITH 'TRUST' THEN 'trust'
    WHEN word IN ['LLC', 'LC'] THEN 'llc'
    WHEN word IN ['LP', 'LLP', 'LLLP', 'PARTNERSHIP', 'PARTNERS'] THEN 'partnership'
    ELSE 'company'
  END]
END AS forms
WITH owner, issuers, firstSeen, lastSeen, tenPercentOf, filing, coalesce(last(forms), 'unknown') AS form
WHERE $form IS NULL OR form = $form
RETURN form, owner.displayName AS organization, owner.kindBasis AS basis, issuers, tenPercentOf, firstSeen, lastSeen,
       filing, owner.cik AS cik
ORDER BY form, organization, owner.id
LIMIT $limit
