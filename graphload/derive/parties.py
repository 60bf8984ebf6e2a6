"""Who a party is: its names and trading symbols, and whether it is a person or an organization."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from graphload.derive.facts import Derived
from graphload.schema.rows import Props
from graphload.wording.kinds import kind
from graphload.wording.names import compared, display


class NameFacts(NamedTuple):
    """A name that filings give a party, as owner or as issuer; `latest` orders filings by day and id.

    `incorporated` and `insider` tell whether one of these filings has company data on the owner in its header, and
    whether one ticks the box Director or Officer.
    """

    name: str | None
    issuer: bool
    latest: str
    incorporated: bool = False
    insider: bool = False
    symbols: tuple[str, ...] = ()


class PartyFacts(NamedTuple):
    """A party and its names."""

    id: str
    names: tuple[NameFacts, ...]


def party(facts: PartyFacts) -> Derived:
    """Return what follows from the filings that name a party; `labels` are those that it bears beside Party."""
    names = sorted(facts.names, key=lambda each: (each.issuer, each.name or ""))
    names.sort(key=lambda each: each.latest, reverse=True)
    owner, issuer = any(not each.issuer for each in names), any(each.issuer for each in names)
    given = list(dict.fromkeys(each.name for each in names if each.name is not None))
    what, basis = kind(
        set(given),
        incorporated=any(each.incorporated for each in names),
        issuer=issuer,
        role=any(each.insider for each in names),
    )
    labels = [*([what.capitalize()] if owner else []), *(["Issuer"] if issuer else [])]
    props: Props = {"kind": what, "kindBasis": basis, "labels": sorted(labels)}
    if given:
        shown = display(given[0], what == "person")
        props |= {"name": given[0], "displayName": shown, "nameKey": compared(shown)}
    as_issuer = [each for each in names if each.issuer]
    return Derived({("Party", facts.id): props | _symbols(as_issuer) | _former(as_issuer, given)}, {}, {})


def _symbols(names: Iterable[NameFacts]) -> Props:
    """Return the first symbol of the latest filing with one, and all others."""
    symbols = list(chain.from_iterable(each.symbols for each in names))
    if not symbols:
        return {}
    return {"ticker": symbols[0], "formerTickers": sorted({*symbols} - {symbols[0]}) or None}


def _former(names: Iterable[NameFacts], given: list[str]) -> Props:
    return {"formerNames": sorted({each.name for each in names if each.name} - set(given[:1])) or None}
