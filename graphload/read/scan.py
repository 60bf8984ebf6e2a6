"""One pass over an ownership document: values sorted into records; what no record knows is reported, never dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from graphload.filing.values import Filing, Footnote, FootnoteRef
from graphload.read.cells import ParseError, text
from graphload.read.elements import CELLS, CODING, DROPPED, GROUPS, LEAVES, OPENS, ROWS, Leaf
from graphload.visible import cut

Record = dict[str, Any]

# names that are told apart
_NAMES, _OTHERS = 100, "elements of other names"


# there are few, and each is made once
_ref = lru_cache(maxsize=4096)(FootnoteRef)


@dataclass(frozen=True, slots=True)
class Unread:
    """An element, or text in a place where none is expected, that no reader knows; `line` is that of the first."""

    element: str
    line: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair of a document, in words, the line of the first fault of its kind, and how many there are."""

    what: str
    line: int
    count: int = 1

    @property
    def reason(self) -> str:
        """What was wrong and what was done, for a report."""
        return f"malformed: {self.what}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A filing, what of its document no reader knows, what was repaired, and what contradicts it, in words."""

    filing: Filing
    unread: tuple[Unread, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[str, ...] = ()


def repaired(filing: Filing, unread: tuple[Unread, ...], repairs: tuple[Repair, ...]) -> Reading:
    """Return the reading of a document that was repaired; the filing says it too."""
    return Reading(replace(filing, repaired=tuple(each.what for each in repairs)), unread, repairs)


class Unknown:
    """What no reader knows, counted by name: a document may have a million of these."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, int]] = {}

    def add(self, element: str, line: int) -> None:
        """Count an element."""
        name = cut(element)
        if name not in self._found and len(self._found) >= _NAMES:
            name = _OTHERS
        first, count = self._found.get(name, (line, 0))
        self._found[name] = first, count + 1

    def all(self) -> tuple[Unread, ...]:
        """Return each name once, in the order in which they came."""
        return tuple(Unread(name, *found) for name, found in self._found.items())


class Scan:
    """The values of one document by record, in document order; `at` is the element that opened a record."""

    def __init__(self, root: Any) -> None:
        self.document: Record = {"at": root}
        self.records: dict[str, list[Record]] = {tag: [] for tag in (*OPENS - ROWS, "row")}
        self.footnotes: list[Footnote] = []
        self.unread = Unknown()
        self._open: dict[str, Record] = {"document": self.document}
        self._read(root)

    def _read(self, root: Any) -> None:
        leaf_of, cell_of, opened = LEAVES.get, CELLS.get, self._open
        cell: Leaf = ("none", "", text)
        leaf: Leaf | None
        for element in root.iter():
            tag = element.tag
            if element.tail is not None:
                self._stray(element.tail, tag, element)
            if tag == "value":
                leaf = cell
            elif (entered := cell_of(tag)) is not None:
                cell = entered
                if element.text is not None:
                    self._stray(element.text, tag, element)
                continue
            elif (leaf := leaf_of(tag)) is None:
                self._enter(tag, element, cell)
                continue
            name, field, read = leaf
            record = opened.get(name)
            if record is None or field in record or (leaf is not cell and name == "row" and cell is not CODING):
                self._misplaced(element, record, field)
                continue
            try:
                record[field] = read(element.text)
            except ValueError as error:
                where = {"line": element.sourceline, "element": _name(element), "value": element.text}
                raise ParseError(str(error), **where) from None

    def _enter(self, tag: str, element: Any, cell: Leaf) -> None:
        """Take a footnote or the mark of one, or begin a record; groups are passed through."""
        if tag == "footnoteId":
            self._cite(cell, element)
        elif tag == "footnote":
            words = "".join(element.itertext()) if len(element) else element.text
            self.footnotes.append(Footnote(element.get("id", ""), text(words) or ""))
            return
        elif tag in OPENS:
            record = self._open["row" if tag in ROWS else tag] = {"at": element}
            self.records["row" if tag in ROWS else tag].append(record)
            if tag == "reportingOwner":
                self._open["address"] = record["address"] = {}
        elif tag in DROPPED:
            return
        elif tag not in GROUPS:
            self.unread.add(str(tag), element.sourceline)
        if element.text is not None:
            self._stray(element.text, tag, element)

    def _stray(self, words: str, tag: str, element: Any) -> None:
        if not words.isspace():
            self.unread.add(f"text of {tag}", element.sourceline)

    def _misplaced(self, element: Any, record: Record | None, field: str) -> None:
        if record is not None and field in record:
            raise ParseError("stands twice in one place", line=element.sourceline, element=_name(element))
        self.unread.add(element.tag, element.sourceline)

    def _cite(self, cell: Leaf, element: Any) -> None:
        row = self._open.get(cell[0])
        if row is None or CELLS.get(element.getparent().tag) is not cell:
            self.unread.add("footnoteId", element.sourceline)
        else:
            row.setdefault("footnotes", []).append(_ref(cell[1], element.get("id", "")))


def _name(element: Any) -> str:
    return str(element.getparent().tag if element.tag == "value" else element.tag)
