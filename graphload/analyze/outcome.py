"""What a function that finishes a question makes of the rows of its Cypher."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of an answer, and sentences about all of them."""

    rows: Iterable[tuple[Any, ...]]
    notes: tuple[str, ...] = ()
