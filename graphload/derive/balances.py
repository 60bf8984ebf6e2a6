"""How much each holder has of each security, day by day: the balances that statements give.

A bucket is a security and who or what holds it. A statement is a filing with its amendments folded in. The rows of a
bucket are ordered by the day of their balance, then by effective filing day, then by place. In Table I the last
transaction's balance is the bucket's, and the holdings that the same statement lists in the bucket add up to it. In
Table II the rows of one key are lots: a row that begins at a lot's balance goes on from that lot, one that begins at
their sum goes on from all, and one that begins at nothing is another lot. Where a form lists a later day first and
counts down in that order, the balance of the last line stands. A row that follows from none of these takes the place of
all that earlier statements said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from graphload.derive.amendments import Effect
from graphload.derive.facts import FilingFacts, RowFacts
from graphload.schema.keys import holder_root

Bucket = tuple[str, str]  # holder, security
Moment = tuple[date, date, str]  # day of the balance, effective filing day, statement


@dataclass(frozen=True)
class Balance:
    """What one holder has of one security from `as_of` on, by the rows of `lots`; `last` is the row that says so.

    `known_until` is the filing day of the amendment that corrected it; `opening` is what the bucket had before.
    """

    as_of: date
    lots: tuple[RowFacts, ...]
    last: RowFacts
    known_from: date
    opening: float | None
    known_until: date | None = None
    by_amendment: bool = False

    @property
    def bucket(self) -> Bucket:
        """The holder and the security."""
        return self.last.holder or "", self.last.security

    @cached_property
    def amounts(self) -> tuple[float | None, ...]:
        """Shares, value, and underlying shares and value of holdings that have no amount of their own."""
        unsized = [lot for lot in self.lots if lot.shares_after is None and lot.value_after is None]
        return (
            _sum(lot.shares_after for lot in self.lots),
            _sum(lot.value_after for lot in self.lots),
            _sum(lot.underlying_shares for lot in unsized),
            _sum(lot.underlying_value for lot in unsized),
        )

    @property
    def closed(self) -> bool:
        """Whether nothing is left."""
        return not any(self.amounts)

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of the rows, the latest first."""
        return tuple(row.id for row in self.lots)


def _sum(amounts: Iterable[float | None]) -> float | None:
    """Add up what is there; None where nothing is."""
    there = [amount for amount in amounts if amount is not None]
    return sum(there) if there else None


@dataclass(frozen=True)
class Ordered:
    """What gives rows their order: the filings about an issuer, and what amendments do to them."""

    filings: Mapping[str, FilingFacts]
    effect: Effect

    def statement(self, row: RowFacts) -> str:
        """Return the id of the statement that a row belongs to."""
        return self.effect.lineage.get(row.filing, row.filing)

    @cached_property
    def owners(self) -> dict[str, frozenset[str]]:
        """The owners behind each party or group that holds rows."""
        rows = ((filing, row) for filing in self.filings.values() for row in filing.rows)
        return {holder_root(row.holder): filing.owner_ids for filing, row in rows if row.holder is not None}

    def moment(self, row: RowFacts) -> Moment:
        """Return when the balance of a row that has a day counts, and the statement that says it."""
        assert row.as_of is not None
        statement = self.statement(row)
        return row.as_of, self.filings[statement].effective_on, statement

    def key(self, row: RowFacts) -> tuple[Any, ...]:
        """Return what rows of a bucket are sorted by."""
        return *self.moment(row), self.effect.rank.get(row.id, row.place), row.filing, row.place


def histories(order: Ordered) -> dict[Bucket, list[Balance]]:
    """Return the balances of each bucket, those that an amendment corrected too, in order."""
    buckets: dict[Bucket, list[RowFacts]] = defaultdict(list)
    for filing in order.filings.values():
        for row in filing.rows:
            if row.as_of is not None and row.holder is not None and row.amount is not None:
                buckets[row.holder, row.security].append(row)
    return {bucket: _history(sorted(rows, key=order.key), order) for bucket, rows in sorted(buckets.items())}


def _history(rows: Sequence[RowFacts], order: Ordered) -> list[Balance]:
    """Return the balances of one bucket as they could be known: first, then after each amendment or late filing."""
    joined, left = _changes(rows, order)
    known: list[Balance] = []
    gone: list[Balance] = []
    for amendment in ("", *_amendments(joined, left, order)):
        day = order.filings[amendment].known_on if amendment else None
        standing = [row for row in rows if _stands(row.id, amendment, joined, left, order)]
        now = {(each.as_of, each.rows): each for each in _balances(standing, order)}
        before = {(each.as_of, each.rows): each for each in known}
        lost = [replace(each, known_until=day) for key, each in before.items() if key not in now]
        gone += [each for each in lost if amendment in order.effect.lineage or _was_known(each)]
        known = [before.get(key) or _learnt(each, amendment, order) for key, each in now.items()]
    return sorted(known + gone, key=lambda each: (order.key(each.last), each.known_until is None, each.known_from))


