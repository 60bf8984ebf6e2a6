// Attorneys-in-fact who sign for many owners, and for insiders of several issuers.
//
// Answers: one row for each name that signs for others, the most owners first.
//
// Counts: signatures whose text says attorney-in-fact or power of attorney, and the owners of the filings that bear
// them. An owner who signs for others is not counted among them; `insider` tells that there is one of that name. Two
// joint filings of six owners make six owners: hence `least` filings.
//
// Does not see: for which owner of a joint filing somebody signs; a power of attorney that the text does not mention.
// The forms have no number for a signatory, only a name: `alike` has other spellings with the same first and last word.
//
// @example
//
// @param issuer  issuer = null Only filings about this issuer.
// @param owners  int    = 3    Fewest owners.
// @param issuers int    = 1    Fewest issuers.
// @param least   int    = 2    Fewest filings.
// @param limit   int    = 100  Most rows.
//
// @column signatory string  Name, in capitals.
// @column owners    int     Owners of the filings that are signed.
// @column issuers   int     Issuers.
// @column names     strings Their names.
// @column filings   int     Filings.
// @column insider   bool    Whether an owner of one of the issuers has the name too.
// @column alike     strings Other names of attorneys here with the same first and last word.
// @column firstSeen date    Day of the first filing.
// @column lastSeen  date    Day of the latest filing.
// @column filing    string  The latest filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:CONCERNS]-(filing:Filing)-[signed:SIGNED_BY]->(signatory:Signatory)
WHERE signed.attorneyInFact
WITH DISTINCT issuer, filing, signatory
OPTIONAL MATCH (filing)<-[:FILED]-(owner:Party)
WITH issuer, filing, signatory, owner,
     coalesce(toUpper(replace(owner.displayName, '.', '')) = signatory.name, false) AS self
ORDER BY issuer.name, issuer.id
WITH signatory.name AS signatory, signatory.id AS id,
     count(DISTINCT CASE WHEN NOT self THEN owner.id END) AS owners, count(DISTINCT issuer.id) AS issuers,
     collect(DISTINCT issuer.name) AS names, collect(DISTINCT issuer.id) AS about, count(DISTINCT filing.id) AS filings,
     min(filing.effectiveOn) AS firstSeen, max(filing.effectiveOn) AS lastSeen,
     max(toString(filing.effectiveOn) + ' ' + filing.id) AS latest
WITH head(split(id, ' ')) + ' ' + last(split(id, ' ')) AS key, collect({signatory: signatory, id: id, owners: owners,
     issuers: issuers, names: names, about: about, filings: filings, firstSeen: firstSeen, lastSeen: lastSeen,
     latest: latest}) AS spellings
UNWIND spellings AS one
WITH one, [other IN spellings WHERE other.id <> one.id | other.signatory] AS others
WHERE one.owners >= $owners AND one.issuers >= $issuers AND one.filings >= $least
WITH one, others, one.owners AS owners, one.issuers AS issuers, one.id AS id
ORDER BY owners DESC, issuers DESC, id
LIMIT $limit
CALL (one) {
  UNWIND one.about AS about
  MATCH (:Issuer {id: coalesce(about, '')})<-[:INSIDER_OF]-(party:Party)
  WHERE toUpper(replace(party.displayName, '.', '')) = one.signatory
  RETURN count(party) > 0 AS insider
}
CALL (others) {
  UNWIND others AS name
  WITH name ORDER BY name
  RETURN collect(name) AS alike
}
RETURN one.signatory AS signatory, owners, issuers, one.names AS names, one.filings AS filings, insider, alike,
       one.firstSeen AS firstSeen, one.lastSeen AS lastSeen, split(one.latest, ' ')[1] AS filing
ORDER BY owners DESC, issuers DESC, id
LIMIT $limit
