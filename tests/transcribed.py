"""Thirty real filings, told anew from their facts in `transcribed.json`: numbers, days and names as filed.

Footnotes and remarks are in our own words. Addresses are left out, and every signature is "/s/ Signed".
"""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode
from graphload.filing.values import (
    UNKNOWN,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)

DAYS = {"date", "deemed_date", "exercisable_on", "expires_on"}
NUMBERS = {"shares", "total_value", "price", "shares_after", "value_after", "exercise_price", "underlying_shares"}


def filings() -> list[Filing]:
    """Return the filings, the earliest first."""
    return [_filing(**each) for each in json.loads(Path(__file__).with_name("transcribed.json").read_text("utf-8"))]


def cells(filing: Filing) -> Filing:
    """Return what is transcribed of a filing: not its words, addresses and signatures."""
    return replace(
        filing,
        origin="",
        envelope=replace(UNKNOWN, accession=filing.envelope.accession),
        owners=tuple(replace(owner, address=None) for owner in filing.owners),
        footnotes=tuple(replace(note, text="") for note in filing.footnotes),
        signatures=(),
        remarks="" if filing.remarks else None,
    )


def _filing(
    form: str,
    period: str,
    version: str,
    issuer: list[str],
    owners: list[list[str]],
    accession: str | None = None,
    filed: str | None = None,
    rows: list[dict[str, Any]] | None = None,
    notes: dict[str, str] | None = None,
    **more: Any,
) -> Filing:
    known = Envelope(accession, Basis.PATH, form, _day(filed), Basis.METADATA) if accession else UNKNOWN
    return Filing(
        source=Source.XML,
        origin=f"{accession or 'unnumbered'}/ownership.xml",
        envelope=known,
        form=Form[f"F{form.replace('/', '')}"],
        period_of_report=date.fromisoformat(period),
        original_filed_on=_day(more.get("amends")),
        schema_version=version,
        issuer=Issuer(*issuer),
        owners=tuple(_owner(*each) for each in owners),
        rows=tuple(_row(**each) for each in rows or []),
        footnotes=tuple(Footnote(id, text) for id, text in (notes or {}).items()),
        signatures=(Signature("/s/ Signed", _day(period)),),
        remarks=more.get("remarks"),
        exit=more.get("exit"),
        no_securities_owned=more.get("none"),
        plan10b51=more.get("plan"),
        form3_holdings_reported=more.get("form3"),
        form4_transactions_reported=more.get("form4"),
    )


def _owner(cik: str, name: str, roles: str, said: str | None = None) -> Owner:
    director, officer, ten, other = (role in roles for role in "DOTX")
    return Owner(cik, name, director, officer, ten, other, said if officer else None, said if other else None, None)


def _row(id: str, title: str, notes: str = "", **said: Any) -> Row:
    values = {name: _value(name, value) for name, value in said.items()}
    refs = tuple(FootnoteRef(*each.split(":")) for each in notes.split())
    after = (values.get("shares_after"), values.get("value_after"))
    nature = said.get("nature")
    trade = _trade(values) if id[1] == "T" else None
    terms = _part(Terms, values) if id[0] == "D" else None
    return Row(int(id[2:]), title, said.get("form_type"), trade, terms, *after, nature is None, nature, refs)


def _trade(values: dict[str, Any]) -> Any:
    timeliness = {each.value: each for each in Timeliness}.get(values.get("timeliness", ""))
    marks = {"code": TransactionCode[values["code"]], "equity_swap": False, "timeliness": timeliness}
    return _part(Trade, values | marks)


def _part(kind: Any, values: dict[str, Any]) -> Any:
    return kind(**{name: values.get(name) for name in kind.__dataclass_fields__})


def _value(name: str, value: Any) -> Any:
    return _day(value) if name in DAYS else Decimal(value) if name in NUMBERS else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
