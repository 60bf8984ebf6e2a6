"""What a vehicle is called, by all rows that are held through it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graphload.schema.rows import Props
from graphload.wording.names import compared
from graphload.wording.vehicles import listed, shown


class Worded(NamedTuple):
    """How rows word a vehicle; `latest` orders filings by day and row, `names` are entities that they name in full."""

    latest: str
    words: str | None
    names: tuple[str, ...] = ()


def vehicle(worded: Iterable[Worded]) -> Props:
    """Return the names of a vehicle: the full one if its rows agree on one, else the words of the latest row."""
    rows = sorted(worded, reverse=True)
    full = [each.names for each in rows if each.names]
    named = {compared(name) for names in full for name in names}
    words = [listed(full[0])] if len({frozenset(map(compared, names)) for names in full}) == 1 else []
    words += [each.words for each in rows if each.words]
    name = words[0] if words else None
    return {
        "named": named.pop() if len(named) == 1 else None,
        "name": name,
        "displayName": name and shown(name),
    }
