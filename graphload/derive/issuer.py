"""What follows from the filings about one issuer."""

from __future__ import annotations

from collections.abc import Iterable

from graphload.derive.amendments import Effect, effect
from graphload.derive.balances import Ordered
from graphload.derive.facts import Derived, EdgeKey, FilingFacts, IssuerFacts
from graphload.derive.insiders import insiders
from graphload.derive.positions import positions
from graphload.derive.securities import conversions, titles
from graphload.derive.trades import repeated
from graphload.derive.transfers import counterparts
from graphload.schema.rows import Props


def issuer(facts: IssuerFacts) -> Derived:
    """Return everything that follows from the filings about an issuer."""
    done = effect(facts.filings)
    order = Ordered({filing.id: filing for filing in facts.filings}, done)
    large = {each.id for each in facts.filings if any(owner.ten_percent_owner for owner in each.owners)}
    lineage: dict[tuple[str, str], Props] = {
        ("Filing", filing.id): {"lineage": done.lineage.get(filing.id)} for filing in facts.filings
    }
    amends: dict[EdgeKey, Props] = {
        EdgeKey("AMENDS", link.amendment, link.original): {"method": link.method, "confidence": link.confidence}
        for link in done.links
    }
    return Derived(
        lineage | titles(facts.securities),
        _rows(facts.filings, order, large),
        amends
        | insiders(facts.issuer, facts.filings)
        | conversions(facts.securities, facts.conversions)
        | positions(order, {each.id: each for each in facts.securities}, large),
    )


def _rows(filings: Iterable[FilingFacts], order: Ordered, large: set[str]) -> dict[str, Props]:
    """Return what amendments and blocks make of each row."""
    done: Effect = order.effect
    rows = [row for filing in filings for row in filing.rows]
    restating = {*done.superseded.values()}
    block = repeated((row for row in rows if not row.held), order, large)
    counterpart = counterparts(rows, order)
    return {
        row.id: {
            "superseded": done.superseded.get(row.id),
            "rank": done.rank.get(row.id),
            "adds": (row.id in done.rank and row.id not in restating) or None,
            "current": row.id not in done.superseded,
            "block": block.get(row.id),
            "counterpart": counterpart.get(row.id),
        }
        for row in rows
    }
