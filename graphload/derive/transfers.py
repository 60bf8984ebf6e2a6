"""Transfers within a family of holders: the row by which shares go, and the row by which another holder has them.

The form reports a gift to one's own trust as two rows: so many shares out, and as many in at the trust. They are paired
one to one, by day, filing and place, so that two equal gifts to two children are two pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from graphload.derive.balances import Ordered
from graphload.derive.facts import RowFacts

CODES = frozenset("GJWZ")
DAYS = timedelta(days=2)  # most days from the row out to the row in
_ONE_SHARE = 1.0


def counterparts(rows: Iterable[RowFacts], order: Ordered) -> dict[str, str]:
    """Return, by row that stands, the other row of the transfer, where there is one."""
    alike: dict[tuple[str, str | None], list[RowFacts]] = defaultdict(list)
    for row in rows:
        if row.code in CODES and row.id not in order.effect.superseded and row.holder and row.shares and _day(row):
            alike[row.security, row.code].append(row)
    found: dict[str, str] = {}
    for some in alike.values():
        for out, into in sorted(_pairs(some, order), key=lambda pair: _near(pair[0], pair[1], order)):
            if out.id not in found and into.id not in found:
                found |= {out.id: into.id, into.id: out.id}
    return found


def _pairs(rows: list[RowFacts], order: Ordered) -> Iterator[tuple[RowFacts, RowFacts]]:
    """Yield a row that disposes and a row that acquires as many shares for another holder, by a common owner."""
    into: dict[int, list[RowFacts]] = defaultdict(list)
    for row in rows:
        if row.acquired:
            into[round(row.shares or 0.0)].append(row)
    for out in (row for row in rows if row.acquired is False):
        near = round(out.shares or 0.0)
        for row in (each for size in range(near - 1, near + 2) for each in into.get(size, ())):
            if _fits(out, row) and _owners(out, order) & _owners(row, order):
                yield out, row


def _fits(out: RowFacts, into: RowFacts) -> bool:
    one, other = _day(out), _day(into)
    near = one is not None and other is not None and one <= other <= one + DAYS
    return near and out.holder != into.holder and abs((out.shares or 0.0) - (into.shares or 0.0)) <= _ONE_SHARE


def _near(out: RowFacts, into: RowFacts, order: Ordered) -> tuple[bool, timedelta, date, str, int, str, int]:
    """Order pairs: those of one filing first, then the nearest days, then their places."""
    one, other = _day(out) or date.min, _day(into) or date.min
    return out.filing != into.filing, other - one, one, out.filing, _place(out, order), into.filing, _place(into, order)


def _place(row: RowFacts, order: Ordered) -> int:
    return order.effect.rank.get(row.id, row.place)


def _owners(row: RowFacts, order: Ordered) -> frozenset[str]:
    return order.filings[row.filing].owner_ids


def _day(row: RowFacts) -> date | None:
    return row.date if row.as_of else None
