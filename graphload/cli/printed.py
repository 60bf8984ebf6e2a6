"""One filing as text, laid out like the printed form, or as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from graphload.cli import layout
from graphload.filing.values import Filing, Owner, Row
from graphload.formats import json_text
from graphload.visible import visible, visible_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

ROLES = {"director": "director", "officer": "officer", "ten_percent_owner": "10% owner", "other": "other"}
BOXES = {
    "no_securities_owned": "no securities are owned",
    "exit": "no longer subject to Section 16",
    "form3_holdings_reported": "holdings of Form 3 are reported",
    "form4_transactions_reported": "transactions of Form 4 are reported",
    "plan10b51": "Rule 10b5-1(c) plan",
}
# heading: the fields that may fill the column, in the order of the form; a column that nothing fills is left out
COLUMNS = {
    "Title": ["title"],
    "Exercise price": ["exercise_price"],
    "Date": ["date"],
    "Deemed": ["deemed_date"],
    "Form": ["form_type"],
    "Code": ["code"],
    "Swap": ["equity_swap"],
    "Timely": ["timeliness"],
    "A/D": ["acquired"],
    "Shares": ["shares", "total_value"],
    "Exercisable": ["exercisable_on"],
    "Expires": ["expires_on"],
    "Underlying": ["underlying_title"],
    "Amount": ["underlying_shares", "underlying_value"],
    "Price": ["price"],
    "Owned after": ["shares_after", "value_after"],
    "D/I": ["direct"],
    "Nature": ["nature"],
}
_ACCESSION = 20  # characters of an accession number, which does not fold
# what stands for no and for yes
LETTERS = {"acquired": ("D", "A"), "direct": ("I", "D"), "equity_swap": ("", "K")}
NUMBERS = {"Shares", "Price", "Owned after", "Exercise price", "Amount"}


def as_json(filing: Filing) -> str:
    """Return a filing as JSON. A decimal is a number if that is exact, else a string."""
    return json_text(dataclasses.asdict(filing), default=_json, indent=2)


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        number = int(value) if value == value.to_integral_value() else float(value)
        return number if Decimal(str(number)) == value else str(value)
    return value.isoformat()


def printed(filing: Filing, width: int) -> Iterator[RenderableType]:
    """Yield the parts of a printed filing, from top to bottom. A table may be wider, for no date folds."""
    yield f"Form {filing.form.value} · {filing.form.meaning}"
    yield _pairs([*_head(filing), *_parties(filing)])
    for heading, derivative in (("Table I · Non-derivative", False), ("Table II · Derivative", True)):
        if rows := [row for row in filing.rows if (row.terms is not None) == derivative]:
            yield f"\n{heading} securities"
            yield _table(rows, width)
    if filing.footnotes:
        yield "\nFootnotes"
        yield _pairs([(note.id, note.text) for note in filing.footnotes])
    if filing.remarks:
        yield f"\nRemarks\n{visible_lines(filing.remarks)}"
    yield "\nSignatures"
    yield _pairs([(_text(each.date), each.text or "") for each in filing.signatures])


def _head(filing: Filing) -> Iterator[tuple[str, str]]:
    envelope = filing.envelope
    yield "Accession", _based(envelope.accession, envelope.accession_basis)
    yield "Filed", _based(envelope.filed_on, envelope.filed_on_basis)
    if envelope.accepted_at:
        yield "Accepted", envelope.accepted_at.isoformat(" ")
    yield "Period", filing.period_of_report.isoformat()
    if filing.original_filed_on:
        yield "Amends", f"a filing of {filing.original_filed_on}"
    ticks = {words: getattr(filing, field) for field, words in BOXES.items()}
    boxes = [f"{words}: {'yes' if ticked else 'no'}" for words, ticked in ticks.items() if ticked is not None]
    yield "Boxes", "; ".join(boxes)


def _based(fact: Any, basis: Any) -> str:
    return "not known" if fact is None else f"{fact} ({basis.meaning})"


def _parties(filing: Filing) -> Iterator[tuple[str, str]]:
    issuer = filing.issuer
    symbols = "".join(f" [{symbol}]" for symbol in (issuer.ticker, issuer.foreign_ticker) if symbol)
    yield "Issuer", f"{issuer.name or ''}{symbols}{_cik(issuer.cik)}"
    for owner in filing.owners:
        yield "Owner", f"{owner.name or ''}{_cik(owner.cik)}"
        yield "", ", ".join(_roles(owner)) or _unrelated(owner)
        if owner.address:
            yield "", ", ".join(line for line in dataclasses.astuple(owner.address) if isinstance(line, str))


def _cik(cik: str | None) -> str:
    return f", CIK {cik}" if cik else ", CIK not known"


def _unrelated(owner: Owner) -> str:
    known = any(getattr(owner, field) is not None for field in ROLES)
    return "no relationship is stated" if known else "relationship not known"


def _roles(owner: Owner) -> Iterator[str]:
    for field, words in ROLES.items():
        if getattr(owner, field):
            said = {"officer": owner.officer_title, "other": owner.other_text}.get(field)
            yield f"{words} ({said})" if said else words


def _pairs(pairs: list[tuple[str, str]]) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", min_width=_ACCESSION)
    for pair in pairs:
        table.add_row(*map(visible, pair))
    return table


def _table(rows: list[Row], width: int) -> RenderableType:
    from rich.table import Table

    held = {"Row": [row.row_id for row in rows]}
    held |= {heading: [visible(_cell(row, fields)) for row in rows] for heading, fields in COLUMNS.items()}
    shown = {heading: column for heading, column in held.items() if any(column)}
    lines = [*zip(*shown.values(), strict=True)]
    made = layout.chosen([*shown], lines, width)
    table = Table(box=None, padding=(0, layout.GAP, 0, 0), pad_edge=False, width=made.width)
    for at, heading in enumerate(shown):
        table.add_column(
            heading, justify="right" if heading in NUMBERS else "left", width=made.widths[at], overflow="fold"
        )
    for line in lines:
        table.add_row(*line)
    return table


def _cell(row: Row, fields: list[str]) -> str:
    """Return what a column holds: the value, with `$` where it stands for shares, and the footnotes that it cites."""
    words = []
    for field in fields:
        value = next((getattr(part, field) for part in (row, row.trade, row.terms) if hasattr(part, field)), None)
        if value is not None:
            dollars = "$" if field in ("total_value", "value_after", "underlying_value") else ""
            words.append(dollars + (LETTERS[field][value] if field in LETTERS else _text(value)))
        words += [f"({ref.footnote})" for ref in row.footnotes if ref.cell == field]
    return " ".join(filter(None, words))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, date) else getattr(value, "value", str(value))
