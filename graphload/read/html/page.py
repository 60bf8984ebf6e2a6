"""A page of HTML as the cells of its tables: found by their labels, read for words, footnote marks and ticks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from graphload.read import windows
from graphload.read.cells import ParseError, text
from graphload.read.printed.columns import Cell
from graphload.read.scan import Repair, Unread

_LARGEST = 5_000_000
# the parser stops at the end of the first
_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]*charset=[\"']?([\w-]+)", re.IGNORECASE)
_MARKS = re.compile(r"(?:[ ,]*\(\d{1,2}\))*[ ,]*", re.ASCII)
_WITHIN = "ancestor::sup or ancestor::span[@class='FootnoteData']"
_SAID = etree.XPath(f".//text()[not({_WITHIN})]")
_RAISED = etree.XPath(f".//*[self::sup or self::span[@class='FootnoteData']][not({_WITHIN})]")
# what browsers read under these names
_WESTERN = {"iso-8859-1", "latin1", "ascii", "us-ascii"}
# the parts of a table, and what may stand in each
_PARTS = {
    "table": {"caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"td", "th"},
}
# EDGAR's classes of what a filer wrote
_FILED = {"FormData", "FormDataC", "FormDataR", "SmallFormData", "FootnoteData"}
_CIK = re.compile(r"[?&]CIK=(\d{1,10})(?!\d)", re.IGNORECASE)


class Page:
    """The cells of one page, and which of them were read."""

    def __init__(self, content: bytes) -> None:
        self._root, self.repairs = _parse(content)
        self._cells = [(cell, words(cell)) for cell in self._root.iter("td", "th") if not _filed(cell)]
        self._used: set[Any] = set()
        self.title = words(self._root.find(".//title"))

    def find(self, label: str) -> tuple[Any, str] | None:
        """Return the cell that begins with the label, and the words after it; raise ParseError where two do."""
        found = self.find_all(label)
        if len(found) > 1:
            raise ParseError("stands twice", line=found[1][0].sourceline, element=label)
        return found[0] if found else None

    def find_all(self, label: str) -> list[tuple[Any, str]]:
        """Return the cells whose words begin with the label after the item's number, and the words after it.

        Of cells around each other the innermost counts.
        """
        pattern = re.compile(rf"(?:\d{{1,2}}[a-z]?\. ?)?{re.escape(label)}(?: ?\(Month/Day/Year\))? ?", re.IGNORECASE)
        found = [(cell, said, match.end()) for cell, said in self._cells if (match := pattern.match(said))]
        inner = {above for cell, _, _ in found for above in cell.iterancestors("td", "th")}
        kept = [(cell, said[end:]) for cell, said, end in found if cell not in inner]
        self._used.update(part for cell, _ in kept for part in cell.iter())
        return kept

    def whole(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Return the matches of the cells whose words match as a whole."""
        return [match for _, said in self._cells if (match := pattern.fullmatch(said))]

    def need(self, label: str) -> tuple[Any, str]:
        """Return the one cell with the label; raise ParseError where there is none."""
        found = self.find(label)
        if found is None:
            raise ParseError("missing: not EDGAR's rendering of a Form 3, 4 or 5, or cut off", element=label)
        return found

    def box(self, label: str, always: bool = False) -> bool | None:
        """Return whether the box before a label is ticked; None where the page has no such box and not always one."""
        found = self.need(label) if always else self.find(label)
        if found is None:
            return None
        before, *others = found[0].getparent()
        if [found[0]] != others:
            raise ParseError("not one box and its label", line=found[0].sourceline, element=label)
        self._used.update(before.iter())
        return ticked(before)

    def table(self, heading: str) -> Iterator[list[Any]]:
        """Yield the cells of the rows of the table that has the heading, less the heading's own."""
        cell, _ = self.need(heading)
        table = next(cell.iterancestors("table"), None)
        if table is None:
            raise ParseError("not in a table", line=cell.sourceline, element=heading)
        self._used.update(table.iter())
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is not table or cell in row:
                continue
            if {each.tag for each in row} == {"td", "th"}:
                raise ParseError("headings and cells in one row", line=row.sourceline, value=words(row))
            if row.find("th") is None:
                yield row.findall("td")

    def leave(self, cells: Iterable[Any]) -> None:
        """Report cells as not read after all."""
        self._used.difference_update(part for cell in cells for part in cell.iter())

    def unread(self) -> tuple[Unread, ...]:
        """Return what filers wrote in cells that nobody read."""
        return tuple(
            Unread(f"text of {part.get('class')}", part.sourceline)
            for part in self._root.iter("td", "span")
            if part.get("class") in _FILED and part not in self._used and words(part)
        )


