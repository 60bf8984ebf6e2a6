"""Transactions of one block that several holders report: in every sum they count once.

What a holder's rows in one statement say was traded in a security on one day, by one code, is compared with what other
holders report, as balances are: so a filing that lists three tranches and one that adds them up are one block. Rows
that are left over are compared one by one. One of the rows leads the block and counts; the others repeat it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from graphload.derive.balances import Ordered
from graphload.derive.blocks import Position, blocks
from graphload.derive.facts import RowFacts
from graphload.derive.positions import reported

Trade = Sequence[RowFacts]


def repeated(rows: Iterable[RowFacts], order: Ordered, large: set[str]) -> dict[str, str]:
    """Return, by transaction of a block, the row that leads: among the rows filed first, and among those that stand.

    `large` are the statements that tick the box 10% Owner. A row that is in both answers leads where there is one, so
    that a block has its leading row in each.
    """
    traded = [row for row in rows if row.holder is not None and row.shares and (row.date or row.as_of)]
    filed = [row for row in traded if not order.filings[row.filing].amendment]
    stands = [row for row in traded if row.id not in order.effect.superseded]
    both = {row.id for row in filed} & {row.id for row in stands}
    found: dict[str, str] = {}
    for some in (filed, stands) if len(traded) != len(both) else (stands,):
        found.update(_leads(some, order, large, both))
    return found


def _leads(rows: Sequence[RowFacts], order: Ordered, large: set[str], both: set[str]) -> dict[str, str]:
    """Return, by row, the row that leads: days are compared first, and then what is left over."""
    found: dict[str, str] = {}
    for by in (_day, lambda row: row.id):
        trades = {trade[0].id: trade for trade in _trades(rows, by, order) if trade[0].id not in found}
        for block in blocks([_position(trade, order) for trade in trades.values()], large):
            members = [trades[member.row] for member in block.members]
            direct = {member.row for member in block.members if member.direct}
            lead = min(
                members,
                key=lambda trade: (trade[0].id not in both, -len(trade), trade[0].id not in direct, trade[0].id),
            )
            for trade in members:
                for at, row in enumerate(trade):
                    found[row.id] = lead[min(at, len(lead) - 1)].id
    return found


def _day(row: RowFacts) -> Hashable:
    return row.date or row.as_of


def _trades(rows: Iterable[RowFacts], by: Callable[[RowFacts], Hashable], order: Ordered) -> Iterator[Trade]:
    """Yield the rows of each holder in one statement that are alike in security, code and direction, in order."""
    alike: dict[Hashable, list[RowFacts]] = defaultdict(list)
    for row in rows:
        alike[order.statement(row), row.holder, row.security, row.code, row.acquired, by(row)].append(row)
    for trade in alike.values():
        trade.sort(key=lambda row: (order.effect.rank.get(row.id, row.place), row.id))
        if trade[-1].shares_after is not None:
            yield trade


def _position(trade: Trade, order: Ordered) -> Position:
    """Return what rows say was traded as a position of that many shares."""
    first, last = trade[0], trade[-1]
    day = first.date or first.as_of
    assert day is not None
    shares = sum(row.shares or 0.0 for row in trade)
    position = reported(first, shares, day, order, f"{first.security} {first.code} {first.acquired}")
    prices = tuple(row.price for row in trade)
    filed_on = order.filings[first.filing].filed_on
    return position._replace(after=last.shares_after, trade=(filed_on, first.code, shares, prices))
