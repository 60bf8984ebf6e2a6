// What a reporting owner is to an issuer: roles by the latest filing that tells them, and when it was first and last seen.
//
// A day is the filing date, or the period of report where that is not known; an amendment counts as of its original's day.
// The title is the latest, while the owner is an officer. Leaving is known only from the box that a filer may tick.
//
// @param ids strings  The parties that are stale.
UNWIND $ids AS id
MATCH (issuer:Party {id: id})<-[:CONCERNS]-(f:Filing)<-[filed:FILED]-(owner:Party)
WITH issuer, owner, f, filed, coalesce(f.originalFiledOn, f.filedOn, f.periodOfReport) AS day
ORDER BY day DESC, f.amendment DESC, f.id DESC
WITH issuer, owner, collect({day: day, filing: f.id, exit: f.exit, title: filed.officerTitle,
  told: coalesce(filed.director, filed.officer, filed.tenPercentOwner, filed.other) IS NOT NULL,
  roles: CASE WHEN filed.director THEN ['director'] ELSE [] END + CASE WHEN filed.officer THEN ['officer'] ELSE [] END
    + CASE WHEN filed.tenPercentOwner THEN ['tenPercentOwner'] ELSE [] END + CASE WHEN filed.other THEN ['other'] ELSE [] END}) AS seen
WITH issuer, owner, seen, [each IN seen WHERE each.told | each.roles][0] AS roles
MERGE (owner)-[insider:INSIDER_OF]->(issuer)
SET insider.roles = roles,
    insider.title = CASE WHEN 'officer' IN roles THEN [each IN seen WHERE each.title IS NOT NULL | each.title][0] END,
    insider.firstSeen = seen[size(seen) - 1].day,
    insider.lastSeen = seen[0].day,
    insider.exitedOn = CASE WHEN seen[0].exit THEN seen[0].day ELSE null END,
    insider.filing = seen[0].filing
