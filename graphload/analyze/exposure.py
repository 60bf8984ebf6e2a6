"""What one more trade would add to the short-swing profit of a unit, and from which day on it would add nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from graphload.analyze.matching import Lot, Pair, greatest, last_day, profit
from graphload.analyze.outcome import Outcome, Row
from graphload.analyze.short_swing import NOTE, chosen, told
from graphload.analyze.units import BUYS, SALES, Trades, lot, whole
from graphload.errors import UsageError

_TRADE = "the trade"


@dataclass(frozen=True, slots=True)
class Asked:
    """A trade that has not been made: a purchase or a sale, as a lot."""

    buys: bool
    lot: Lot


def exposure(rows: Sequence[Row], parameters: Mapping[str, Any]) -> Outcome:
    """Return a row for each security of the units with a person: what the trade would add to the greatest profit."""
    asked = _asked(parameters)
    found = [
        _row(trades, asked)
        for trades in chosen(rows, parameters)
        if parameters["security"] is None or parameters["security"].lower() in trades.titles.lower()
    ]
    none = () if found else ("No trade that counts is filed of this unit, so that this one would add nothing.",)
    return Outcome(sorted(found, key=lambda row: (-row[4], row[2])), (*none, NOTE))


def _asked(parameters: Mapping[str, Any]) -> Asked:
    code, shares, price = (parameters[name] for name in ("code", "shares", "price"))
    if code not in BUYS | SALES:
        raise UsageError(f"the code should be one of {', '.join(sorted(BUYS | SALES))}, not {code!r}")
    if shares <= 0 or price <= 0:
        raise UsageError(f"shares and price should be above 0, not {shares} and {price}")
    return Asked(code in BUYS, Lot(parameters["on"], whole(price), whole(shares), _TRADE))


def _row(trades: Trades, asked: Asked) -> tuple[Any, ...]:
    before = profit(_best(trades, None))
    best = _best(trades, asked)
    bound = [pair for pair in best if _TRADE in (pair.bought.id, pair.sold.id)]
    opposite = ((pair.sold if asked.buys else pair.bought) for pair in bound)
    free = next(day for day in _changes(trades, asked) if profit(_best(trades, _moved(asked, day))) <= before)
    row, after = trades.rows[0], profit(best)
    return (
        *(row["issuer"], row["ticker"], trades.titles, trades.owners),
        *(round(after - before, 2), before, after, free),
        told((part.id, pair.shares) for part, pair in zip(opposite, bound, strict=True)),
    )


def _best(trades: Trades, asked: Asked | None) -> list[Pair]:
    bought, sold = [lot(row) for row in trades.bought], [lot(row) for row in trades.sold]
    if asked is not None:
        (bought if asked.buys else sold).append(asked.lot)
    return greatest(bought, sold)


def _moved(asked: Asked, day: date) -> Asked:
    return replace(asked, lot=replace(asked.lot, day=day))


def _changes(trades: Trades, asked: Asked) -> Iterator[date]:
    """Yield the day of the trade, and each later one on which it leaves the six months of an opposite row."""
    yield asked.lot.day
    opposite = trades.sold if asked.buys else trades.bought
    ends = sorted({last_day(row["day"]) + timedelta(days=1) for row in opposite})
    yield from (end for end in ends if end > asked.lot.day)
