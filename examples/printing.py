"""What the printed form says, which EDGAR's page and its text write each in their way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from graphload.filing.codes import Timeliness
from graphload.filing.values import Filing, Owner, Row
from graphload.read.printed.columns import AMOUNTS

DAY = "(Month/Day/Year)"
NAMES = {
    "3": ("INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", "2. Date of Event Requiring Statement"),
    "4": ("STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "3. Date of Earliest Transaction"),
    "5": ("ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "3. Statement for Issuer's Fiscal Year Ended"),
}
BOXES = {
    "exit": "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See "
    "Instruction 1(b).",
    "plan10b51": "Check this box to indicate that a transaction was made pursuant to a contract, instruction or "
    "written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the "
    "affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
    "form3_holdings_reported": "Form 3 Holdings Reported.",
    "form4_transactions_reported": "Form 4 Transactions Reported.",
}
ON_FORM = {"3": (), "4": ("exit",), "5": ("exit", "form3_holdings_reported", "form4_transactions_reported")}
TITLES = {
    "3": (
        "Table I - Non-Derivative Securities Beneficially Owned",
        "Table II - Derivative Securities Beneficially Owned",
    ),
    "4": (
        "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
        "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    ),
}
LETTERS = {"acquired": "DA", "direct": "ID"}
DOLLARS = {"price", "exercise_price", *(dollars for _, dollars in AMOUNTS.values())}


def boxes(filing: Filing) -> Iterator[tuple[str, bool]]:
    """Yield the label of each box above the items, and whether it is ticked."""
    for name, label in BOXES.items():
        if name in ON_FORM[filing.form.family] or (name == "plan10b51" and filing.plan10b51 is not None):
            yield label, bool(getattr(filing, name))


def relationship(owner: Owner) -> dict[str, bool | None]:
    """Return the labels of item 5's boxes, and whether they are ticked."""
    return {
        "Director": owner.director,
        "10% Owner": owner.ten_percent_owner,
        "Officer (give title below)": owner.officer,
        "Other (specify below)": owner.other,
    }


def heading(filing: Filing, at: int) -> str:
    """Return the heading of a table."""
    return TITLES.get(filing.form.family, TITLES["4"])[at]


def rows_of(filing: Filing, at: int) -> list[Row]:
    """Return the rows of Table I, which is 0, or II, which is 1."""
    return [row for row in filing.rows if bool(row.terms) == bool(at)]


def cited(row: Row, column: str) -> list[str]:
    """Return the footnotes that a cell cites."""
    return [ref.footnote for ref in row.footnotes if ref.cell in _fields(row, column)]


def said(row: Row, column: str, family: str) -> tuple[str, str]:
    """Return the dollar sign of a cell, if it has one, and its words or its number."""
    if column == "code":
        return "", _code(row, family) or ""
    if column == "timeliness":
        return "", "V" if row.form_type == "5" else ""
    for field in _fields(row, column):
        if (value := _value(row, field)) is not None:
            return "$" if field in DOLLARS else "", _words(field, value)
    return "", ""


def _fields(row: Row, column: str) -> tuple[str, ...]:
    """Return the fields that a column shows; none where an amount is in the other of two columns."""
    if " " in column and (row.trade is None or row.trade.acquired is not column.endswith("acquired")):
        return ()
    return AMOUNTS.get(column, (column,))


def _value(row: Row, field: str) -> date | Decimal | bool | str | None:
    """Return what a field of a row holds, in whichever of its parts the field is."""
    return next((getattr(part, field) for part in (row, row.trade, row.terms) if hasattr(part, field)), None)


def _words(field: str, value: date | Decimal | bool | str) -> str:
    if field in LETTERS:
        return LETTERS[field][bool(value)]
    if isinstance(value, date):
        return day(value)
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def _code(row: Row, family: str) -> str | None:
    """Return code and marks: /K for a swap, on Form 5 a 4 or 5 for what is late, a 3 for a holding that is."""
    if row.trade is None:
        return row.form_type if family == "5" else None
    late = family == "5" and (row.form_type == "4" or row.trade.timeliness is Timeliness.LATE)
    code = row.trade.code and f"{row.trade.code.value}{row.form_type or '' if late else ''}"
    return f"{code}/K" if code and row.trade.equity_swap else code


def day(value: date | None) -> str:
    """Return a day as the form has it."""
    return f"{value:%m/%d}/{value.year:04}" if value else ""
