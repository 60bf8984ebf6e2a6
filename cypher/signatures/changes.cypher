// Owners whose signatory or address changed.
//
// Answers: one row for each change from one filing about an issuer to the owner's next, the latest first. `what` is
// `signatory` or `address`.
//
// Counts: filings in the order of their filing dates. Signatories are compared where one owner files and one person
// signs, by the first and the last word of the name; addresses by street and city, without punctuation. `alternates`
// tells that the one signed before too, or the other signs again: two attorneys of one power take turns.
//
// Does not see: who signs for whom in a joint filing; one address in two spellings, as with `ST` and `STREET`, which is
// a change here.
//
// @example
// @example person="Yves Beaumont"
//
// @param person     person = null Only this owner.
// @param issuer     issuer = null Only filings about this issuer.
// @param what       string = null Only `signatory` or `address`.
// @param alternates bool   = true Whether to list those that take turns.
// @param limit      int    = 100  Most rows.
//
// @column day        date    Filing date of the filing that is different, or its period where that is not known.
// @column owner      string  Name of the owner.
// @column issuer     string  Issuer name.
// @column what       string  `signatory` or `address`.
// @column before     string  Who signed, or the address, in capitals, in the filing before.
// @column after      string  The same in this filing.
// @column last       date    Day of the filing before.
// @column alternates bool    Whether the old one comes again, or the new one was there already.
// @column filings    strings The filing before, and this one.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)<-[:INSIDER_OF]-(owner:Party)
WHERE $person IS NULL OR owner.id = $person
CALL (issuer, owner) { // each pair by itself, or all filings would be held at once
  CALL (issuer, owner) {
    MATCH (owner)-[:FILED]->(filing:Filing)-[:CONCERNS]->(issuer)
    WHERE COUNT { (filing)<-[:FILED]-(:Party) } = 1
    MATCH (filing)-[:SIGNED_BY]->(signatory:Signatory)
    WITH filing, collect(DISTINCT signatory) AS hands
    WHERE size(hands) = 1
    WITH filing, hands[0] AS hand, [word IN split(hands[0].id, ' ')
           WHERE NOT word IN ['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd', 'esq']] AS words
    RETURN filing, 'signatory' AS what, head(words) + ' ' + last(words) AS key, hand.name AS text
    UNION ALL
    MATCH (owner)-[at:LOCATED_AT]->(address:Address)
    WITH issuer, address, at.filing AS given
    MATCH (filing:Filing {id: coalesce(given, '')})-[:CONCERNS]->(issuer)
    RETURN filing, 'address' AS what, replace(replace(replace(coalesce(address.street, '') + ' '
             + coalesce(address.city, ''), '.', ''), ',', ''), '  ', ' ') AS key, address.caption AS text
  }
  WITH filing, what, key, text, coalesce(filing.filedOn, filing.periodOfReport) AS day
  WHERE coalesce(what = $what, true)
  ORDER BY day, filing.id
  RETURN what, collect({key: key, text: text, day: day, id: filing.id}) AS seen
}
UNWIND range(1, size(seen) - 1) AS at
WITH issuer, owner, what, seen, at, seen[at - 1] AS old, seen[at] AS new
WHERE old.key <> new.key
WITH issuer, owner, what, old, new, any(each IN seen[0..at - 1] WHERE each.key = new.key)
     OR any(each IN seen[at + 1..] WHERE each.key = old.key) AS alternates
WHERE $alternates OR NOT alternates
RETURN new.day AS day, owner.displayName AS owner, issuer.name AS issuer, what, old.text AS before, new.text AS after,
       old.day AS last, alternates, [old.id, new.id] AS filings
ORDER BY day DESC, owner, issuer, what, filings[1]
LIMIT $limit
