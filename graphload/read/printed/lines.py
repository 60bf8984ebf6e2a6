"""The rows of the printed Tables I and II, whose columns are those of the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from graphload.filing.codes import Timeliness, TransactionCode
from graphload.filing.values import FootnoteRef, Row, Terms, Trade
from graphload.read.cells import ParseError, code, flag, number, text
from graphload.read.elements import CELLS
from graphload.read.printed.columns import AMOUNTS, BLANK, COLUMNS, Cell

T = TypeVar("T")

_OF_TRADES = ("deemed_date", "timeliness", "amount", "acquired", "price", "amount acquired", "amount disposed of")
_ORDER = {field: place for place, (_, field, _) in enumerate(CELLS.values())}
# EDGAR's stylesheets leave a time zone behind the day
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:Z|[+-]\d\d:\d\d)?/(\d{4})", re.ASCII)
_CODE = re.compile(r"([A-Z])([45]?)(/K)?([45]?)")
_MARK = re.compile(r"[1-9]\d?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row: where it stands, the number of its form, and its cells by column."""

    place: str
    family: str
    cells: dict[str, Cell]

    def read(self, column: str, reader: Callable[[str | None], T]) -> T:
        """Return a cell's value; raise ParseError, with the place, where it has none that the form allows."""
        words = self.cells.get(column, BLANK).text
        try:
            return reader(words)
        except ValueError as error:
            raise ParseError(str(error), element=f"{self.place}: {column}", value=words) from None

    def has(self, *columns: str) -> bool:
        """Tell whether one of the cells has words or a mark."""
        return any(cell.text or cell.marks for name, cell in self.cells.items() if name in columns)


def rows(table1: Iterable[tuple[Cell, ...]], table2: Iterable[tuple[Cell, ...]], family: str) -> tuple[Row, ...]:
    """Return the rows of both tables, each counted among its kind; a line with nothing on it is none."""
    places: dict[tuple[bool, bool], int] = {}
    found = []
    for columns, numeral, table in zip(COLUMNS[family], ("I", "II"), (table1, table2), strict=True):
        for at, cells in enumerate(table, start=1):
            if not any(cell.text or cell.marks for cell in cells):
                continue
            line = _line(f"Table {numeral}, row {at}", family, columns, cells)
            kind = (numeral == "II", _is_trade(line))
            places[kind] = places.get(kind, 0) + 1
            found.append(_row(line, places[kind], *kind))
    return tuple(found)


def day(words: str | None) -> date | None:
    """Return the date of MM/DD/YYYY."""
    if not words or not (words := words.strip()):
        return None
    if (match := _DAY.fullmatch(words)) is None:
        raise ValueError("not a date MM/DD/YYYY")
    try:
        return date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        raise ValueError("not a date of the calendar") from None


def _line(place: str, family: str, columns: tuple[str, ...], cells: tuple[Cell, ...]) -> PrintedRow:
    if len(cells) != len(columns):
        raise ParseError(
            f"{len(cells)} cells, not {len(columns)}", element=place, value=" | ".join(c.text for c in cells)
        )
    return PrintedRow(place, family, dict(zip(columns, cells, strict=True)))


def _is_trade(line: PrintedRow) -> bool:
    """A transaction has a date or a code; `3` is Form 5's mark of a holding that a Form 3 should have had."""
    code_words = line.cells.get("code", BLANK).text.strip()
    if line.has("date") or (code_words and (code_words != "3" or line.family != "5")):
        return True
    if line.has(*_OF_TRADES):
        raise ParseError("a transaction without date and code, or a holding with an amount", element=line.place)
    return False


def _row(line: PrintedRow, place: int, derivative: bool, trade: bool) -> Row:
    title = line.read("title", text)
    if title is None:
        raise ParseError("missing", element=f"{line.place}: title")
    shares_after, value_after = _amount(line, "after")
    return Row(
        place,
        title,
        _coding(line)[1] if trade else line.read("code", text),
        _trade(line) if trade else None,
        _terms(line) if derivative else None,
        shares_after,
        value_after,
        line.read("direct", flag("D", "I")),
        line.read("nature", text),
        _footnotes(line),
    )


def _trade(line: PrintedRow) -> Trade:
    letter, _, swap, timeliness = _coding(line)
    acquired, amount = _side(line)
    shares, total_value = _amount(line, amount)
    return Trade(
        date=line.read("date", day),
        deemed_date=line.read("deemed_date", day),
        code=letter,
        equity_swap=swap,
        timeliness=timeliness,
        acquired=acquired,
        shares=shares,
        total_value=total_value,
        price=line.read("price", _number),
    )


def _coding(line: PrintedRow) -> tuple[TransactionCode | None, str | None, bool | None, Timeliness | None]:
    """Return code, form type, equity swap and timeliness from a code such as `S/K` or `P4`, and from column V."""
    match = line.read("code", _marked)
    if match is None:
        return None, None, None, _early(line)
    letter, before, swap, after = match.groups(default="")
    late = before or after
    if (before and after) or (late and line.family != "5"):
        raise ParseError("not a mark of this form", element=f"{line.place}: code", value=match[0])
    timeliness = Timeliness.LATE if late else _early(line)
    form_type = late or ("5" if timeliness else line.family)
    return line.read("code", lambda _: code(TransactionCode)(letter)), form_type, bool(swap), timeliness


def _marked(words: str | None) -> re.Match[str] | None:
    if not (joined := "".join((words or "").split())):
        return None
    if (match := _CODE.fullmatch(joined)) is None:
        raise ValueError("not a transaction code")
    return match


def _early(line: PrintedRow) -> Timeliness | None:
    return Timeliness.EARLY if line.read("timeliness", flag("V", "")) else None


def _side(line: PrintedRow) -> tuple[bool | None, str]:
    """Return whether a transaction acquired, and the column of its amount: Table II has one column for each."""
    if "amount" in line.cells:
        return line.read("acquired", flag("A", "D")), "amount"
    acquired, disposed = line.has("amount acquired"), line.has("amount disposed of")
    if acquired and disposed:
        raise ParseError("both acquired and disposed of", element=line.place)
    return (acquired if acquired or disposed else None), f"amount {'acquired' if acquired else 'disposed of'}"


def _amount(line: PrintedRow, column: str) -> tuple[Decimal | None, Decimal | None]:
    """Return shares and dollars, of which a cell holds one."""
    value = line.read(column, _number)
    return (None, value) if "$" in line.cells.get(column, BLANK).text else (value, None)


def _number(words: str | None) -> Decimal | None:
    said = (words or "").strip()
    return number(said.removeprefix("$") or said)


def _terms(line: PrintedRow) -> Terms:
    shares, value = _amount(line, "underlying")
    return Terms(
        exercise_price=line.read("exercise_price", _number),
        exercisable_on=line.read("exercisable_on", day),
        expires_on=line.read("expires_on", day),
        underlying_title=line.read("underlying_title", text),
        underlying_shares=shares,
        underlying_value=value,
    )


def _footnotes(line: PrintedRow) -> tuple[FootnoteRef, ...]:
    """Return the marks in the order of the XML, which is not that of the columns."""
    refs = []
    for column, cell in line.cells.items():
        field = AMOUNTS[column]["$" in cell.text] if column in AMOUNTS else column
        for mark in cell.marks:
            if _MARK.fullmatch(mark) is None:
                raise ParseError("not the number of a footnote", element=f"{line.place}: {column}", value=mark)
            refs.append(FootnoteRef(field, f"F{mark}"))
    return tuple(sorted(refs, key=lambda ref: _ORDER[ref.cell]))
