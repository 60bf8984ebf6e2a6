"""Whom a text means: parties by CIK, ticker or name, the surest match first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from typing import Any

from graphload.ask.question import Type
from graphload.errors import UsageError
from graphload.schema.keys import ours, told
from graphload.store import Result, Store
from graphload.wording.names import compared
from graphload.wording.text import normal
from graphload.wording.tickers import looks_like_symbol, spellings

_LISTED = 10
_COLUMNS = ("name", "labels", "ticker", "id", "formerly", "holders")
_PROPERTIES = """RETURN p.id AS id, p.name AS name, p.ticker AS ticker, labels(p) AS labels,
  coalesce(p.formerNames, []) AS formerNames, coalesce(p.formerTickers, []) AS formerTickers"""
_SURE = f"""MATCH (p:Party {{id: $id}}) {_PROPERTIES}
UNION ALL UNWIND $tickers AS ticker MATCH (p:Issuer {{ticker: ticker}}) {_PROPERTIES}"""
# names are compared without regard to case, which no index does: 0.2 seconds for 200,000 parties
_BY_WORDS = f"""MATCH (p:Party)
WHERE (any(name IN [p.name] + coalesce(p.formerNames, [])
    WHERE all(word IN $words WHERE replace(replace(toLower(toStringOrNull(name)), '.', ''), ',', '') CONTAINS word))
  OR any(ticker IN $tickers WHERE ticker IN p.formerTickers)) AND {told("Party", "p")}
{_PROPERTIES}"""
_BY_PARTS = f"""MATCH (p:Party)
WHERE any(part IN $parts WHERE toLower(toStringOrNull(p.name)) CONTAINS part) AND {told("Party", "p")}
{_PROPERTIES}
ORDER BY p.id LIMIT 5000"""
# trusts, funds and companies that somebody holds through and that file nothing under that name
_VEHICLES = f"""MATCH (v:Vehicle)
WHERE all(word IN $words WHERE toStringOrNull(v.named) CONTAINS word) AND {told("Vehicle", "v")}
  AND NOT EXISTS {{ (v)-[:NAMES]->() }}
MATCH (v)<-[:HOLDS_THROUGH]-(holder)<-[:MEMBER_OF*0..1]-(owner:Party)
WITH v, owner ORDER BY owner.displayName, owner.id
RETURN v.displayName AS name, v.id AS id, collect(owner.displayName) AS holders
ORDER BY name, id"""


class Match(IntEnum):
    """How a text means a party, the surest first."""

    CIK = 0
    TICKER = 1
    NAME = 2
    FORMER = 3
    WORDS = 4
    PARTS = 5


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A party that a text may mean."""

    match: Match
    name: str
    id: str
    ticker: str | None
    labels: frozenset[str]
    formerly: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({self.id})"

    @property
    def how(self) -> str:
        """What of it the text is, in words."""
        return _HOW[self.match]


_HOW = {
    Match.CIK: "by CIK",
    Match.TICKER: "by ticker",
    Match.NAME: "by name",
    Match.FORMER: "by a former name or another ticker",
    Match.WORDS: "by words of the name",
}


def find(store: Store, text: str) -> Result:
    """Return the parties that a CIK, ticker or name may mean, best match first, and then vehicles of such a name.

    Names match by their words, in any order and case. A vehicle, such as a trust, files nothing itself: `holders` hold
    through it. The columns are those of `graphload find`.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.find(store, "robert maida").rows[0][0]
    'Maida Robert P'
    """
    found = {each.id: each for each in (*_sure(store, text), *_by_words(store, text))}
    rows: list[tuple[Any, ...]] = [
        (each.name, sorted(each.labels - {"Party"}), each.ticker, each.id, list(each.formerly), None)
        for each in sorted(found.values())
    ]
    return Result(_COLUMNS, rows + _vehicles(store, text))