def _parse(content: bytes) -> tuple[Any, tuple[Repair, ...]]:
    if len(content) > _LARGEST:
        raise ParseError(f"a page larger than {_LARGEST:,} bytes", value=f"{len(content):,}")
    if len(_PAGE.findall(content)) > 1:
        raise ParseError("more than one page")
    if b"\0" in content:
        raise ParseError("not HTML: a byte of zero", line=content.count(b"\n", 0, content.index(b"\0")) + 1)
    charset = match[1].decode() if (match := _CHARSET.search(content[:5000])) else "utf-8"
    if charset.lower() in _WESTERN:
        charset = "windows-1252"
    try:
        decoded, repairs = _decoded(content, charset)
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        root = etree.fromstring(decoded.encode(), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ParseError(f"not HTML in {charset}: {error}") from None
    for element in list(root.iter("br")):
        element.tail = f"\n{element.tail or ''}"
    _check(root)
    return root, repairs


def _decoded(content: bytes, charset: str) -> tuple[str, tuple[Repair, ...]]:
    if charset.lower() in ("utf-8", "utf8"):
        return windows.decoded(content)
    return content.decode(charset), ()


def _check(root: Any) -> None:
    """Raise ParseError for cells outside rows, or words in a table outside cells: a tag is missing."""
    for cell in root.iter("td", "th"):
        if cell.getparent().tag != "tr":
            raise ParseError("a cell outside of a row", line=cell.sourceline, value=words(cell))
    for cell in root.xpath(f"//td[{_WITHIN}]"):
        raise ParseError("a cell within a footnote's mark", line=cell.sourceline, value=words(cell))
    for part in root.iter(*_PARTS):
        between = [part.text, *(inner.tail for inner in part)]
        if any(said and said.strip() for said in between) or any(inner.tag not in _PARTS[part.tag] for inner in part):
            raise ParseError("words in a table and in no cell", line=part.sourceline, value=words(part))


def _filed(cell: Any) -> bool:
    """Tell whether a cell begins with a filer's words, which may be those of any label."""
    first = next(cell.iterchildren(), cell) if not (cell.text or "").strip() else cell
    return first.tag in ("a", "u") or bool({cell.get("class"), first.get("class")} & _FILED)


def words(element: Any) -> str:
    """Return the words in an element, one space between them."""
    return text(" ".join(element.itertext())) or "" if element is not None else ""


def rows(element: Any) -> list[list[Any]]:
    """Return the cells of the innermost rows in an element."""
    return [row.findall("td") for row in element.iter("tr") if row.find(".//tr") is None]


def read(cell: Any) -> Cell:
    """Return a cell's words and its footnote marks; raise ParseError for what is raised and no mark."""
    if cell.get("colspan", "1") != "1" or cell.find(".//table") is not None:
        raise ParseError("a cell over more than one column", line=cell.sourceline, value=words(cell))
    said = "".join(_SAID(cell))
    marks: list[str] = []
    for raised in _RAISED(cell):
        if _MARKS.fullmatch(within := words(raised)) is None:
            raise ParseError("not a footnote's mark", line=cell.sourceline, value=within)
        marks += re.findall(r"\d+", within)
    return Cell(text(said) or "", tuple(marks))


def ticked(cell: Any) -> bool:
    """Return whether a box is ticked; raise ParseError for what is neither X nor nothing."""
    said = words(cell).upper()
    if said not in ("", "X"):
        raise ParseError("neither X nor an empty box", line=cell.sourceline, value=said)
    return said == "X" or cell.find(".//input[@checked]") is not None


def cik(element: Any) -> str | None:
    """Return the CIK in an element's links; raise ParseError where they disagree."""
    found = {match[1].zfill(10) for link in element.iter("a") if (match := _CIK.search(link.get("href", "")))}
    if len(found) > 1:
        raise ParseError("links to more than one CIK", line=element.sourceline, value=", ".join(sorted(found)))
    return found.pop() if found else None
