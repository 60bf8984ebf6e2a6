"""Pairs of traders of an issuer whose trading days are alike, and the components that such pairs make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

from graphload.analyze.outcome import Outcome
from graphload.derive.components import components


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which somebody traded, a row that tells it, and whether it was under a plan."""

    on: date
    row: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Trader:
    """An owner, or several who file jointly, and the days on which they traded."""

    unit: str
    names: tuple[str, ...]
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two traders of an issuer, and the days that they have in common; each counts for so much."""

    issuer: Mapping[str, Any]
    one: Trader
    other: Trader
    common: tuple[tuple[Day, Day, Fraction], ...]

    @property
    def weight(self) -> Fraction:
        """How many days they have in common, a near day in part."""
        return sum((share for *_, share in self.common), Fraction(0))

    @property
    def score(self) -> Fraction:
        """The square of the days in common, divided by the product of all days of each."""
        return self.weight**2 / (len(self.one.days) * len(self.other.days))


def alike(rows: Iterable[Mapping[str, Any]], parameters: Mapping[str, Any]) -> Outcome:
    """Return the pairs that are alike, the most alike first."""
    least, within = max(1, parameters["least"]), max(0, parameters["within"])
    found = [pair for pair in _pairs(rows, least, within) if pair.common and pair.score >= parameters["score"]]
    component = components((pair.one.unit, pair.other.unit) for pair in found)
    told = [_row(pair, component[pair.one.unit]) for pair in found]
    ranked = sorted(told, key=lambda row: (-row[9], -row[6], row[3], row[12], row[5], row[1], row[2]))
    return Outcome(ranked[: max(0, parameters["limit"])])


def _pairs(rows: Iterable[Mapping[str, Any]], least: int, within: int) -> Iterator[Pair]:
    """Yield each two traders of an issuer who trade the same way, on so many days each."""
    told: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        told[row["issuer"], row["code"]].append(row)
    for some in told.values():
        traders = [trader for trader in _traders(some) if len(trader.days) >= least]
        for one, other in combinations(traders, 2):
            yield Pair(some[0], one, other, common(one.days, other.days, within))


def _traders(rows: Iterable[Mapping[str, Any]]) -> list[Trader]:
    """Return the traders of some rows, by their least CIK."""
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        told[row["unit"]].append(row)
    return [_trader(unit, told[unit]) for unit in sorted(told)]


def _trader(unit: str, rows: list[Mapping[str, Any]]) -> Trader:
    names = sorted({name for row in rows for name in row["names"]})
    days = sorted((Day(row["day"], row["row"], row["planned"]) for row in rows), key=lambda day: day.on)
    return Trader(unit, tuple(names), tuple(days))


def common(one: tuple[Day, ...], other: tuple[Day, ...], within: int = 0) -> tuple[tuple[Day, Day, Fraction], ...]:
    """Return the days that two have in common, at most `within` days apart, and for how much each counts.

    A day of the one goes with one day of the other at most: the nearest first, of those as near the earliest.
    """
    gaps = ((abs((a.on - b.on).days), min(a.on, b.on), a, b) for a in one for b in other)
    near = sorted((each for each in gaps if each[0] <= within), key=lambda each: each[:2])
    taken: set[tuple[bool, date]] = set()
    found = []
    for gap, _, a, b in near:
        ends = {(True, a.on), (False, b.on)}
        if taken.isdisjoint(ends):
            taken |= ends
            found.append((a, b, 1 - Fraction(gap, within + 1)))
    return tuple(sorted(found, key=lambda each: each[0].on))


def _row(pair: Pair, component: str) -> tuple[Any, ...]:
    both = (pair.one, pair.other)
    return (
        component,
        *([*trader.names] for trader in both),
        pair.issuer["name"],
        pair.issuer["ticker"],
        pair.issuer["code"],
        round(float(pair.weight), 4),
        *(len(trader.days) for trader in both),
        round(float(pair.score), 4),
        sum(a.planned and b.planned for a, b, _ in pair.common),
        [day.row for a, b, _ in pair.common for day in (a, b)],
        pair.issuer["cik"],
    )
