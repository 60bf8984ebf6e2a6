"""Forms 3, 4 and 5 as plain text or Markdown, as people keep what they copied from EDGAR's pages.

Besides what no printed form says (graphload/read/printed/form.py), a text does not say:

* a CIK, unless the names are links: without, parties are known by their names;
* where a street parts into its two lines, when both stand on one: behind the issuer's name if that begins them, else
  they are read as one line;
* what is city, state and zip where that can be told in no way, or in two: left out, and reported;
* where the officer's title ends and the text of Other begins, if both are ticked: left out, and reported; words below
  one ticked box are read as that box's;
* the numbers of the footnotes: they are counted.

A text is typed, copied and cut, so what every filing that EDGAR takes has is asked of it, lest a loss go unseen: both
tables, a ticked box, all cells of a row but the optional ones, a cell for each footnote, a signature with its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graphload.filing.codes import Source
from graphload.filing.values import Envelope, Filing, Row
from graphload.read import windows
from graphload.read.cells import ParseError
from graphload.read.printed.columns import AMOUNTS, COLUMNS, Cell
from graphload.read.printed.form import Printed, PrintedOwner, filing
from graphload.read.scan import Reading, Unread, repaired
from graphload.read.text import boxes
from graphload.read.text.citations import cited
from graphload.read.text.closing import footnotes, paragraphs, remarks, signatures
from graphload.read.text.grid import GridRow, grid
from graphload.read.text.markup import prepared, unlinked, words
from graphload.read.text.parts import Parts, form_of, parts
from graphload.read.text.parts import boxes as boxes_above

_BEGINNING, _LARGEST = 16_384, 5_000_000
_TABLES = ("Table I", "Table II")
_SIGNS = tuple(
    re.compile(sign, re.M)
    for sign in (
        rb"\A(?!\s*<[?!A-Za-z])",
        rb"STATEMENT OF (?:CHANGES IN )?BENEFICIAL OWNERSHIP",
        rb"^[^\w\"'`\n]{0,20}1\\?\.\s*Name\s+and\s+Address\s+of\s+Reporting\s+Person",
        rb"(?:^|\|)[^\w\"'`\n]{0,20}[23]\\?\.\s*Issuer\s+Name\s+(?:\*\*|<b>)?and(?:\*\*|</b>)?\s+Ticker",
        rb"^[^\w\"'`\n]{0,20}Table\s+I\s+(?:-|\xe2\x80[\x93\x94]|[\x96\x97])\s+Non-Derivative",
    )
)


def recognises(content: bytes) -> bool:
    """Tell whether the bytes have the title, the items and a table of the printed form, each where a form has it."""
    beginning = content[:_BEGINNING]
    return b"\0" not in beginning and all(sign.search(beginning) for sign in _SIGNS)


def read(content: bytes, origin: str, envelope: Envelope) -> Reading:
    """Return the filing that a text states, and what was left out of it."""
    if len(content) > _LARGEST:
        raise ParseError(f"a text larger than {_LARGEST:,} bytes", value=f"{len(content):,}")
    decoded, repairs = windows.decoded(content)
    text, ciks = unlinked(prepared(decoded))
    found = parts(list(enumerate(text.split("\n"), start=1)))
    number, amended = form_of(found.above)
    rows = {
        name: grid(lines, columns, name)
        for name, lines, columns in zip(_TABLES, (found.table1, found.table2), COLUMNS[number], strict=True)
    }
    stated, unread = _items(found, ciks)
    below = _below(found)
    tables = cited(rows, dict(zip(_TABLES, COLUMNS[number], strict=True)), {each for each, _ in below["footnotes"]})
    printed = Printed(
        form=f"{number}/A" if amended or stated["original"] else number,
        table1=tables["Table I"],
        table2=tables["Table II"],
        no_securities=found.none_owned or (False if any(tables.values()) else None),
        **stated,
        **below,
    )
    return repaired(_filing(printed, rows, origin, envelope), unread, repairs)


def _filing(printed: Printed, rows: dict[str, list[GridRow]], origin: str, envelope: Envelope) -> Filing:
    lines = {f"{name}, row {at}": row.line for name, table in rows.items() for at, row in enumerate(table, start=1)}
    try:
        read = filing(printed, Source.TEXT, origin, envelope)
        for row, place in zip(read.rows, lines, strict=True):
            _whole(row, place, read.form.family)
    except ParseError as error:
        line = error.line or lines.get((error.element or "").partition(":")[0])
        raise ParseError(str(error), line=line, element=error.element, value=error.value) from None
    if printed.no_securities and read.rows:
        raise ParseError("rows, and no securities are owned", element="Table I")
    if not read.rows and not (printed.no_securities or printed.exit):
        raise ParseError("no row in either table", element="Table I")
    return read


def _items(found: Parts, ciks: dict[str, str]) -> tuple[dict[str, Any], tuple[Unread, ...]]:
    """Return what stands above the tables, and the owners, by the names of Printed; and what was left out."""
    items = boxes.items(found.items)
    by_name = {item.name: item for item in items}
    for name in ("owner", "issuer", "period", "relationship"):
        if name not in by_name:
            raise ParseError("missing", line=found.items[0][0], element=name)
    if len(by_name) != len(items):
        raise ParseError(
            "an item that stands twice", line=found.items[0][0], element=", ".join(each.name for each in items)
        )
    issuer, ticker = boxes.symbol(by_name["issuer"])
    original, foreign = by_name.get("original"), by_name.get("foreign")
    owners, unread = _owners(found, by_name, issuer)
    if len({each in ciks for each in (issuer, *(owner.name for owner in owners))}) > 1:
        raise by_name["owner"].misread("links to some parties and not to others")
    return {
        **boxes_above(found.above),
        "period": Cell(words(by_name["period"].text)),
        "original": (words(original.text) or None) if original else None,
        "issuer_name": issuer,
        "issuer_cik": ciks.get(issuer),
        "ticker": ticker,
        "foreign_ticker": (words(foreign.text) or None) if foreign else None,
        "owners": tuple(replace(owner, cik=ciks.get(owner.name or "")) for owner in owners),
    }, unread


def _owners(
    found: Parts, by_name: dict[str, boxes.Item], issuer: str
) -> tuple[tuple[PrintedOwner, ...], tuple[Unread, ...]]:
    """Return the owners; a joint filing has them all again below the tables, the first with them."""
    more = boxes.items(found.owners)
    if strange := [item for item in more if item.name != "owner"]:
        raise strange[0].misread("an item that stands twice")
    read = [(item, *boxes.owner(item, issuer)) for item in (by_name["owner"], *more)]
    first, *others = [owner for _, owner, _ in read]
    others = [owner for owner in others if owner.name != first.name]
    if len({owner.name for owner in others}) < len(others):
        raise by_name["owner"].misread("a reporting person who stands twice")
    joint = boxes.is_joint(by_name["filers"]) if "filers" in by_name else None
    if joint is not None and joint != bool(others):
        raise by_name["filers"].misread("not as many reporting persons as the box says")
    unread = [Unread("(City) (State) (Zip)", item.line) for item, _, whole in read if not whole]
    first, whole = boxes.relationship(by_name["relationship"], first)
    if not whole:
        unread.append(Unread("officer's title and text of Other", by_name["relationship"].line))
    return (first, *others), tuple(unread)


def _below(found: Parts) -> dict[str, Any]:
    rest = paragraphs(found.below)
    notes = footnotes(rest)
    said = remarks(rest)
    return {"footnotes": tuple(notes), "remarks": said, "signatures": tuple(signatures(rest))}


def _whole(row: Row, place: str, family: str) -> None:
    """Raise ParseError where a row lacks a cell that every such row has, or a footnote in its stead."""
    noted = {ref.cell for ref in row.footnotes}
    if bool(row.direct) is bool(row.nature or "nature" in noted):
        raise ParseError("direct with a nature, or indirect without", element=f"{place}: nature")
    for column, fields in _asked(row, family):
        parts = (row, row.trade, row.terms)
        values = (getattr(part, field) for part in parts for field in fields if hasattr(part, field))
        if all(value is None for value in values) and not (column in _NOTED and noted.intersection(fields)):
            raise ParseError("missing", element=f"{place}: {column}")


# cells that may have a footnote alone
_NOTED = {"price", "exercise_price", "exercisable_on", "expires_on", "underlying"}


def _asked(row: Row, family: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the columns that such a row needs, each with the fields of which one must be there."""
    yield "direct", ("direct",)
    if row.terms is None or family != "3":
        yield "after", AMOUNTS["after"]
    if row.trade is not None:
        yield from ((name, (name,)) for name in ("date", "code", "acquired", "price"))
        yield "amount", AMOUNTS["amount"]
    if row.terms is not None:
        yield from ((name, (name,)) for name in ("exercise_price", "exercisable_on", "expires_on", "underlying_title"))
        yield "underlying", AMOUNTS["underlying"]
