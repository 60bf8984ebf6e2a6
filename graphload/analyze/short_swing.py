"""Short-swing profits under Section 16(b), from the rows of trades: what a matching gives, and its pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from graphload.analyze.matching import UNIT, Pair, greatest, later, lowest_highest, profit
from graphload.analyze.outcome import Outcome, Row
from graphload.analyze.units import Rules, Trades, lot, units
from graphload.errors import UsageError
from graphload.formats import amount

NOTE = "A computation on filings, no legal conclusion."
_MONTHS_TO_SUE = 24
_UNITS = ("owner", "group")


class Matched(NamedTuple):
    """The trades of a unit, and the pairs of the greatest profit."""

    trades: Trades
    pairs: list[Pair]

    @property
    def maximum(self) -> float:
        """The greatest profit in dollars."""
        return profit(self.pairs)


def profits(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return a row for each unit and security with a profit, the greatest first."""
    return Outcome(map(_row, islice(matched(rows, parameters), max(0, parameters["limit"]))), (NOTE,))


def across(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return the rows of `profits` for units tied by joint filings, with the holders of both sides."""
    found = ((each, _sides(each)) for each in matched(rows, {**parameters, "unit": "group"}))
    apart = ((*_row(each), *sides) for each, sides in found if sides[0] != sides[1] or not parameters["apart"])
    return Outcome(islice(apart, max(0, parameters["limit"])), (NOTE,))


def pairs(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return a row for each pair of the matching with the greatest profit."""
    found = (row for each in matched(rows, parameters) for row in _pairs(each))
    return Outcome(islice(found, max(0, parameters["limit"])), (NOTE,))


def chosen(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Iterator[Trades]:
    """Yield the trades of each unit, or of those with a person. Raises UsageError for an unknown kind of unit."""
    if parameters["unit"] not in _UNITS:
        raise UsageError(f"there is no unit {parameters['unit']!r}: it is {' or '.join(_UNITS)}")
    rules = Rules(parameters["other"], parameters["swaps"], parameters["spouse"])
    for trades in units(rows, group=parameters["unit"] == "group", classes=parameters["classes"], rules=rules):
        if parameters["person"] is None or parameters["person"] in trades.ids:
            yield trades


def matched(rows: Sequence[Row], parameters: Mapping[str, Any]) -> list[Matched]:
    """Return the units with a profit, the greatest first."""
    found = [Matched(trades, greatest(*_lots(trades, "price", "price"))) for trades in chosen(rows, parameters)]
    some = [each for each in found if each.pairs]
    return sorted(some, key=lambda each: (-each.maximum, each.trades.rows[0]["row"]))


def _lots(trades: Trades, low: str, high: str) -> tuple[list[Any], list[Any]]:
    return [lot(row, low) for row in trades.bought], [lot(row, high) for row in trades.sold]


def _row(each: Matched) -> tuple[Any, ...]:
    trades, row = each.trades, each.trades.rows[0]
    ids = {part.id for pair in each.pairs for part in (pair.bought, pair.sold)}
    until = later(max(pair.later for pair in each.pairs), _MONTHS_TO_SUE)
    return (
        *(row["issuer"], row["ticker"], trades.titles, trades.owners, trades.role),
        *(len(trades.bought), len(trades.sold), len(each.pairs)),
        *(profit(lowest_highest(*_lots(trades, "price", "price"))), each.maximum),
        profit(greatest(*_lots(trades, "low", "high"))),
        *(until, any(row["disclaimed"] for row in trades.rows if row["row"] in ids)),
        *(trades.exempt, trades.unpriced, trades.contradicted, trades.becoming),
        told((pair.bought.id, pair.shares) for pair in each.pairs),
        told((pair.sold.id, pair.shares) for pair in each.pairs),
    )


def told(parts: Iterable[tuple[str, int]]) -> list[str]:
    """Return the shares of each row that are matched, as `ROW: SHARES`."""
    shares: Counter[str] = Counter()
    for id, count in parts:
        shares[id] += count
    return [f"{id}: {amount(count / UNIT)}" for id, count in sorted(shares.items())]


def _pairs(each: Matched) -> Iterator[tuple[Any, ...]]:
    row = each.trades.rows[0]
    for pair in sorted(each.pairs, key=lambda pair: (pair.later, pair.bought, pair.sold)):
        yield (
            *(row["issuer"], row["ticker"], each.trades.titles, each.trades.owners),
            *(pair.bought.day, pair.sold.day, pair.shares / UNIT, pair.bought.price / UNIT, pair.sold.price / UNIT),
            *(profit([pair]), later(pair.later, _MONTHS_TO_SUE), pair.bought.id, pair.sold.id),
        )


def _sides(each: Matched) -> tuple[list[str], list[str]]:
    """Return who holds what was bought and what was sold."""
    holders = {row["row"]: row["vehicle"] or ", ".join(sorted(row["owners"])) for row in each.trades.rows}
    bought = {holders[pair.bought.id] for pair in each.pairs}
    return sorted(bought), sorted({holders[pair.sold.id] for pair in each.pairs})
