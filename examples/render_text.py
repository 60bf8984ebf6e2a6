"""A filing as people keep what they copied from EDGAR's page: as Markdown, or as plain text with aligned columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable

from examples.printing import DAY, NAMES, boxes, cited, day, heading, relationship, rows_of, said
from graphload.filing.values import Address, Filing, Owner, Row
from graphload.read.printed.columns import COLUMNS

# a column's label; behind the line, what the second line of the header says below it
LABELS = {
    "title": "1. Title of Security (Instr. 3)",
    "date": f"2. Transaction Date {DAY}",
    "deemed_date": f"2A. Deemed Execution Date, if any {DAY}",
    "code": "3. Transaction Code (Instr. 8)/Code",
    "timeliness": "/V",
    "amount": "4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)/Amount",
    "acquired": "/(A) or (D)",
    "price": "/Price",
    "exercise_price": "2. Conversion or Exercise Price of Derivative Security",
    "amount acquired": "5. Number of Derivative Securities/(A)",
    "amount disposed of": "/(D)",
    "exercisable_on": "6. Date Exercisable and Expiration Date/Date Exercisable",
    "expires_on": "/Expiration Date",
    "underlying_title": "7. Title and Amount of Securities Underlying Derivative Security/Title",
    "underlying": "/Amount or Number of Shares",
    "after": "5. Amount of Securities Beneficially Owned Following Reported Transaction(s)",
    "direct": "6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)",
    "nature": "7. Nature of Indirect Beneficial Ownership (Instr. 4)",
}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
OF_WORDS = {"title", "underlying_title", "nature"}
FOOTER = "** Signature of Reporting Person Date\n\nReminder: Report on a separate line for each class of securities."
Lines = Iterable[str]


def markdown(filing: Filing) -> bytes:
    """Return a filing as Markdown: each table a table, what was filed underlined."""
    first, *_ = owners = [_escaped_owner(owner) for owner in filing.owners]
    items = [
        _owner(owners[0], " "),
        *_items(filing, _escape),
        _relationship(first, '<input checked="" type="checkbox" /> '),
    ]
    head = ["|" + " | " * 3 + "|", "|---|---|---|", f"| {items[0]} | {items[1]} | {items[-1]} |"]
    rest = [f"| | {item} | |" for item in items[2:-1]]
    others = [f"| {_owner(owner, ' ')} |" for owner in owners] if len(owners) > 1 else []
    notes = [f"- {_escape(note.text)}" for note in filing.footnotes]
    parts = [
        *_above(filing, '<input checked="" type="checkbox" /> ', ""),
        "\n".join([*head, *rest]),
        *("\n".join([heading(filing, at), "", *_piped(filing, at)]) for at in (0, 1)),
        "\n".join([others[0], "|---|", *others[1:]]) if others else "",
        *_below(filing, notes, _escape),
    ]
    return ("\n\n" + "\n\n".join(filter(None, parts)) + "\n").encode()


def aligned(filing: Filing) -> bytes:
    """Return a filing as plain text: item below item, the tables in columns below runs of dashes."""
    items = [_owner(filing.owners[0], "\n    "), *_items(filing, str), _relationship(filing.owners[0], "[X] ", "[ ] ")]
    notes = ["\n    ".join(_fold(f"{at}. {note.text}", 100)) for at, note in enumerate(filing.footnotes, start=1)]
    parts = [
        *_above(filing, "[X] ", "[ ] "),
        *items,
        *("\n".join([heading(filing, at), "", *_ruled(filing, at)]) for at in (0, 1)),
        *([_owner(owner, "\n    ") for owner in filing.owners] if len(filing.owners) > 1 else []),
        *_below(filing, notes, str),
    ]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _escape(text: str | None) -> str:
    return re.sub(r"([\\|<>&*_$`~\[\]])", r"\\\1", text or "")


def _escaped_owner(owner: Owner) -> Owner:
    full = owner.address or Address()
    street1, street2, city, state, code = map(_escape, (full.street1, full.street2, full.city, full.state, full.zip))
    address = Address(street1, street2, city, state, code)
    return Owner(owner.cik, f"<u>{_escape(owner.name)}</u>", owner.director, owner.officer, owner.ten_percent_owner,
                 owner.other, _escape(owner.officer_title), _escape(owner.other_text), address)  # fmt: skip


def _above(filing: Filing, ticked: str, unticked: str) -> Lines:
    yield f"FORM {filing.form.value}"
    yield NAMES[filing.form.family][0]
    yield from ((ticked if on else unticked) + label for label, on in boxes(filing))


def _owner(owner: Owner, apart: str) -> str:
    address = owner.address or Address()
    streets = filter(None, (address.street1, address.street2))
    place = [part for part in (address.city, address.state, address.zip) if part]
    between = "  " if apart != " " and len(place) == 3 else " "
    name = ["1. Name and Address of Reporting Person*", owner.name, "(Last) (First) (Middle)"]
    return apart.join(filter(None, [*name, *streets, "(Street)", between.join(place), "(City) (State) (Zip)"]))


def _items(filing: Filing, escape: Callable[[str], str]) -> Lines:
    named = f"{filing.issuer.name or ''} [{filing.issuer.ticker}]"
    issuer, (two, four) = filing.issuer, ("3", "5") if filing.form.family == "3" else ("2", "4")
    yield f"{two}. Issuer Name and Ticker or Trading Symbol {escape(named)}"
    if issuer.foreign_ticker:
        yield f"{two}a. Foreign Trading Symbol {escape(issuer.foreign_ticker)}"
    yield f"{NAMES[filing.form.family][1]} {DAY} {day(filing.period_of_report)}"
    yield f"{four}. If Amendment, Date of Original Filed {DAY} {day(filing.original_filed_on)}"
    one, more = ("[X]", "[ ]") if len(filing.owners) == 1 else ("[ ]", "[X]")
    yield ("6. Individual or Joint/Group Filing (Check Applicable Line) "
           f"{one} Form filed by One Reporting Person {more} Form filed by More than One Reporting Person")  # fmt: skip


def _relationship(owner: Owner, ticked: str, unticked: str = "") -> str:
    shown = " ".join(f"{ticked if on else unticked}{label}" for label, on in relationship(owner).items())
    texts = " / ".join(filter(None, (owner.officer_title, owner.other_text)))
    return f"5. Relationship of Reporting Person(s) to Issuer (Check all applicable) {shown} {texts}"


def _below(filing: Filing, notes: list[str], escape: Callable[[str], str]) -> Lines:
    yield "Explanation of Responses:"
    yield "\n".join(notes)
    if filing.no_securities_owned:
        yield "No securities are beneficially owned."
    if filing.remarks:
        yield f"Remarks: {escape(filing.remarks)}"
    for signature in filing.signatures:
        yield f"{escape(signature.text or '')} {day(signature.date)}"
    yield FOOTER


def _piped(filing: Filing, at: int) -> Lines:
    columns = COLUMNS[filing.form.family][at]
    upper, lower = zip(*(_label(column, at) for column in columns), strict=True)
    yield f"| {' | '.join(upper)} |"
    yield "|" + "---|" * len(columns)
    if any(lower):
        yield f"| {' | '.join(lower)} |"
    for cells in _rows(filing, at, _escape):
        yield f"| {' | '.join(cells)} |"


def _ruled(filing: Filing, at: int) -> Lines:
    """Yield header, rule and rows; long words are wrapped, so empty lines stand between the rows."""
    columns = COLUMNS[filing.form.family][at]
    labels = [textwrap.wrap(" ".join(filter(None, _label(column, at))), 16) for column in columns]
    rows = [
        [_wrapped(column, cell) for column, cell in zip(columns, row, strict=True)] for row in _rows(filing, at, str)
    ]
    widths = [max(map(len, [line for cells in column for line in cells])) for column in zip(labels, *rows, strict=True)]
    yield from _lines([[""] * (max(map(len, labels)) - len(label)) + label for label in labels], widths)
    yield "  ".join("-" * width for width in widths)
    for row in rows:
        yield ""
        yield from _lines(row, widths)


def _wrapped(column: str, cell: str) -> list[str]:
    return _fold(cell, 24) if column in OF_WORDS else [cell]


def _fold(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _lines(cells: list[list[str]], widths: list[int]) -> Lines:
    for at in range(max(map(len, cells))):
        yield "  ".join(
            (cell[at] if at < len(cell) else "").ljust(width) for cell, width in zip(cells, widths, strict=True)
        ).rstrip()


def _label(column: str, at: int) -> tuple[str, str]:
    if at and column == "price":
        return "8. Price of Derivative Security (Instr. 5)", ""
    upper, _, lower = LABELS[column].partition("/") if "/Day/" not in LABELS[column] else (LABELS[column], "", "")
    return upper, lower


def _rows(filing: Filing, at: int, escape: Callable[[str], str]) -> Iterable[list[str]]:
    numbers = {note.id: str(place).translate(RAISED) for place, note in enumerate(filing.footnotes, start=1)}
    for row in rows_of(filing, at):
        yield [_cell(row, column, filing.form.family, escape, numbers) for column in COLUMNS[filing.form.family][at]]


def _cell(row: Row, column: str, family: str, escape: Callable[[str], str], numbers: dict[str, str]) -> str:
    marks = "".join(f"⁽{numbers[note]}⁾" for note in cited(row, column))
    return f"{escape(''.join(said(row, column, family)))} {marks}".strip()
