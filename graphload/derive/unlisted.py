"""Which positions a later filing leaves out.

Column 5 of Table I is what is owned following the transaction, in all lines of the class. Where a later filing by the
same owners trades in the class and does not list a line, the line may be gone, or the filer left it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graphload.derive.balances import Balance, Bucket, Ordered
from graphload.derive.facts import RowFacts
from graphload.schema.keys import holder_root


def unlisted(positions: Iterable[Balance], order: Ordered) -> dict[Bucket, tuple[date, str]]:
    """Return, for the open positions of Table I that a later filing leaves out, the first day and filing that do."""
    traded: dict[tuple[frozenset[str], str], list[RowFacts]] = defaultdict(list)
    listed: set[tuple[str, str, str]] = set()
    for filing in order.filings.values():
        for row in filing.rows:
            if row.kind[0] == "N" and row.id not in order.effect.superseded and row.holder:
                listed.add((order.statement(row), row.holder, row.security))
                if not row.held and row.as_of is not None:
                    traded[filing.owner_ids, row.security].append(row)
    found = {}
    for each in positions:
        holder, security = each.bucket
        by = traded.get((order.owners[holder_root(holder)], security), [])
        later = [
            row
            for row in by
            if row.as_of is not None
            and row.as_of > each.as_of
            and _is_later(row, each, order)
            and (order.statement(row), holder, security) not in listed
        ]
        if later and not each.closed:
            first = min(later, key=order.key)
            assert first.as_of is not None
            found[each.bucket] = first.as_of, order.statement(first)
    return found


def _is_later(row: RowFacts, balance: Balance, order: Ordered) -> bool:
    """Tell whether a row is of a filing that came after a balance, and that is no amendment of a filing unknown."""
    filing = order.filings[order.statement(row)]
    return not filing.amendment and filing.effective_on >= order.filings[order.statement(balance.last)].effective_on
