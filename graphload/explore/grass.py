"""The style of the graph in Neo4j Browser, in its language GraSS, rendered from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphload.schema.graph import EDGES, NODES
from graphload.schema.types import EdgeType, NodeType


class Look(NamedTuple):
    """How nodes of a label are drawn: diameter in pixels, colors of the disc, its border and its text."""

    diameter: int
    color: str
    border: str
    text: str = "#000000"


LOOKS = {
    "Party": Look(66, "#8FB8DE", "#4A7FB0"),
    "Person": Look(66, "#F79767", "#E0662A"),
    "Organization": Look(66, "#57B8A5", "#2B8A78"),
    "Issuer": Look(80, "#4C8EDA", "#2870C2", "#FFFFFF"),
    "Filing": Look(50, "#FFF3C4", "#D9B44A"),
    "Security": Look(60, "#E9D8A6", "#B9A26B"),
    "Vehicle": Look(56, "#A7D7A9", "#5FA463"),
    "Plan": Look(56, "#B39DDB", "#7E57C2"),
    "Group": Look(50, "#F4B6C2", "#D1798C"),
    "Signatory": Look(40, "#E0E0E0", "#9E9E9E"),
    "Address": Look(40, "#D7CCC8", "#A1887F"),
    "TransactionCode": Look(40, "#CFD8DC", "#90A4AE"),
    "Calendar": Look(40, "#CFD8DC", "#90A4AE"),
}
# color and width of what pictures are about; the others are thin and grey
_LINES = {
    "OWNS": ("#2870C2", 3),
    "OWNED": ("#9DB7D5", 1),
    "HOLDS_THROUGH": ("#5FA463", 2),
    "MEMBER_OF": ("#D1798C", 2),
    "INSIDER_OF": ("#E0662A", 2),
    "TRANSACTION": ("#B9770E", 2),
    "ACCOUNT_IN": ("#7E57C2", 2),
}
_PLAIN = ("#A5ABB6", 1)
_BASE = (
    "node { diameter: 50px; color: #A5ABB6; border-color: #9AA1AC; border-width: 2px; text-color-internal: #FFFFFF;"
    ' font-size: 10px; caption: "{id}"; }\n'
    "relationship { color: #A5ABB6; shaft-width: 1px; font-size: 8px; padding: 3px; text-color-external: #000000;"
    ' text-color-internal: #FFFFFF; caption: "<type>"; }\n'
)


def grass() -> str:
    """Return the style: for each label and type a color, a size and the caption that the schema declares.

    Where a node has several labels, the last in the file decides, and the schema has a Party before its roles.
    """
    return _BASE + "".join((*_nodes(), *map(_relationship, EDGES)))


def _nodes() -> Iterator[str]:
    return (_node(node, LOOKS[node.label]) for node in NODES)


def _node(node: NodeType, look: Look) -> str:
    return (
        f"node.{node.label} {{ diameter: {look.diameter}px; color: {look.color}; border-color: {look.border};"
        f' text-color-internal: {look.text}; caption: "{{{node.caption}}}"; }}\n'
    )


def _relationship(edge: EdgeType) -> str:
    color, width = _LINES.get(edge.type, _PLAIN)
    caption = f"{{{edge.caption}}}" if edge.caption else "<type>"
    return f'relationship.{edge.type} {{ color: {color}; shaft-width: {width}px; caption: "{caption}"; }}\n'
