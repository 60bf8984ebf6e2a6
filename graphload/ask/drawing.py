"""The evidence of an answer as paths, which Neo4j Browser draws."""

from __future__ import annotations

from graphload.ask.question import Column, Question, Type

# columns that hold ids of rows or filings, the closest to the question first
_EVIDENCE = ("row", "rows", "id", "newRow", "purchase", "filing", "filings")
_DRAWN = """CALL () {{
{cypher}
}}
UNWIND {ids} AS citedId
WITH DISTINCT citedId, last(split(citedId, ':')) AS place
WITH citedId, CASE WHEN place =~ '[ND][TH][0-9]+' THEN left(citedId, size(citedId) - size(place) - 1)
  ELSE citedId END AS filing
MATCH path = (:Party)-[:FILED]->(:Filing {{id: coalesce(filing, '')}})-[to:TRANSACTION|HOLDING|CONCERNS]->()
WHERE citedId = filing OR to.id = citedId OR type(to) = 'CONCERNS'
RETURN path
LIMIT 500"""


def drawn(question: Question) -> str | None:
    """Return Cypher for the filings and rows that an answer cites, with who filed them; None if it cites none."""
    column = cited(question)
    if column is None or question.finish:
        return None
    ids = column.name if column.type is Type.STRINGS else f"[{column.name}]"
    return _DRAWN.format(cypher=question.cypher, ids=ids)


def cited(question: Question) -> Column | None:
    """Return the column with the rows or filings that an answer comes from."""
    columns = {column.name: column for column in question.columns if column.type in (Type.STRING, Type.STRINGS)}
    return next((columns[name] for name in _EVIDENCE if name in columns), None)
