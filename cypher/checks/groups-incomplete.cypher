// Groups without all their members.
//
// A group has as many members as it says.
//
// @param limit int = 100  Most rows.
//
// @column id       string The group.
// @column found    string How many members it has.
// @column expected string How many it says.
MATCH (group:Group)
WITH group, COUNT { (group)<-[:MEMBER_OF]-(:Party) } AS members
WHERE members <> group.size
RETURN group.id AS id, toString(members) AS found, toString(group.size) AS expected
ORDER BY id, found, expected
LIMIT $limit
