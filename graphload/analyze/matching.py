"""Purchases matched with sales for the greatest profit: the arithmetic of Exchange Act Section 16(b).

A purchase and a sale match if they lie within a period of less than six months, whichever comes first, and the sale
has the higher price. Losses offset nothing.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = 6
# shares and prices are whole numbers of ten-thousandths, so that no sum depends on the order of its parts
UNIT = 10_000


@dataclass(frozen=True, slots=True, order=True)
class Lot:
    """Shares bought or sold on a day at a price; shares and price in ten-thousandths. `id` tells it from others."""

    day: date
    price: int
    shares: int
    id: str


class Pair(NamedTuple):
    """Shares of a purchase that match shares of a sale."""

    bought: Lot
    sold: Lot
    shares: int

    @property
    def gain(self) -> int:
        """The profit, in shares and dollars of ten-thousandths."""
        return self.shares * (self.sold.price - self.bought.price)

    @property
    def later(self) -> date:
        """The day of the later of both."""
        return max(self.bought.day, self.sold.day)


def last_day(day: date) -> date:
    """Return the last day that lies within less than six months of a day: the second before that day six months on.

    Colonial Realty Corp. v. MacWilliams, 381 F. Supp. 26 (S.D.N.Y. 1974): a sale on 20 December and a purchase on 19
    June are six months apart.
    """
    return later(day, MONTHS) - timedelta(days=2)


def later(day: date, months: int) -> date:
    """Return the same day some months on, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def matchable(bought: Lot, sold: Lot) -> bool:
    """Return whether a purchase and a sale match with a profit."""
    first, second = sorted((bought.day, sold.day))
    return sold.price > bought.price and second <= last_day(first)


def greatest(bought: Sequence[Lot], sold: Sequence[Lot]) -> list[Pair]:
    """Return the pairs that give the greatest profit, each share in one pair at most; exact, by the network simplex."""
    import networkx as nx

    arcs = [*_arcs(bought, sold)]
    if not arcs:
        return []
    flows = nx.DiGraph()
    flows.add_edge("sold", "bought", weight=0)
    for at, other, one, two in arcs:
        flows.add_edge("bought", ("b", at), capacity=one.shares, weight=0)
        flows.add_edge(("s", other), "sold", capacity=two.shares, weight=0)
        flows.add_edge(("b", at), ("s", other), weight=one.price - two.price)
    _, flow = nx.network_simplex(flows)
    found = (Pair(one, two, flow["b", at]["s", other]) for at, other, one, two in arcs)
    return [pair for pair in found if pair.shares]


def _arcs(bought: Sequence[Lot], sold: Sequence[Lot]) -> Iterator[tuple[int, int, Lot, Lot]]:
    for at, one in enumerate(bought):
        for other, two in enumerate(sold):
            if matchable(one, two):
                yield at, other, one, two


def lowest_highest(bought: Sequence[Lot], sold: Sequence[Lot]) -> list[Pair]:
    """Return the pairs of the rule that courts state: the lowest purchase with the highest sale within six months.

    Smolowe v. Delendo Corp., 136 F.2d 231 (2d Cir. 1943). The widest spread is taken first, then the next. Where
    windows of six months overlap, this may fall short of the greatest profit.
    """
    unbought, unsold = [lot.shares for lot in bought], [lot.shares for lot in sold]
    pairs = []
    for at, other, one, two in sorted(_arcs(bought, sold), key=lambda arc: (arc[2].price - arc[3].price, arc[2:])):
        if shares := min(unbought[at], unsold[other]):
            pairs.append(Pair(one, two, shares))
            unbought[at] -= shares
            unsold[other] -= shares
    return pairs


def profit(pairs: Iterable[Pair]) -> float:
    """Return the profit of pairs in dollars."""
    return sum(pair.gain for pair in pairs) / UNIT**2
