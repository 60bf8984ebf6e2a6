"""The words that the graph is declared in: labels, relationship types, and their properties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The type of a property: its Cypher name, and its name in a header of `neo4j-admin database import`."""

    STRING = "STRING", "string"
    STRINGS = "LIST<STRING>", "string[]"
    DATE = "DATE", "date"
    TIME = "LOCAL DATETIME", "localdatetime"
    BOOLEAN = "BOOLEAN", "boolean"
    INTEGER = "INTEGER", "long"
    FLOAT = "FLOAT", "double"

    @property
    def cypher(self) -> str:
        """The name of the type in Cypher."""
        return self.value[0]

    @property
    def column(self) -> str:
        """The name of the type in an import header."""
        return self.value[1]


class Times(Enum):
    """How many relationships of one type a node has."""

    ONE = "exactly one"
    AT_MOST_ONE = "at most one"


@dataclass(frozen=True, slots=True)
class Prop:
    """A property of a node or a relationship.

    It is stated by a filing or derived from all filings, never both. A `required` one is never absent.
    """

    name: str
    kind: Kind
    doc: str
    derived: bool = False
    indexed: bool = False
    searched: bool = False
    required: bool = False


def prop(
    kind: Kind,
    name: str,
    doc: str,
    *,
    derived: bool = False,
    indexed: bool = False,
    searched: bool = False,
    required: bool = False,
) -> Prop:
    """Return a property. In a declaration its type is easier to read before its name."""
    return Prop(name, kind, doc, derived, indexed, searched, required)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label, with the properties of its nodes.

    A `role` is a second label on a Party. `caption` is the property that pictures show on a node; a role has that of
    Party. `used` holds Cypher patterns around the node `n`: a node that matches none of
    them is used by no filing, and is deleted with the last filing that used it.
    """

    label: str
    doc: str
    props: tuple[Prop, ...]
    role: bool = False
    used: tuple[str, ...] = ()
    caption: str = "displayName"


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type, with the labels at its ends and its properties.

    `own` relationships belong to one filing; the others are shared by all filings that imply them. `per_start` and
    `per_end` say how many a node may have. `key_separator`: the key of the node at the end begins with the key of the
    node at the start and this separator. `counted_in`: the property of the node at the end that holds the number of
    these relationships. `row_letter`: the relationship is a row, and its `id` has this letter after that of its table.
    `caption` is the property that pictures show on a relationship; without one they show its type.
    """

    type: str
    start: tuple[str, ...]
    end: str
    doc: str
    props: tuple[Prop, ...] = ()
    derived: bool = False
    own: bool = False
    per_start: Times | None = None
    per_end: Times | None = None
    key_separator: str | None = None
    counted_in: str | None = None
    row_letter: str | None = None
    caption: str | None = None
