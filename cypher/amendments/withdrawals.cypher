// Amendments without rows that may take back what an original reports.
//
// Answers: each row is an amendment that has no rows of its own and whose remarks or footnotes speak of something
// removed, withdrawn, cancelled or reported twice, with the rows of its lineage that still stand, for a person to
// judge.
//
// Counts: amendments of Forms 3, 4 and 5. The rows that it may mean stay in every other question: words alone do not
// say which of them is meant.
//
// Does not see: a withdrawal in an exhibit, or in words that the reading of remarks does not know: `all` lists every
// amendment without rows.
//
// @example
//
// @param issuer issuer = null  Only amendments about this issuer.
// @param all    bool   = false Whether to list amendments without rows whatever they say.
// @param limit  int    = 100   Most rows.
//
// @column filedOn    date    Filing date; absent where it is not known.
// @column issuer     string  Issuer name.
// @column ticker     string  Trading symbol.
// @column owners     strings Owners who filed, by name.
// @column form       string  Form.
// @column remarks    string  Its remarks.
// @column footnotes  strings Its footnotes.
// @column stands     strings Rows that stand: id, day, code, number and title of each.
// @column original   string  The first filing of its lineage; absent where it is linked to none.
// @column confidence string  How sure the link is: `high`, `medium` or `low`.
// @column filing     string  The amendment.
UNWIND ['3/A', '4/A', '5/A'] AS form
MATCH (filing:Filing {form: form})-[:CONCERNS]->(issuer:Issuer)
WHERE ($issuer IS NULL OR issuer.id = $issuer) AND ($all OR filing.withdraws)
  AND NOT EXISTS { (filing)-[:TRANSACTION|HOLDING]->(:Security) }
WITH filing, issuer, coalesce(filing.filedOn, filing.periodOfReport) AS day
ORDER BY day DESC, filing.id DESC
LIMIT $limit
CALL (filing) {
  MATCH (:Filing {id: coalesce(filing.lineage, '')})<-[:AMENDS*0..50]-(:Filing)-[row:TRANSACTION|HOLDING]->(:Security)
  WHERE row.current
  WITH row ORDER BY coalesce(row.rank, row.place), row.id
  RETURN collect(row.id + ' ' + toString(row.asOf) + coalesce(' ' + row.code, '')
    + coalesce(' ' + toString(coalesce(row.shares, row.sharesAfter)), '')
    + coalesce(' ' + row.titleAsFiled, '')) AS stands
}
CALL (filing) {
  MATCH (filing)<-[:FILED]-(owner:Party)
  WITH owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners
}
OPTIONAL MATCH (filing)-[amends:AMENDS]->(:Filing)
RETURN filing.filedOn AS filedOn, issuer.name AS issuer, issuer.ticker AS ticker, owners, filing.form AS form,
       filing.remarks AS remarks, filing.footnotes AS footnotes, stands, filing.lineage AS original,
       amends.confidence AS confidence, filing.id AS filing
ORDER BY day DESC, filing DESC
