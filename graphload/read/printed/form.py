"""The printed form: what its words, marks and boxes mean, wherever it was printed.

What a page cannot say, against the ownership XML that it was printed from, and what is read instead:

* the schema's version, an address's country, non-US parts and description of the state: None;
* the boxes and titles of a joint filing's other owners, since item 5 is printed once, of the first owner: None;
* whether a box that is not ticked was left out of the XML or false there: False where the form prints the box; so too
  an equity swap without /K;
* form type and timeliness, but for their marks: V beside a code of Form 4 is form type 5 and early, 4 or 5 beside a
  code of Form 5 is that form type and late, 3 in place of a code is a holding for Form 3; without a mark a transaction
  is on time and, if it has a code, of the form's own type;
* whether a footnote in place of an amount stands for shares or for dollars: shares; and in Table II, without an amount,
  whether securities were acquired or disposed of: None;
* a footnote on a timeliness where the form has no column V, a signature without words, an address without a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from graphload.filing.codes import Form, Source
from graphload.filing.values import Address, Envelope, Filing, Footnote, Issuer, Owner, Row, Signature
from graphload.read.cells import ParseError, cik, code, text
from graphload.read.printed.columns import BLANK, COLUMNS, Cell
from graphload.read.printed.lines import day, rows

__all__ = ["BLANK", "COLUMNS", "Cell", "Printed", "PrintedOwner", "filing", "titles"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PrintedOwner:
    """A reporting owner as item 1 prints name and address; the first with the boxes of the relationship."""

    name: str | None
    cik: str | None = None
    street1: str | None = None
    street2: str | None = None
    city: str | None = None
    state: str | None = None
    zip: str | None = None
    director: bool | None = None
    officer: bool | None = None
    ten_percent_owner: bool | None = None
    other: bool | None = None
    officer_title: str | None = None
    other_text: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A page's words by the items of the form, not yet read; None where the page has no such place.

    `form` is the form's number, with `/A` for an amendment; `table1` and `table2` have the cells of COLUMNS;
    `footnotes` are number and text, `signatures` text and date.
    """

    form: str
    period: Cell
    issuer_name: str | None
    owners: tuple[PrintedOwner, ...]
    original: str | None = None
    exit: bool | None = None
    plan10b51: bool | None = None
    no_securities: bool | None = None
    issuer_cik: str | None = None
    ticker: str | None = None
    foreign_ticker: str | None = None
    table1: tuple[tuple[Cell, ...], ...] = ()
    table2: tuple[tuple[Cell, ...], ...] = ()
    footnotes: tuple[tuple[str, str], ...] = ()
    remarks: str | None = None
    signatures: tuple[tuple[str, str], ...] = ()
    form3_holdings: bool | None = None
    form4_transactions: bool | None = None


def filing(printed: Printed, source: Source, origin: str, envelope: Envelope) -> Filing:
    """Return the filing that a page states; raise ParseError where that is not certain."""
    form = _read("form", printed.form, code(Form))
    period = _read("date of the event or of the earliest transaction", printed.period.text, day)
    if form is None or period is None or not printed.owners:
        missing = "form" if form is None else "reporting owner" if period else "date of the event or transaction"
        raise ParseError("missing", element=missing)
    lines = rows(printed.table1, printed.table2, form.family)
    return Filing(
        source=source,
        origin=origin,
        envelope=envelope,
        form=form,
        period_of_report=period,
        issuer=_issuer(printed),
        owners=tuple(map(_owner, printed.owners)),
        rows=lines,
        footnotes=_footnotes(printed, lines),
        signatures=tuple(_signature(*each) for each in printed.signatures),
        remarks=text(printed.remarks),
        original_filed_on=_read("date of original filed", printed.original, day),
        no_securities_owned=_none_owned(printed, lines) if form.family == "3" else None,
        exit=printed.exit if form.family != "3" else None,
        form3_holdings_reported=printed.form3_holdings,
        form4_transactions_reported=printed.form4_transactions,
        plan10b51=printed.plan10b51,
    )


def _footnotes(printed: Printed, lines: tuple[Row, ...]) -> tuple[Footnote, ...]:
    notes = {f"F{each}": text(words) or "" for each, words in printed.footnotes}
    if len(notes) < len(printed.footnotes):
        raise ParseError("two footnotes with one number", element="footnotes")
    if lost := [ref for row in lines for ref in row.footnotes if ref.footnote not in notes]:
        raise ParseError(f"there is no footnote {lost[0].footnote}", element=lost[0].cell)
    return tuple(Footnote(id, words) for id, words in notes.items())


def _none_owned(printed: Printed, lines: tuple[Row, ...]) -> bool | None:
    return printed.no_securities or (False if lines else None)


def titles(words: str | None, officer: bool, other: bool) -> tuple[str | None, str | None] | None:
    """Return officer's title and other text from the one line below the boxes; None where it may hold both."""
    if not (whole := text(words)):
        return None, None
    if officer and other:
        return None
    if not officer and not other:
        raise ParseError("words without the box Officer or Other", element="relationship", value=whole)
    return (whole, None) if officer else (None, whole)


def _read(item: str, words: str | None, reader: Callable[[str | None], T]) -> T:
    try:
        return reader(words)
    except ValueError as error:
        raise ParseError(str(error), element=item, value=words) from None


def _issuer(printed: Printed) -> Issuer:
    name = text(printed.issuer_name)
    number = _read("issuer", printed.issuer_cik, cik)
    if name is None and number is None:
        raise ParseError("missing", element="issuer name")
    return Issuer(number, name, text(printed.ticker), text(printed.foreign_ticker))


def _owner(owner: PrintedOwner) -> Owner:
    name, number = text(owner.name), _read("reporting person", owner.cik, cik)
    if name is None and number is None:
        raise ParseError("missing", element="name of reporting person")
    return Owner(
        number,
        name,
        owner.director,
        owner.officer,
        owner.ten_percent_owner,
        owner.other,
        text(owner.officer_title),
        text(owner.other_text),
        _address(owner),
    )


def _address(owner: PrintedOwner) -> Address | None:
    street1, street2, city, state, zip = map(text, (owner.street1, owner.street2, owner.city, owner.state, owner.zip))
    given = any((street1, street2, city, state, zip))
    return Address(street1, street2, city, state, zip) if given else None


def _signature(words: str, when: str) -> Signature:
    return Signature(text(words), _read("date of signature", when, day))
