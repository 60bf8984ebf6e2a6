"""What people read of the schema: reference, diagram, import headers, and the statements that set a database up."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.schema.graph import EDGES, NODES
from graphload.schema.left_out import CHANGED, LEFT_OUT
from graphload.schema.statements import constraints, indexes
from graphload.schema.tables import Table, tables
from graphload.schema.types import EdgeType, NodeType, Prop


def cypher() -> str:
    """Return the constraints and indexes as a Cypher script."""
    return "".join(f"{statement};\n" for statement in (*constraints(), *indexes()))


def markdown() -> str:
    """Return the reference of labels and relationship types, with every property, and of what is left out."""
    return "\n".join((*_node_reference(), *_edge_reference(), *_left_out())) + "\n"


def _left_out() -> Iterator[str]:
    yield from ("#### Not in the graph", "", CHANGED, "", "| element of the XML | why it is left out |", "|---|---|")
    for element, reason in LEFT_OUT.items():
        yield f"| `{element}` | {reason} |"


def _node_reference() -> Iterator[str]:
    for node in NODES:
        yield from (f"#### `:{node.label}`", "", node.doc + _captioned(node), "")
        yield from _table(node.props)


def _captioned(node: NodeType) -> str:
    return " A label of a `Party`." if node.role else f" Its caption is `{node.caption}`."


def _edge_reference() -> Iterator[str]:
    for edge in EDGES:
        caption = f" Its caption is `{edge.caption}`." if edge.caption else ""
        yield from (f"#### `{_pattern(edge)}`", "", edge.doc + (" Derived." if edge.derived else "") + caption, "")
        yield from _table(edge.props)


def _pattern(edge: EdgeType) -> str:
    return f"(:{'|'.join(edge.start)})-[:{edge.type}]->(:{edge.end})"


def _table(props: tuple[Prop, ...]) -> Iterator[str]:
    if props:
        yield from ("| property | type | what it says |", "|---|---|---|")
        for prop in props:
            yield f"| `{prop.name}` | `{prop.kind.cypher}` | {prop.doc}{' *Derived.*' if prop.derived else ''} |"
        yield ""


def mermaid() -> str:
    """Return the graph as a Mermaid flowchart; a Party's labels stand in its box."""
    return "\n".join(("flowchart LR", *_boxes(), *_arrows())) + "\n"


def _boxes() -> Iterator[str]:
    roles = " · ".join(node.label for node in NODES if node.role)
    for node in NODES:
        if not node.role:
            yield f'    {node.label}["{node.label}{f"<br>{roles}" if node.label == "Party" else ""}"]'


def _arrows() -> Iterator[str]:
    for edge in EDGES:
        line, head = ("-.", ".->") if edge.derived else ("--", "-->")
        for start in edge.start:
            yield f"    {start} {line} {edge.type} {head} {edge.end}"


def import_headers() -> dict[str, str]:
    """Return, by file name, the header line of each file that `neo4j-admin database import` reads."""
    return {f"{table.name}.csv": ",".join(_columns(table)) for table in tables()}


def _columns(table: Table) -> Iterator[str]:
    if table.edge:
        start, end = table.labels
        yield from (f":START_ID({start})", f":END_ID({end})", *map(_column, table.props))
    else:
        (label,) = table.labels
        key, *others = table.props
        yield from (f"{key.name}:ID({label}){{id-type:string}}", *map(_column, others), ":LABEL")


def _column(prop: Prop) -> str:
    return f"{prop.name}:{prop.kind.column}"
