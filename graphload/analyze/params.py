"""Analyses: what a question is to a file of Cypher, for what is computed here; and the parameters that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from graphload.analyze.reading import CYPHER
from graphload.ask import Column, Param, Question, Type

Rows = Iterable[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of an answer, and sentences about all of them."""

    rows: Rows
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Analysis:
    """A question, and the function that answers it from a network and the parameters by name."""

    question: Question
    compute: Callable[..., Outcome]


def asked(name: str, title: str, prose: str, params: tuple[Param, ...], columns: tuple[Column, ...]) -> Question:
    """Return the declaration of an analysis; it reads what every analysis does."""
    return Question(f"analyze/{name}", title, prose, (*params, *PERIOD), columns, CYPHER, __name__)


def option(name: str, type: Type, default: Any, doc: str) -> Param:
    """Return a parameter that may be left out."""
    return Param(name, type, doc, required=False, default=default)


PERIOD = (
    option("roles", Type.STRINGS, None, "Roles that count: director, officer, tenPercentOwner, other. All by default."),
    option("since", Type.DATE, None, "Only relationships that are seen on this day or later."),
    option("until", Type.DATE, None, "Only relationships that are seen on this day or earlier."),
)
PROJECTION = option(
    "projection", Type.STRING, "people", "`people`: people and issuers. `issuers`: issuers that share people."
)
HUB = option("hub", Type.INT, 20, "Most issuers of a person; with more, a person is named and not walked through.")
TOGETHER = option("together", Type.BOOL, True, "Only people who are seen at both issuers on one day at least.")
ORGANIZATIONS = option("organizations", Type.BOOL, False, "With funds and other organizations that report.")
SEED = option("seed", Type.INT, 1, "Seed of what is random; the same seed gives the same answer.")
LIMIT = option("limit", Type.INT, 100, "Most rows.")
