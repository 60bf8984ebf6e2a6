"""Which footnotes the cells of a text cite, where a `(1)` behind the words may be a mark or one of the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from graphload.read.cells import ParseError
from graphload.read.printed.columns import Cell
from graphload.read.text.grid import GridRow
from graphload.read.text.markup import Marked, has_mark, marked

_OF_WORDS = {"title", "underlying_title", "nature"}


class _Place(NamedTuple):
    """A cell as it stands in a table."""

    line: int
    element: str
    column: str
    marked: Marked

    def misread(self, what: str) -> ParseError:
        words = " ".join((self.marked.words, *(f"({each})" for each in (*self.marked.plain, *self.marked.raised))))
        return ParseError(what, line=self.line, element=self.element, value=words)


def cited(
    tables: dict[str, list[GridRow]], columns: dict[str, tuple[str, ...]], notes: set[str]
) -> dict[str, tuple[tuple[Cell, ...], ...]]:
    """Separate the footnote marks from the words of every cell; raise ParseError where marks and notes disagree."""
    placed = {name: [list(_places(row, columns[name], f"{name}, row {at}")) for at, row in enumerate(rows, start=1)]
              for name, rows in tables.items()}  # fmt: skip
    everywhere = [place for rows in placed.values() for row in rows for place in row]
    raised = any(place.marked.raised for place in everywhere)
    times = Counter(mark for place in everywhere for mark in place.marked.plain)
    found = {
        name: tuple(tuple(_cell(place, notes, raised, times) for place in row) for row in rows)
        for name, rows in placed.items()
    }
    uncited = notes - {mark for rows in found.values() for row in rows for cell in row for mark in cell.marks}
    if uncited and everywhere:
        raise ParseError("no cell cites it", element=f"footnote {min(uncited, key=int)}")
    return found


def _places(row: GridRow, columns: tuple[str, ...], element: str) -> Iterator[_Place]:
    for column, cell in zip(columns, row.cells, strict=True):
        yield _Place(row.line, f"{element}: {column}", column, marked(cell))


def _cell(place: _Place, notes: set[str], raised: bool, times: Counter[str]) -> Cell:
    words, above, plain = place.marked
    if plain and place.column in _OF_WORDS:
        if raised or not notes:
            words, plain = " ".join(filter(None, (words, *(f"({each})" for each in plain)))), ()
        elif any(times[each] > 1 for each in plain):
            # every footnote is cited somewhere: only a mark that stands nowhere else is certainly no word
            raise place.misread("a footnote mark, or words in brackets")
    marks = (*plain, *above)
    if unknown := [mark for mark in marks if mark not in notes]:
        raise place.misread(f"there is no footnote {unknown[0]}")
    if len(set(marks)) < len(marks) or has_mark(words):
        raise place.misread("footnote marks that cannot be told apart")
    return Cell(words, marks)
