"""What a function that finishes a question makes of the rows of its Cypher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# a row of the Cypher, by column
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of an answer, and sentences about all of them."""

    rows: Iterable[tuple[Any, ...]]
    notes: tuple[str, ...] = ()
