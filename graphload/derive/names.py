"""Whom a name means: parties without a CIK, and vehicles, linked where only one party can be meant; never merged."""

from __future__ import annotations

from typing import NamedTuple

from graphload.derive.facts import Derived, EdgeKey
from graphload.schema.keys import holder_root
from graphload.schema.rows import Props


class Called(NamedTuple):
    """A party of a name; `owns` and `owned_by` are ids and compared names of its issuers and of its insiders."""

    id: str
    numbered: bool
    ticker: str | None = None
    owns: frozenset[str] = frozenset()
    owned_by: frozenset[str] = frozenset()


class NamesakeFacts(NamedTuple):
    """The parties and vehicles that are called the same."""

    name: str
    parties: tuple[Called, ...]
    vehicles: tuple[str, ...]


def near(id: str, name: str | None) -> set[str]:
    """Return what tells a neighbour of a party: its id, and its compared name."""
    return {id} if name is None else {id, f"called {name}"}


def namesakes(facts: NamesakeFacts) -> Derived:
    """Return the edges SAME_AS and NAMES of those who are called the same."""
    numbered = [each for each in facts.parties if each.numbered]
    edges: dict[EdgeKey, Props] = {}
    for party in facts.parties:
        if not party.numbered:
            found = [(other.id, method) for other in numbered if (method := _method(party, other))]
            if len(found) == 1:
                edges[EdgeKey("SAME_AS", party.id, found[0][0])] = {"method": found[0][1]}
    if len(numbered) == 1:
        named = numbered[0].id
        edges |= {EdgeKey("NAMES", each, named): {} for each in facts.vehicles if holder_root(each) != named}
    return Derived({}, {}, edges)


def _method(one: Called, other: Called) -> str | None:
    """Return what else agrees of two parties of one name."""
    if one.owns & other.owns:
        return "name and issuer"
    if one.ticker is not None and one.ticker == other.ticker:
        return "name and ticker"
    return "name and insider" if one.owned_by & other.owned_by else None
