"""The graph as tables: one for the nodes of a label, and one for the relationships of a type between two labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphload.schema.graph import EDGES, NODES
from graphload.schema.types import EdgeType, NodeType, Prop


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the label of its nodes or of both ends of its relationships, and its properties.

    `edge` is the type of the relationships. A table of nodes has their key among the properties, as the first.
    """

    name: str
    labels: tuple[str, ...]
    props: tuple[Prop, ...]
    edge: str | None = None


def tables() -> Iterator[Table]:
    """Yield every table, those of nodes first."""
    yield from (_of_nodes(node) for node in NODES if not node.role)
    yield from (_of_edges(edge, start) for edge in EDGES for start in edge.start)


def edge_table(start: str, type: str, end: str) -> str:
    """Return the name of the table of relationships between two labels."""
    return f"{start}-{type}-{end}"


def _of_nodes(node: NodeType) -> Table:
    """Return the table of a label; that of Party has the properties of its roles too."""
    roles = [each for each in NODES if each.role] if node.label == "Party" else []
    own = {prop.name for prop in node.props}
    more = {prop.name: prop for role in roles for prop in role.props if prop.name not in own}
    return Table(node.label, (node.label,), (*node.props, *more.values()))


def _of_edges(edge: EdgeType, start: str) -> Table:
    return Table(edge_table(start, edge.type, edge.end), (start, edge.end), edge.props, edge.type)
