"""Rows of filings as cards show them: their cells in words, and the footnotes that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from graphload.explore.facts import Amounts, Position, Row, Statement
from graphload.filing.codes import TransactionCode
from graphload.formats import amount
from graphload.wording.amounts import held, short

# property of a row: what a card calls it
_CELLS = {
    "titleAsFiled": "security",
    "code": "code",
    "date": "transaction",
    "shares": "shares",
    "totalValue": "value",
    "price": "price",
    "sharesAfter": "held then",
    "valueAfter": "value held then",
    "exercisePrice": "exercise price",
    "exercisableOn": "exercisable",
    "expiresOn": "expires",
    "underlyingTitle": "underlying",
    "underlyingShares": "underlying shares",
    "underlyingValue": "underlying value",
    "nature": "nature",
    "superseded": "restated by",
}
DOLLARS = frozenset({"totalValue", "price", "valueAfter", "exercisePrice", "underlyingValue"})
_MEANING = {code.value: code.meaning for code in TransactionCode}


def row(said: Mapping[str, Any], footnotes: Iterable[str]) -> Row:
    """Return a row with those of its filing's footnotes that it cites."""
    cited = {ref.rpartition(":")[2] for ref in said.get("footnoteRefs") or ()}
    notes = tuple(note for note in footnotes if note.partition(":")[0] in cited)
    return Row(said["id"], tuple(_cells(said)), notes)


def _cells(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, called in _CELLS.items():
        value = said.get(name)
        if value is not None:
            yield called, _shown(name, value, said)


def _shown(name: str, value: Any, said: Mapping[str, Any]) -> str:
    if isinstance(value, float):
        sign = _sign(said) if name in ("shares", "totalValue") else ""
        return f"{sign}{'$' * (name in DOLLARS)}{amount(value)}"
    if name == "code" and value in _MEANING:
        return f"{value}: {_MEANING[value]}"
    return value.isoformat() if isinstance(value, date) else str(value)


def statement(id: str, caption: str | None, accession: str | None, cik: str | None) -> Statement:
    """Return a filing with the address of its index page at EDGAR."""
    link = None
    if accession:
        folder = f"{int(cik or accession[:10])}/{accession.replace('-', '')}"
        link = f"https://www.sec.gov/Archives/edgar/data/{folder}/{accession}-index.htm"
    return Statement(id, caption or id, link)


def position(said: Mapping[str, Any], security: str, filing: str) -> Position:
    """Return a row as a position in the picture of its filing: what was held then and, before it, what moved."""
    after = Amounts(
        said.get("sharesAfter"), said.get("valueAfter"), said.get("underlyingShares"), said.get("underlyingValue")
    )
    if said.get("shares") is not None or said.get("totalValue") is not None:
        after = Amounts(after.shares, after.value)
    caption = " → ".join(filter(None, (_moved(said), held(after.shares, after.value, after.underlying, after.worth))))
    return Position(
        said["holder"], security, caption or "no amount", after, said.get("asOf"), filing, (said["id"],)
    )  # fmt: skip


def _moved(said: Mapping[str, Any]) -> str:
    """Return what a transaction moved, with its code: `P +1,000`."""
    amount = said.get("shares", said.get("totalValue"))
    if amount is None:
        return str(said.get("code") or "")
    dollars = "$" if said.get("shares") is None else ""
    sign = _sign(said)
    return " ".join(filter(None, (said.get("code"), f"{sign}{dollars}{short(amount)}")))


def _sign(said: Mapping[str, Any]) -> str:
    acquired = said.get("acquired")
    return "" if acquired is None else "+" if acquired else "−"
