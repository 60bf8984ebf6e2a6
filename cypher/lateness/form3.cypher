// First reports filed later than ten days after the event.
//
// Answers: one row for each Form 3 that came late, the latest first. It is due ten days after the event, or on the next
// business day if EDGAR is closed on that day.
//
// Counts: original Forms 3, a joint one once. `atOnce` marks a Form 3 of an issuer that then has at least three of one
// event and no earlier filing: a first offering, on whose day they are due at once and not ten days later.
//
// Does not see: an event that is typed wrong. A Form 3 filed from 18 March 2026 on that may be that of a foreign
// issuer's director or officer has no due day where the filing does not tell; the day is 18 March for those in office
// before, if the issuer gives a foreign symbol.
//
// @example
// @example issuer=BRWI days=20
//
// @param days   int    = 1    Fewest business days late.
// @param issuer issuer = null Only this issuer.
// @param since  date   = null First day of an event.
// @param until  date   = null Last day of an event.
// @param limit  int    = 100  Most rows.
//
// @column issuer   string  Issuer name.
// @column ticker   string  Trading symbol.
// @column owners   strings Owners who filed, by name.
// @column roles    strings Of `director`, `officer`, `tenPercentOwner`, `other`, those of any of them.
// @column event    date    Day of the event, the period of report.
// @column dueOn    date    Day on which it was due.
// @column filedOn  date    Filing date.
// @column late     int     EDGAR's business days between them.
// @column calendar int     Days between them.
// @column atOnce   bool    Whether it looks like that of a first offering.
// @column filing   string  The Form 3.
MATCH (filing:Filing {form: '3'})
WHERE filing.daysLate >= $days AND ($since IS NULL OR filing.periodOfReport >= $since)
  AND ($until IS NULL OR filing.periodOfReport <= $until)
MATCH (filing)-[:CONCERNS]->(issuer:Issuer)
WHERE $issuer IS NULL OR issuer.id = $issuer
CALL (filing) {
  MATCH (filing)<-[filed:FILED]-(owner:Party)
  WITH filed, owner ORDER BY owner.displayName, owner.id
  RETURN collect(owner.displayName) AS owners, collect(filed) AS boxes
}
CALL (filing, issuer) {
  MATCH (issuer)<-[:CONCERNS]-(other:Filing)
  WITH count(CASE WHEN other.form = '3' AND other.periodOfReport = filing.periodOfReport THEN 1 END) AS alike,
       count(CASE WHEN other.effectiveOn < filing.periodOfReport THEN 1 END) AS earlier
  RETURN alike >= 3 AND earlier = 0 AS atOnce
}
RETURN issuer.name AS issuer, issuer.ticker AS ticker, owners,
       [role IN ['director', 'officer', 'tenPercentOwner', 'other'] WHERE any(box IN boxes WHERE box[role])] AS roles,
       filing.periodOfReport AS event, filing.dueOn AS dueOn, filing.filedOn AS filedOn, filing.daysLate AS late,
       duration.inDays(filing.dueOn, filing.filedOn).days AS calendar, atOnce, filing.id AS filing
ORDER BY late DESC, issuer, filing
LIMIT $limit
