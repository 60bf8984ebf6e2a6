"""Tables I and II in a text: the rows below the header, a cell for each column of the form, or a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphload.read.cells import ParseError
from graphload.read.text.aligned import Numbered, aligned
from graphload.read.text.tabbed import tabbed

_DRAWN = frozenset("|+:=- \t")
_HEADER = re.compile(r"(?:1\.\s*)?Title\s+of\b", re.I)
_ABOVE = re.compile(r"\W{0,9}(?:Table\s+II?\b.*|e\.g\.,?\s+puts\b.*|.*\bsecurities\)\W{0,9})", re.I)
_TABLED = re.compile(r"[|\t]")
_WIDEST = 10_000
# what the label of a column says
_LABELS = {
    "title": r"Title of (Derivative )?Security",
    "date": r"Transaction Date",
    "deemed_date": r"Deemed Execution Date",
    "code": r"\bCode\b",
    "timeliness": r"\bV$",
    "amount": r"\bAmount$",
    "acquired": r"\(A\) or \(D\)$",
    "price": r"\bPrice\b",
    "after": r"Beneficially Owned",
    "direct": r"Ownership Form",
    "nature": r"Nature of Indirect",
    "exercise_price": r"Conversion or Exercise Price",
    "amount acquired": r"\(A\)$",
    "amount disposed of": r"\(D\)$",
    "exercisable_on": r"Date Exercisable$",
    "expires_on": r"Expiration Date$",
    "underlying_title": r"\bTitle$",
    "underlying": r"Amount or Number of Shares",
}
_LOWER = re.compile(
    r"Code|V|Amount|\(A\) or \(D\)|Price|\(A\)|\(D\)|Date Exercisable|Expiration Date|Title|Amount or Number of Shares",
    re.I,
)


class GridRow(NamedTuple):
    """A row of a table: the number of its first line, and its cells."""

    line: int
    cells: list[str]


def cells_of(line: str) -> list[str]:
    """Return the cells between pipes; the outer pipes may be left out."""
    return [" ".join(cell.split()) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def is_rule(line: str) -> bool:
    """Whether a line only draws a rule."""
    return ("-" in line or "=" in line) and _DRAWN.issuperset(line.strip())


def grid(lines: list[Numbered], columns: tuple[str, ...], name: str) -> list[GridRow]:
    """Return the rows of a table, `lines` being all from its title on; raise ParseError where one is not certain."""
    at = next((at for at, (_, line) in enumerate(lines) if _HEADER.match(line.strip(" |"))), len(lines))
    while 0 < at < len(lines) and not _TABLED.search(lines[at][1]) and lines[at - 1][1].strip():
        at -= 1  # a header of several lines, which the first column's label need not begin on
    for number, line in lines[:at]:
        if line.strip(" |") and not is_rule(line) and not _ABOVE.fullmatch(line.strip(" |")):
            raise ParseError("above the header of the table", line=number, element=name, value=line.strip())
    if at == len(lines):
        return []
    if "|" in lines[at][1]:
        labels, rows = _piped(lines[at:], name)
    else:
        tabs = "\t" in lines[at][1]
        labels, found = tabbed(lines[at:], len(columns)) if tabs else aligned(lines[at:], name, _WIDEST)
        rows = [GridRow(*each) for each in found]
    if rows and not _labelled(labels, columns):
        what = f"the header has not the {len(columns)} columns of the form"
        raise ParseError(what, line=lines[at][0], element=name, value=" | ".join(labels))
    for place, row in enumerate(rows, start=1):
        if len(row.cells) != len(columns):
            what = f"{len(row.cells)} cells below {len(columns)} columns"
            raise ParseError(what, line=row.line, element=f"{name}, row {place}", value=" | ".join(row.cells))
    return rows


def _labelled(labels: list[str], columns: tuple[str, ...]) -> bool:
    return len(labels) == len(columns) and all(
        re.search(_LABELS[column], " ".join(label.split()), re.I) for label, column in zip(labels, columns, strict=True)
    )


def _piped(lines: list[Numbered], name: str) -> tuple[list[str], list[GridRow]]:
    upper, *rows = _joined(lines, name)
    lower = [""] * len(upper.cells)
    if rows and sum(map(bool, rows[0].cells)) > 1 and all(not each or _LOWER.fullmatch(each) for each in rows[0].cells):
        lower = rows.pop(0).cells
    labels = [below or above for above, below in zip(upper.cells, lower, strict=False)]
    even = len(upper.cells) == len(lower)
    return labels if even else [], [row for row in rows if any(row.cells)]


def _joined(lines: list[Numbered], name: str) -> Iterator[GridRow]:
    """Yield the rows between pipes; one that begins with a pipe and does not end with one goes on below."""
    first, text = 0, ""
    for number, line in lines:
        if not text and (not line.strip() or is_rule(line)):
            continue
        first, text = (first, f"{text} {line.strip()}") if text else (number, line.strip())
        if "|" not in text or not line.strip() or len(text) > _WIDEST:
            raise ParseError("not a row of the table", line=number, element=name, value=text)
        if not text.startswith("|") or text.endswith("|"):
            yield GridRow(first, cells_of(text))
            text = ""
    if text:
        raise ParseError("a row without its end", line=first, element=name, value=text)
