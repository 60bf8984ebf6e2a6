"""The words that the world is told in: small functions from facts to rows, owners and filings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from examples.world.cast import INCORPORATED, Party
from examples.write import CELLS
from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode
from graphload.filing.values import (
    Address,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    HeaderParty,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)

COMMON = "Common Stock"
OPTION = "Stock Option (Right to Buy)"
# a cell of a row → the words of its footnote, or of several; the filing numbers them
Notes = Mapping[str, str | tuple[str, ...]]
NONE: Notes = {}
# the day from which filings use each version of the forms
VERSIONS = {
    "3": {"0001-01-01": "X0206", "2026-03-18": "X0607"},
    "4": {"0001-01-01": "X0306", "2023-03-20": "X0407", "2024-01-29": "X0508", "2026-03-18": "X0609"},
}


def day(text: str | None) -> date | None:
    """Return the date of `2024-03-06`."""
    return date.fromisoformat(text) if text else None


def number(text: str | int | None) -> Decimal | None:
    """Return the exact number."""
    return None if text is None else Decimal(text)


def terms(
    price: str | None,
    exercisable: str | None,
    expires: str | None,
    shares: int | None = None,
    *,
    over: str = COMMON,
    value: str | None = None,
) -> Terms:
    """Return a derivative's terms; without `shares` or `value` it is over as many shares as its row moves."""
    return Terms(number(price), day(exercisable), day(expires), over, number(shares), number(value))


def trade(
    code: str,
    on: str,
    shares: int,
    price: str | None,
    after: int | None = None,
    by: str | None = None,
    *,
    of: str = COMMON,
    under: Terms | None = None,
    deemed: str | None = None,
    form: str = "4",
    mark: Timeliness | None = None,
    swap: bool = False,
    worth: str | None = None,
    worth_after: str | None = None,
    notes: Notes = NONE,
) -> Row:
    """Return a transaction: minus shares are disposed of, `by` is the nature of indirect ownership.

    `worth` and `worth_after` are values in dollars, which stand in place of shares.
    """
    what = Trade(
        date=day(on),
        deemed_date=day(deemed),
        code=TransactionCode[code],
        equity_swap=swap,
        timeliness=mark,
        acquired=shares > 0,
        shares=None if worth else number(abs(shares)),
        total_value=number(worth),
        price=number(price),
    )
    if under and under.underlying_shares is None and under.underlying_value is None:
        under = replace(under, underlying_shares=what.shares)
    return Row(0, of, form, what, under, number(after), number(worth_after), by is None, by, _cited(notes))


def holding(
    shares: int | None,
    by: str | None = None,
    *,
    of: str = COMMON,
    under: Terms | None = None,
    form: str | None = None,
    worth: str | None = None,
    notes: Notes = NONE,
) -> Row:
    """Return a holding; a derivative one on Form 3 has no shares of its own."""
    return Row(0, of, form, None, under, number(shares), number(worth), by is None, by, _cited(notes))


def _cited(notes: Notes) -> tuple[FootnoteRef, ...]:
    texts = {cell: (words,) if isinstance(words, str) else words for cell, words in notes.items()}
    return tuple(FootnoteRef(cell, text) for cell in CELLS for text in texts.get(cell, ()))


def owner(
    party: Party,
    *,
    director: bool = False,
    title: str | None = None,
    ten: bool = False,
    other: str | None = None,
    at: Address | None = None,
) -> Owner:
    """Return a reporting owner in the roles that one filing states; `at` is another address than the party's own."""
    roles = (director, title is not None, ten, other is not None)
    return Owner(party.cik, party.name, *roles, title, other, at or party.address)


def filing(
    accession: str,
    form: str,
    issuer: Issuer,
    who: Owner | Iterable[Owner],
    filed: str,
    rows: Iterable[Row] = (),
    *,
    signed: str | Iterable[str],
    signed_on: str | None = None,
    period: str | None = None,
    amends: str | None = None,
    plan: bool = False,
    left: bool = False,
    remarks: str | None = None,
    uncited: str | None = None,
    accepted: str | None = None,
) -> Filing:
    """Return a filing. A Form 4's period is its earliest transaction; `amends` is the day its original was filed."""
    owners = (who,) if isinstance(who, Owner) else tuple(who)
    numbered, footnotes = _numbered(tuple(rows), uncited)
    earliest = min((row.trade.date for row in numbered if row.trade and row.trade.date), default=None)
    hands = (signed,) if isinstance(signed, str) else tuple(signed)
    return Filing(
        source=Source.XML,
        origin=f"{accession}/ownership.xml",
        envelope=_envelope(accession, form, filed, accepted, _parties(issuer, owners)),
        form=Form[f"F{form.replace('/', '')}"],
        period_of_report=day(period) or earliest or date.fromisoformat(filed),
        issuer=issuer,
        owners=owners,
        rows=numbered,
        footnotes=footnotes,
        signatures=tuple(Signature(hand, day(signed_on or filed)) for hand in hands),
        remarks=remarks,
        original_filed_on=day(amends),
        **_boxes(form[0], filed, numbered, plan, left),
    )


def _envelope(
    accession: str, form: str, filed: str, accepted: str | None, parties: tuple[HeaderParty, ...]
) -> Envelope:
    at = datetime.fromisoformat(accepted) if accepted else None
    return Envelope(accession, Basis.PATH, form, day(filed), Basis.METADATA, at, parties)


def _parties(issuer: Issuer, owners: tuple[Owner, ...]) -> tuple[HeaderParty, ...]:
    known = [HeaderParty(each.cik or "", each.name, each.cik in INCORPORATED) for each in owners]
    return (*known, HeaderParty(issuer.cik or "", issuer.name, True))


def _boxes(family: str, filed: str, rows: tuple[Row, ...], plan: bool, left: bool) -> dict[str, Any]:
    """Return what the form's boxes say, and the version of the form that has them."""
    versions = VERSIONS["3" if family == "3" else "4"]
    version = versions[max(first for first in versions if first <= filed)]
    if family == "3":
        return {"schema_version": version, "no_securities_owned": not rows}
    boxes: dict[str, Any] = {"schema_version": version, "exit": left, "plan10b51": plan if version > "X0306" else None}
    if family == "5":
        boxes["form3_holdings_reported"] = any(row.form_type == "3" for row in rows)
        boxes["form4_transactions_reported"] = any(row.trade and row.form_type == "4" for row in rows)
    return boxes


def _numbered(rows: tuple[Row, ...], uncited: str | None) -> tuple[tuple[Row, ...], tuple[Footnote, ...]]:
    """Return the rows, Table I first, each with its place, and the footnotes, numbered as they are first cited."""
    rows = tuple(sorted(rows, key=lambda row: row.terms is not None))
    words = list(dict.fromkeys([*(ref.footnote for row in rows for ref in row.footnotes), *filter(None, [uncited])]))
    ids = {text: f"F{at}" for at, text in enumerate(words, 1)}
    places: dict[str, int] = {}
    numbered = []
    for row in rows:
        kind = row.row_id[:2]
        places[kind] = places.get(kind, 0) + 1
        refs = tuple(FootnoteRef(ref.cell, ids[ref.footnote]) for ref in row.footnotes)
        numbered.append(replace(row, place=places[kind], footnotes=refs))
    return tuple(numbered), tuple(Footnote(ids[text], text) for text in words)
