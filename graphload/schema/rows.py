"""What a filing brings to the graph: nodes and edges, with the properties that are there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

Props = dict[str, Any]


class Node(NamedTuple):
    """A node to be there: its label, key and stated properties, `id` left out.

    `roles` are the labels that a party gets beside its own if it is new; what all filings say may change them.
    """

    label: str
    id: str
    props: Props
    roles: tuple[str, ...] = ()


class Edge(NamedTuple):
    """An edge to be there, with the label and key of both ends."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    props: Props


class Rows(NamedTuple):
    """All that one filing brings to the graph; `facts` is the id that it has where no accession number is known."""

    filing: Node
    nodes: list[Node]
    edges: list[Edge]
    facts: str


class Keys(NamedTuple):
    """The keys that every part of one filing's mapping needs; `holder`, empty without owners, holds its direct rows."""

    filing: str
    issuer: str
    owners: list[str]
    holder_label: str
    holder: str


def props(**values: Any) -> Props:
    """Return the properties that are there: missing is absent, not zero."""
    return {
        name: value if type(value) in _KEPT else plain(value) for name, value in values.items() if value is not None
    }


def plain(value: Any) -> Any:
    """Return a value as the graph keeps it: no engine has a decimal type."""
    if type(value) is Decimal:
        return float(value)
    return value.value if isinstance(value, Enum) else value


_KEPT = frozenset({str, bool, int, float, date, list})


def camel(name: str) -> str:
    """Return a field's name in the graph's spelling."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
