"""A question: its title, prose, parameters and columns, and the Cypher that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphload.formats import jsonable


class Type(Enum):
    """The type of a parameter or a column; the last four are parameters alone, and become the `id` of a node."""

    STRING = "string"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    DATE = "date"
    STRINGS = "strings"
    ISSUER = "issuer"
    PERSON = "person"
    PARTY = "party"
    FILING = "filing"

    @property
    def named(self) -> bool:
        """Whether values are names of nodes, which only a store can tell."""
        return self in (Type.ISSUER, Type.PERSON, Type.PARTY, Type.FILING)


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter; a required one has no default, and a default of None means that nothing was chosen."""

    name: str
    type: Type
    doc: str
    required: bool = True
    default: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    type: Type
    doc: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a pack; `name` is `pack/question`, and `file` says where it stands.

    `examples` hold parameters as they are given on a command line. `finish` names the function of `analyze` that makes
    the answer from the rows of the Cypher, where Cypher alone cannot.
    """

    name: str
    title: str
    prose: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    cypher: str
    file: str
    examples: tuple[Mapping[str, str], ...] = ()
    finish: str | None = None

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.name.partition("/")[0]

    def parts(self) -> dict[str, Any]:
        """Return everything about the question as JSON has it."""
        params = [
            {
                "name": each.name,
                "type": each.type.value,
                "required": each.required,
                "default": jsonable(each.default),
                "is": each.doc,
            }
            for each in self.params
        ]
        columns = [{"name": each.name, "type": each.type.value, "is": each.doc} for each in self.columns]
        return {
            "question": self.name,
            "title": self.title,
            "prose": self.prose,
            "parameters": params,
            "columns": columns,
            "examples": [dict(each) for each in self.examples],
            "cypher": self.cypher,
            "finish": self.finish,
        }
