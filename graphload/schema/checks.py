"""Checks that follow from the declaration of the graph, rendered as files of questions are written."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.schema.graph import EDGES, NODES
from graphload.schema.keys import told, told_by_key
from graphload.schema.statements import unused
from graphload.schema.types import EdgeType, NodeType, Prop, Times

_HEADER = """// {title}
//
// {prose}
//
// @param limit int = 100  Most rows.
//
// @column id       string {id}
// @column found    string {found}
// @column expected string {expected}
"""
_END = "ORDER BY id, found, expected\nLIMIT $limit\n"
_COUNT = {Times.ONE: "count <> 1", Times.AT_MOST_ONE: "count > 1"}


def checks() -> dict[str, str]:
    """Return the text of each rendered check by its name, in the order of the names."""
    found = [*_of_nodes(), *(check for edge in EDGES for check in _of_edge(edge))]
    return dict(sorted(found))


def _of_nodes() -> Iterator[tuple[str, str]]:
    for node in NODES:
        if node.used:
            yield _unused(node)
        for prop in node.props:
            if prop.required:
                yield _absent(node, prop)


def _of_edge(edge: EdgeType) -> Iterator[tuple[str, str]]:
    if edge.per_start:
        yield _times(edge, edge.per_start, edge.start[0], f"(n)-[:{edge.type}]->(:{edge.end})")
    if edge.per_end:
        yield _times(edge, edge.per_end, edge.end, f"(n)<-[:{edge.type}]-({_label(edge)})")
    if edge.key_separator:
        yield _key(edge, edge.key_separator)
    if edge.counted_in:
        yield _counted(edge, edge.counted_in)
    if edge.row_letter:
        yield from (_row_id(edge, edge.row_letter), _row_twice(edge))


def _label(edge: EdgeType) -> str:
    return f":{edge.start[0]}" if len(edge.start) == 1 else ""


def _slug(edge: EdgeType) -> str:
    return edge.type.lower().replace("_", "-")


def _unused(node: NodeType) -> tuple[str, str]:
    header = _HEADER.format(
        title=f"{node.label} nodes that no filing uses.",
        prose="A node is deleted with the last filing that used it. A row is a node that stayed.",
        id="The node.",
        found="Always `unused`.",
        expected="Always `used`.",
    )
    cypher = f"{_match(node.label)}\n  AND {unused(node)}\nRETURN n.id AS id, 'unused' AS found, 'used' AS expected\n"
    return f"{node.label.lower()}-unused", header + cypher + _END


def _match(label: str) -> str:
    return f"MATCH (n:{label})\nWHERE {told(label)}"


def _absent(node: NodeType, prop: Prop) -> tuple[str, str]:
    header = _HEADER.format(
        title=f"{node.label} nodes without `{prop.name}`.",
        prose=f"Every {node.label} node has the property. {prop.doc}",
        id="The node.",
        found="Always absent.",
        expected="Always `a value`.",
    )
    cypher = f"""{_match(node.label)} AND n.{prop.name} IS NULL
RETURN n.id AS id, null AS found, 'a value' AS expected
"""
    return f"{node.label.lower()}-without-{prop.name.lower()}", header + cypher + _END


def _times(edge: EdgeType, times: Times, label: str, pattern: str) -> tuple[str, str]:
    words = times.value
    header = _HEADER.format(
        title=f"{label} nodes with more than one `{edge.type}` relationship{', or none' * (times is Times.ONE)}.",
        prose=f"A {label} node has {words} `{edge.type}` relationship: {edge.doc[0].lower()}{edge.doc[1:]}",
        id="The node.",
        found="How many relationships it has.",
        expected="How many it should have.",
    )
    cypher = f"""{_match(label)}
WITH n, COUNT {{ {pattern} }} AS count
WHERE {_COUNT[times]}
RETURN n.id AS id, toString(count) AS found, '{words}' AS expected
"""
    return f"{_slug(edge)}-per-{label.lower()}", header + cypher + _END


def _key(edge: EdgeType, separator: str) -> tuple[str, str]:
    header = _HEADER.format(
        title=f"{edge.end} nodes whose key is not that of their `{edge.type}` relationship.",
        prose=f"The key of a {edge.end} node begins with the key of the node from which it has the relationship.",
        id="The node.",
        found="The same as `id`.",
        expected="How the key should begin.",
    )
    cypher = f"""MATCH (n:{edge.end})<-[:{edge.type}]-(start{_label(edge)})
WHERE {told_by_key("start.id")}
WITH n, start.id + '{separator}' AS expected
WHERE NOT n.id STARTS WITH expected
RETURN n.id AS id, n.id AS found, expected
"""
    return f"{_slug(edge)}-key", header + cypher + _END


def _counted(edge: EdgeType, prop: str) -> tuple[str, str]:
    header = _HEADER.format(
        title=f"{edge.end} nodes whose `{prop}` is not the number of their `{edge.type}` relationships.",
        prose=f"The property `{prop}` counts the relationships. A missing one would hide somebody's holdings.",
        id="The node.",
        found="How many relationships there are.",
        expected=f"The value of `{prop}`.",
    )
    cypher = f"""{_match(edge.end)}
WITH n, COUNT {{ (n)<-[:{edge.type}]-({_label(edge)}) }} AS count
WHERE count <> coalesce(n.{prop}, -1)
RETURN n.id AS id, toString(count) AS found, toString(n.{prop}) AS expected
"""
    return f"{_slug(edge)}-count", header + cypher + _END


def _row_id(edge: EdgeType, letter: str) -> tuple[str, str]:
    start = edge.start[0]
    header = _HEADER.format(
        title=f"`{edge.type}` rows whose id does not name their filing and table.",
        prose=f"The id of a row begins with that of its filing; `N` or `D` follow, for Table I or II, and `{letter}`.",
        id="The filing.",
        found="The id of the row, or absent.",
        expected="How the id should begin.",
    )
    cypher = f"""MATCH (n:{start})-[row:{edge.type}]->(security:{edge.end})
WHERE {told(start)} AND {told(edge.end, "security")}
WITH n, row, n.id + ':' + CASE WHEN security.derivative THEN 'D' ELSE 'N' END + '{letter}' AS expected
WHERE NOT coalesce(row.id, '') STARTS WITH expected
RETURN n.id AS id, row.id AS found, expected
"""
    return f"{_slug(edge)}-id", header + cypher + _END


def _row_twice(edge: EdgeType) -> tuple[str, str]:
    start = edge.start[0]
    header = _HEADER.format(
        title=f"`{edge.type}` rows that are in the graph more than once.",
        prose="A row of a filing's tables is one relationship, so a sum over relationships counts it once.",
        id="The row.",
        found="How many relationships have this id.",
        expected="Always 1.",
    )
    cypher = f"""{_match(start)}
CALL (n) {{
  MATCH (n)-[row:{edge.type}]->(:{edge.end})
  WITH row.id AS row, count(*) AS times
  WHERE times > 1
  RETURN row, times
}}
RETURN coalesce(row, n.id) AS id, toString(times) AS found, '1' AS expected
"""
    return f"{_slug(edge)}-twice", header + cypher + _END
