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


@dataclass(frozen=True, slots=True)
class Prop:
    """A property of a node or an edge: stated by a filing, or derived from the facts, never both."""

    name: str
    kind: Kind
    doc: str
    derived: bool = False
    indexed: bool = False
    searched: bool = False


def prop(
    kind: Kind, name: str, doc: str, *, derived: bool = False, indexed: bool = False, searched: bool = False
) -> Prop:
    """Return a property, as a declaration reads best: its type before its name."""
    return Prop(name, kind, doc, derived, indexed, searched)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label; a role is a label that a Party bears beside its own."""

    label: str
    doc: str
    props: tuple[Prop, ...]
    role: bool = False


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type; `own` edges belong to one filing, the others are shared by all that imply them."""

    type: str
    start: tuple[str, ...]
    end: str
    doc: str
    props: tuple[Prop, ...] = ()
    derived: bool = False
    own: bool = False
