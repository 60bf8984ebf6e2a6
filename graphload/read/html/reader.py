"""EDGAR's HTML rendering of Forms 3, 4 and 5, the `xslF345X0N` pages that people save from a browser.

What such a page cannot say is listed in graphload/read/printed/form.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from graphload.filing.codes import Source
from graphload.filing.values import Envelope
from graphload.read.cells import ParseError
from graphload.read.html.page import Page, cik, rows, ticked, words
from graphload.read.html.page import read as read_cell
from graphload.read.printed.form import Cell, Printed, PrintedOwner, filing, titles
from graphload.read.scan import Reading, repaired

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_FORM = re.compile(r"FORM ([345])(/A)?", re.IGNORECASE)
_PERIOD = {
    "3": "Date of Event Requiring Statement",
    "4": "Date of Earliest Transaction",
    "5": "Statement for Issuer's Fiscal Year Ended",
}
_TICKER = re.compile(r" ?\[ ?(.*?) ?\]")
_NOTE = re.compile(r"(\d{1,2})\.\s*(.*)", re.DOTALL)
_NONE = re.compile(r"No securities are beneficially owned\.?", re.IGNORECASE)


def recognises(content: bytes) -> bool:
    """Tell whether the bytes begin as HTML does."""
    return _HTML.match(content[:2000]) is not None


def read(content: bytes, origin: str, envelope: Envelope) -> Reading:
    """Return the filing that a page states, and what of the page was not read."""
    page = Page(content)
    return repaired(filing(_printed(page), Source.HTML, origin, envelope), page.unread(), page.repairs)


def _printed(page: Page) -> Printed:
    number, amended = _form(page)
    original = page.need("If Amendment, Date of Original Filed")[1]
    issuer, ticker = _issuer(page)
    foreign = page.find("Foreign Trading Symbol")
    notes, remarks, none = _explanation(page)
    return Printed(
        form=f"{number}/A" if amended or original else number,
        period=Cell(page.need(_PERIOD[number])[1]),
        original=original,
        exit=page.box("Check this box if no longer subject to Section 16", number != "3"),
        plan10b51=page.box("Check this box to indicate that a transaction was made pursuant to a contract"),
        form3_holdings=page.box("Form 3 Holdings Reported", number == "5"),
        form4_transactions=page.box("Form 4 Transactions Reported", number == "5"),
        issuer_name=issuer,
        issuer_cik=cik(page.need("Issuer Name")[0]),
        ticker=ticker,
        foreign_ticker=foreign[1] if foreign else None,
        owners=_owners(page),
        table1=_rows(page, "Table I -"),
        table2=_rows(page, "Table II -"),
        footnotes=notes,
        remarks=remarks,
        no_securities=none,
        signatures=_signatures(page),
    )


def _form(page: Page) -> tuple[str, bool]:
    """Return the form's number and whether the page says that it amends."""
    named = page.whole(_FORM)
    if len({match[1] for match in named}) != 1:
        raise ParseError("not EDGAR's rendering of a Form 3, 4 or 5", value=page.title or None)
    entitled = _FORM.search(page.title)
    return named[0][1], any(match and match[2] for match in (*named, entitled))


def _issuer(page: Page) -> tuple[str, str | None]:
    """Return name and ticker of `NAME [ TICKER ]`; where the name is a link, brackets in it do no harm."""
    cell, said = page.need("Issuer Name and Ticker or Trading Symbol")
    link = cell.find(".//a")
    name = words(link) if link is not None else said.rpartition("[")[0].strip()
    if (match := _TICKER.fullmatch(said.removeprefix(name))) is None:
        raise ParseError("not a name and a ticker in brackets", line=cell.sourceline, value=said)
    return name, match[1]


def _owners(page: Page) -> tuple[PrintedOwner, ...]:
    """Return the owners; a joint filing's page prints them all again after the tables, the first with them."""
    blocks = [cell for cell, _ in page.find_all("Name and Address of Reporting Person")]
    if not blocks:
        raise ParseError("missing", element="Name and Address of Reporting Person")
    first, *others = (_name_and_address(page, block) for block in blocks)
    if first in others:
        others.remove(first)
    if len({(owner.cik, owner.name) for owner in (first, *others)}) < 1 + len(others):
        raise ParseError("a reporting person who stands twice", line=blocks[0].sourceline)
    if len({cik(cell) is None for cell in (*blocks, page.need("Issuer Name")[0])}) > 1:
        raise ParseError("links to some parties and not to others", line=blocks[0].sourceline)
    joint, said = page.need("Individual or Joint/Group Filing")
    ticks = {words(line[1]): ticked(line[0]) for line in rows(joint) if len(line) == 2}
    if ticks.get(f"Form filed by {'One' if others else 'More than One'} Reporting Person"):
        raise ParseError("the owners on the page are not those of the box", line=joint.sourceline, value=said)
    return (replace(first, **_relationship(page)), *others)


