// The name of a party: as its latest filing gives it, and as people write it.
//
// EDGAR writes a person's name with the family name first and often in capitals. The display name turns it round; a family name of two words
// cannot be told from the text and comes out with its second word first, so the name as EDGAR has it stays beside it.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (p:Party {id: id})
OPTIONAL MATCH (p)-[filed:FILED]->(f:Filing)
WITH p, filed.name AS name, f ORDER BY coalesce(f.filedOn, f.periodOfReport) DESC, f.id DESC
WITH p, [each IN collect({name: name, day: coalesce(f.filedOn, f.periodOfReport), id: f.id}) WHERE each.name IS NOT NULL][0] AS asOwner
OPTIONAL MATCH (p)<-[concerns:CONCERNS]-(f:Filing)
WITH p, asOwner, concerns.name AS name, f ORDER BY coalesce(f.filedOn, f.periodOfReport) DESC, f.id DESC
WITH p, asOwner, [each IN collect({name: name, day: coalesce(f.filedOn, f.periodOfReport), id: f.id}) WHERE each.name IS NOT NULL][0] AS asIssuer
WITH p, CASE
  WHEN asOwner IS NULL THEN asIssuer.name
  WHEN asIssuer IS NULL OR asOwner.day > asIssuer.day OR (asOwner.day = asIssuer.day AND asOwner.id >= asIssuer.id) THEN asOwner.name
  ELSE asIssuer.name
END AS name
WITH p, name, [word IN split(coalesce(name, ''), ' ') WHERE word <> ''] AS words
WITH p, name, [word IN words | CASE
  WHEN name <> toUpper(name) OR size(word) = 1 OR word IN ['II', 'III', 'IV', 'MD'] THEN word
  WHEN word STARTS WITH 'MC' AND size(word) > 3 THEN 'Mc' + substring(word, 2, 1) + toLower(substring(word, 3))
  WHEN word STARTS WITH "O'" THEN "O'" + substring(word, 2, 1) + toLower(substring(word, 3))
  WHEN word CONTAINS '-' THEN substring(word, 0, 1) + toLower(substring(split(word, '-')[0], 1)) + '-'
    + substring(split(word, '-')[1], 0, 1) + toLower(substring(split(word, '-')[1], 1))
  ELSE substring(word, 0, 1) + toLower(substring(word, 1))
END] AS words
WITH p, name, words[0] AS family,
     [word IN words[1..] WHERE NOT toUpper(replace(word, '.', '')) IN ['JR', 'SR', 'II', 'III', 'IV', 'MD', 'PHD', 'ESQ', 'DR']] AS given,
     [word IN words[1..] WHERE toUpper(replace(word, '.', '')) IN ['JR', 'SR', 'II', 'III', 'IV', 'MD', 'PHD', 'ESQ']] AS suffixes
SET p.name = name,
    p.displayName = CASE
      WHEN p.kind <> 'person' OR family IS NULL THEN name
      ELSE reduce(text = '', word IN given | text + word + ' ') + replace(family, ',', '') + reduce(text = '', word IN suffixes | text + ' ' + word)
    END
