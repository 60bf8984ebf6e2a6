// Derivatives whose price, exercise date or expiration date only a footnote tells.
//
// Answers: one row for each such cell, with the text of the footnotes that it cites, the latest first. A graph cannot
// compute with these: a position without an expiration date never expires, one without a price is never in the money.
//
// Counts: rows of Table II that no amendment restates, with a cell for the exercise price, the date exercisable or the
// expiration date that is empty and cites a footnote. An empty cell that cites none is a fault of the filing, and an
// exercise price of 0 is a price.
//
// Does not see: what the footnote means, but for what `parsed` reads. Texts of footnotes are as filed.
//
// @example
//
// @param issuer issuer = null       Only securities of this issuer.
// @param cell   string = null       Only this cell: `exercisePrice`, `exercisableOn` or `expiresOn`.
// @param since  date   = 2003-01-01 First day of the balances.
// @param limit  int    = 100        Most rows.
//
// @column asOf     date   Day of the balance.
// @column issuer   string Issuer name.
// @column security string Title of the derivative, as filed.
// @column cell     string `exercisePrice`, `exercisableOn` or `expiresOn`.
// @column text     string The footnotes that it cites.
// @column parsed   string What is read there: the price in dollars, or how it vests, as `yearly`; absent if nothing is.
// @column row      string The row.
// @column filing   string The filing.
MATCH (issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
WITH DISTINCT issuer // so that every engine begins here
MATCH (issuer)-[:ISSUED]->(security:Security)<-[row:TRANSACTION|HOLDING]-(filing:Filing)
WHERE security.derivative AND row.current AND row.footnoteRefs IS NOT NULL AND row.asOf >= $since
UNWIND ['exercisePrice', 'exercisableOn', 'expiresOn'] AS cell
WITH issuer, row, filing, cell
WHERE coalesce(cell = $cell, true) AND row[cell] IS NULL
  AND any(ref IN row.footnoteRefs WHERE ref STARTS WITH cell + ':')
WITH issuer, row, filing, cell, row.asOf AS asOf ORDER BY asOf DESC, issuer.name, row.id, cell
LIMIT $limit
RETURN asOf, issuer.name AS issuer, row.titleAsFiled AS security, cell,
       reduce(all = '', note IN [note IN coalesce(filing.footnotes, [])
         WHERE (cell + ':' + split(note, ':')[0]) IN row.footnoteRefs]
         | CASE all WHEN '' THEN note ELSE all + ' ' + note END) AS text,
       [fact IN coalesce(row.said, []) WHERE (cell + ':' + split(fact, '|')[1]) IN row.footnoteRefs
         AND split(fact, '|')[0] = CASE cell WHEN 'exercisePrice' THEN 'exercise'
           WHEN 'exercisableOn' THEN 'vesting' END
         | split(fact, '|')[2]][0] AS parsed, row.id AS row, filing.id AS filing
ORDER BY asOf DESC, issuer, row, cell
LIMIT $limit