def _name_and_address(page: Page, block: Any) -> PrintedOwner:
    """Return name, CIK and address: each stands in the rows before its labels, `(Last)`, `(Street)` and `(City)`."""
    found = rows(block)
    lines = [[words(cell) for cell in line] for line in found]
    last = next((at for at, line in enumerate(lines) if line[:1] == ["(Last)"]), 0)
    city = next((at for at, line in enumerate(lines) if line[:1] == ["(City)"]), 0)
    if last != 1 or city < 3 or len(lines[city]) != len(lines[city - 1]) or city - last > 4:
        raise ParseError("not laid out as EDGAR does", line=block.sourceline, element="reporting person")
    page.leave(cell for line in found[city + 1 :] for cell in line)
    street1, street2 = [*(" ".join(filter(None, line)) for line in lines[last + 1 : city - 1]), None, None][:2]
    places = dict(zip(lines[city], lines[city - 1], strict=True))
    return PrintedOwner(
        name=" ".join(filter(None, lines[0])),
        cik=cik(block),
        street1=street1,
        street2=street2,
        city=places.get("(City)"),
        state=places.get("(State)"),
        zip=places.get("(Zip)"),
    )


_BOXES = {
    "Director": "director",
    "10% Owner": "ten_percent_owner",
    "Officer (give title below)": "officer",
    "Other (specify below)": "other",
}


def _relationship(page: Page) -> dict[str, Any]:
    """Return the boxes of the relationship, each before its label, and the texts in the row below."""
    item, _ = page.need("Relationship of Reporting Person(s) to Issuer")
    found: dict[str, Any] = {}
    below: list[list[Any]] = []
    for line in rows(item):
        if len(found) == len(_BOXES):
            below.append(line)
        else:
            named = ((_BOXES.get(words(label)), box) for box, label in pairwise(line))
            found |= {name: ticked(box) for name, box in named if name}
    if len(found) != len(_BOXES) or len(below) > 1 or any(len(line) % 4 for line in rows(item)[:2]):
        raise ParseError("not laid out as EDGAR does", line=item.sourceline, element="relationship")
    found["officer_title"], found["other_text"] = _texts(below[0] if below else [], found["officer"], found["other"])
    return found


def _texts(below: list[Any], officer: bool, other: bool) -> tuple[str | None, str | None]:
    """Return the officer's title and the other text: a cell for each, or one cell with a span for each."""
    parts = [*map(words, below[1::2] if len(below) == 4 else (span for cell in below for span in cell.iter("span")))]
    whole = " ".join(filter(None, map(words, below)))
    if len(parts) == 2 and whole in (between.join(filter(None, parts)) for between in (" ", " / ")):
        return parts[0] or None, parts[1] or None
    if found := titles(whole, officer, other):
        return found
    raise ParseError("a title and a text that cannot be told apart", element="relationship", value=whole)


def _rows(page: Page, heading: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(map(read_cell, line)) for line in page.table(heading))


def _explanation(page: Page) -> tuple[tuple[tuple[str, str], ...], str | None, bool | None]:
    """Return footnotes, remarks and whether the page says that no securities are owned."""
    notes: list[tuple[str, str]] = []
    remarks: list[str] | None = None
    none = None
    for line in page.table("Explanation of Responses"):
        said = " ".join(map(words, line))
        if remarks is not None:
            remarks.append(said)
        elif said == "Remarks:":
            remarks = []
        elif _NONE.fullmatch(said):
            none = True
        elif match := _NOTE.fullmatch(said):
            notes.append((match[1], match[2]))
        elif said:
            raise ParseError("neither a numbered footnote nor remarks", line=line[0].sourceline, value=said)
    return tuple(notes), " ".join(remarks or ()) or None, none


def _signatures(page: Page) -> tuple[tuple[str, str], ...]:
    """Return the lines of blank, name and date; the notes below them are a cell each."""
    lines = [[words(cell) for cell in line] for line in page.table("** Signature of Reporting Person")]
    if any(len(line) not in (1, 3) or (len(line) == 3 and bool(line[1]) is not bool(line[2])) for line in lines):
        raise ParseError("not laid out as EDGAR does", element="signatures")
    return tuple((line[1], line[2]) for line in lines if len(line) == 3 and any(line[1:]))