def resolve(store: Store, type: Type, text: str) -> Found:
    """Return the one party that a text means. Raises UsageError if there is none, or more than one.

    What looks like a ticker, as SHOP, means no issuer that only has this word in its name.
    """
    sure = [each for each in _sure(store, text) if each.labels & _LABELS[type]]
    found = sure or [each for each in _by_words(store, text) if each.labels & _LABELS[type]]
    best = [each for each in found if each.match == min(found).match and each.match <= _least(each, type, text)]
    if len(best) == 1:
        return best[0]
    if best:
        listed = [str(each) for each in sorted(best)[:_LISTED]] + [f"{len(best) - _LISTED} more"] * (
            len(best) > _LISTED
        )
        raise UsageError(f"{text!r} may mean {', '.join(listed)}: give the CIK, which stands in parentheses")
    near = [str(each) for each in (sorted(found) or _near(store, type, text))[:3]]
    hint = f": did you mean {' or '.join(near)}?" if near else ": `graphload find` looks for names"
    raise UsageError(f"there is no {_CALLED[type]} {text!r} in this store{hint}")


def _least(found: Found, type: Type, text: str) -> Match:
    """Return how surely a text must match a party at least to mean it."""
    as_issuer = type is Type.ISSUER or (type is Type.PARTY and "Issuer" in found.labels)
    return Match.FORMER if as_issuer and looks_like_symbol(text) else Match.WORDS


_OWNERS = {"Person", "Organization"}
_LABELS = {Type.ISSUER: {"Issuer"}, Type.PERSON: _OWNERS, Type.PARTY: {"Issuer", *_OWNERS}}
_CALLED = {Type.ISSUER: "issuer", Type.PERSON: "reporting owner", Type.PARTY: "issuer or reporting owner"}


def _sure(store: Store, text: str) -> list[Found]:
    """Return the party that the text names by id or, if there is none, those of this ticker."""
    found = _found(store.read(_SURE, id=_id(text), tickers=spellings(text)).dicts(), text)
    return [each for each in found if each.match is Match.CIK] or found


def _by_words(store: Store, text: str) -> list[Found]:
    words = [re.sub("[.,]", "", word) for word in normal(text).split()]
    return _found(store.read(_BY_WORDS, words=words, tickers=spellings(text)).dicts() if words else [], text)


def _vehicles(store: Store, text: str) -> list[tuple[Any, ...]]:
    words = compared(text).split()
    found = store.read(_VEHICLES, words=words).dicts() if words else []
    return [(each["name"], ["Vehicle"], None, each["id"], [], each["holders"]) for each in found]


def _near(store: Store, type: Type, text: str) -> list[Found]:
    """Return parties with a name that is spelled much like the text."""
    parts = [word[:3] for word in normal(text).split() if len(word) > 2]
    rows = _found(store.read(_BY_PARTS, parts=parts).dicts(), text)
    by_words = {" ".join(_words(each.name)): each for each in rows if each.labels & _LABELS[type]}
    return [by_words[near] for near in get_close_matches(" ".join(_words(text)), by_words)]


def _found(rows: Iterable[dict[str, Any]], text: str) -> list[Found]:
    found = []
    for row in rows:
        if not ours("Party", row["id"]) or "Party" not in row["labels"]:
            continue
        formerly = (*row["formerNames"], *row["formerTickers"])
        labels, name = frozenset(row["labels"]), row["name"] or row["id"]
        found.append(Found(_match(row, text), name, row["id"], row["ticker"], labels, formerly))
    return found


def _match(row: dict[str, Any], text: str) -> Match:
    words, names = _words(text), [_words(name) for name in (row["name"] or "", *row["formerNames"])]
    if row["id"] == _id(text):
        return Match.CIK
    if row["ticker"] in spellings(text):
        return Match.TICKER
    if words == names[0]:
        return Match.NAME
    if words in names or not {*spellings(text)}.isdisjoint(row["formerTickers"]):
        return Match.FORMER
    return Match.WORDS if any({*words} <= {*name} for name in names) else Match.PARTS


def _words(name: str) -> list[str]:
    """Return the words in the order of the alphabet: EDGAR writes `LAST FIRST`, people write `First Last`."""
    return sorted(normal(name).split())


def _id(text: str) -> str:
    return text.zfill(10) if re.fullmatch(r"\d{1,10}", text) else text
