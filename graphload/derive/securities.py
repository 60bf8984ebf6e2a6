"""What securities are called, and which security a derivative converts into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graphload.derive.facts import EdgeKey, SecurityFacts
from graphload.schema.rows import Props


def titles(securities: Iterable[SecurityFacts]) -> dict[tuple[str, str], Props]:
    """Return the title of each security as the latest row writes it, or else the latest that names it underlying."""
    return {("Security", each.id): _called(each, max(each.written).title) for each in securities if each.written}


def _called(security: SecurityFacts, title: str) -> Props:
    price = security.exercise_price
    terms = (
        title,
        *([f"${price:,.2f}"] if price is not None else []),
        *([f"to {security.expires_on}"] if security.expires_on else []),
    )
    return {"title": title, "caption": ", ".join(terms)}


def conversions(securities: Iterable[SecurityFacts], named: Iterable[tuple[str, str]]) -> dict[EdgeKey, Props]:
    """Return the edges CONVERTS_INTO: those that rows name, and those to the only security of the named class.

    `named` are the pairs of a derivative and an underlying security that rows name.
    """
    by_id = {each.id: each for each in securities}
    of_class: dict[str | None, list[str]] = defaultdict(list)
    for each in by_id.values():
        if each.reported and not each.derivative:
            of_class[each.share_class].append(each.id)
    found: dict[EdgeKey, Props] = {}
    by_class: dict[EdgeKey, Props] = {}
    for derivative, underlying in named:
        reported, means = by_id[underlying].reported, by_id[underlying].share_class
        key = EdgeKey("CONVERTS_INTO", derivative, underlying)
        found[key] = {"method": "title" if reported else "named"}
        if not reported and means is not None and len(of_class[means]) == 1:
            by_class[EdgeKey("CONVERTS_INTO", derivative, of_class[means][0])] = {"method": "class"}
    return by_class | found