def _was_known(balance: Balance) -> bool:
    """Tell whether a balance could be known before a late filing changed it."""
    return balance.known_until is None or balance.known_from < balance.known_until


def _changes(rows: Sequence[RowFacts], order: Ordered) -> tuple[dict[str, str], dict[str, str]]:
    """Return, by row, the amendment or late filing with which it came, and the amendment that restates it."""
    linked = order.effect.lineage
    joined = {row.id: row.filing for row in rows if row.filing in linked}
    joined |= {row.id: row.filing for row in _late(rows, order) if row.id not in joined}
    restated = ((row.id, order.effect.superseded.get(row.id)) for row in rows)
    return joined, {id: by.rpartition(":")[0] for id, by in restated if by is not None}


def _late(rows: Sequence[RowFacts], order: Ordered) -> Iterator[RowFacts]:
    """Yield the rows of Table II that came after others whose balances of later days were known without them."""
    known: date | None = None
    for row in reversed(rows):
        day = order.filings[row.filing].known_on
        if row.kind[0] == "D" and known is not None and day > known:
            yield row
        known = day if known is None else min(known, day)


def _amendments(joined: Mapping[str, str], left: Mapping[str, str], order: Ordered) -> list[str]:
    """Return the amendments and late filings that change a bucket, in the order in which they were filed."""
    return sorted({*joined.values(), *left.values()}, key=lambda filing: (order.filings[filing].known_on, filing))


def _stands(row: str, amendment: str, joined: Mapping[str, str], left: Mapping[str, str], order: Ordered) -> bool:
    """Tell whether a row stands once an amendment is known; before any, if that is empty."""
    return _filed_by(joined.get(row), amendment, order, absent=True) and not _filed_by(
        left.get(row), amendment, order, absent=False
    )


def _filed_by(id: str | None, amendment: str, order: Ordered, *, absent: bool) -> bool:
    if id is None:
        return absent
    if not amendment:
        return False
    return (order.filings[id].known_on, id) <= (order.filings[amendment].known_on, amendment)


def _learnt(balance: Balance, by: str, order: Ordered) -> Balance:
    """Return a balance with the day on which a filing made it known, as far as that is an amendment or late."""
    if by in order.effect.lineage:
        return replace(balance, known_from=max(order.filings[by].known_on, balance.known_from), by_amendment=True)
    known = max(order.filings[by].known_on, balance.known_from) if by else balance.known_from
    return replace(balance, known_from=known, by_amendment=order.filings[balance.last.filing].amendment)


def _balances(rows: Sequence[RowFacts], order: Ordered) -> Iterator[Balance]:
    """Yield the balance after each day of each statement, for rows of one bucket in order."""
    lots: list[RowFacts] = []
    opening = rows[0].before if rows and not rows[0].held else None
    for (day, *_), group in groupby(rows, key=order.moment):
        some = list(group)
        for row in some:
            lots = _goes_on(row, lots, order)
        kept = [lot for lot in lots if lot.amount] or [some[-1]]
        latest = max([*kept, some[-1]], key=lambda lot: order.filings[lot.filing].known_on)
        known_from = order.filings[latest.filing].known_on
        yield Balance(day, tuple(reversed(kept)), some[-1], known_from, opening)
        opening = None


def _goes_on(row: RowFacts, lots: Sequence[RowFacts], order: Ordered) -> list[RowFacts]:
    """Return the lots of a bucket after one more row."""
    statement = order.statement(row)
    same = [lot for lot in lots if order.statement(lot) == statement]
    if row.kind[0] == "N":
        return [lot for lot in same if lot.held or row.held] + [row]
    if row.held:
        return [*same, row]
    return _lots_after(row, list(lots), same)


def _lots_after(row: RowFacts, lots: list[RowFacts], same: Sequence[RowFacts]) -> list[RowFacts]:
    """Return the lots of a derivative after a transaction."""
    before = row.before
    again = next((at for at, lot in enumerate(lots) if _repeats(row, lot)), None)
    if again is not None:
        return [*lots[:again], row, *lots[again + 1 :]]
    if before is None:
        return [*same, row]
    for lot in reversed(lots):
        if lot.amount and round(lot.amount, 3) == before:
            at = lots.index(lot)
            return [*lots[:at], *lots[at + 1 :], row]
    if lots and round(sum(lot.amount or 0.0 for lot in lots), 3) == before:
        return [row]
    if any(_listed_before(row, lot) for lot in same):
        return lots
    return [*lots, row] if before == 0 else [*same, row]


def _listed_before(row: RowFacts, lot: RowFacts) -> bool:
    """Tell whether a lot of an earlier day goes on from a row: the form lists it below the row, and its balance so."""
    return bool(row.amount) and lot.filing == row.filing and lot.place > row.place and lot.before == row.amount


def _repeats(row: RowFacts, lot: RowFacts) -> bool:
    """Tell whether another filing reports the very transaction of a lot again."""
    said = (row.date, row.code, row.acquired, row.shares, row.amount)
    return row.filing != lot.filing and said == (lot.date, lot.code, lot.acquired, lot.shares, lot.amount)
