"""The layout of a table: what it says once, which columns it shows, and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphload.cli import cells, grouping
from graphload.cli.grouping import Rows
from graphload.formats import readable

# Columns for which room is found first: who, when and how much; then of what, through whom and by which filing. An
# issuer's other names come last. All others stand between.
_WHO = {
    "issuer",
    "owner",
    "owners",
    "holder",
    "holders",
    "insider",
    "insiders",
    "buyers",
    "givers",
    "name",
    "who",
    "person",
}
_HOW_MUCH = {
    "date",
    "asOf",
    "shares",
    "cell",
    "value",
    "found",
    "expected",
    "late",
    "event",
    "verdict",
    "question",
    "check",
    "result",
}
_OF_WHAT = {"security", "through", "filing", "reason"}
_OTHER_NAMES = {"ticker", "cik", "issuerCik"}
_RANKS = {name: rank for rank, names in ((0, _WHO | _HOW_MUCH), (1, _OF_WHAT), (3, _OTHER_NAMES)) for name in names}
_RANK = 2  # of all others
GAP = 2  # characters between columns, and before the rows below a heading
_WIDEST = 60  # of a column that may be as wide as it likes


class Width(NamedTuple):
    """How wide a column is so that no id folds, so that it can be read with ease, and so that nothing folds."""

    least: int
    comfortable: int
    most: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a table, with columns as their positions.

    `widths` are those of the columns that are shown. `said` have one value for all rows, `headings` head rows of one
    issuer, `empty` have no value, and for `crowded` there is no room. `text` makes the text of a cell. A `record` is an
    only row, printed as a column on each line.
    """

    widths: Mapping[int, int]
    said: Sequence[int] = ()
    headings: Sequence[int] = ()
    empty: Sequence[int] = ()
    crowded: Sequence[int] = ()
    text: Callable[[Any], str] = cells.brief
    record: bool = False

    @property
    def width(self) -> int:
        """The width of the table."""
        return _needed(self.widths.values()) + GAP * bool(self.headings)


def every(names: Sequence[str], rows: Rows) -> Layout:
    """Return the layout with every column and every value whole, however wide that is."""
    texts = ([name, *(readable(row[at]) for row in rows)] for at, name in enumerate(names))
    widths = [max(*map(cells.longest, each), min(_WIDEST, max(map(cells.width, each)))) for each in texts]
    return Layout(dict(enumerate(widths)), text=readable)


def chosen(names: Sequence[str], rows: Rows, room: int) -> Layout:
    """Return the layout with every column, for somebody has chosen them."""
    widths = _measured(names, rows, range(len(names)))
    if _needed(each.comfortable for each in widths.values()) > room:
        widths = {at: each._replace(comfortable=each.least) for at, each in widths.items()}
    return Layout(_levelled(widths, room))


def main(names: Sequence[str], rows: Rows, room: int, *, grouped: bool = False) -> Layout:
    """Return the layout with the main columns that fit. `grouped` says once what rows have in common."""
    columns = [*range(len(names))]
    filled = [at for at in columns if not rows or any(not cells.empty(row[at]) for row in rows)] or columns
    said = grouping.equal(names, rows, filled) if grouped else []
    left = [at for at in filled if at not in said]
    headings = grouping.headed(names, rows, left) if grouped else ()
    left = [at for at in left if at not in headings]
    room -= GAP * bool(headings)
    widths = _measured(names, rows, left)
    shown = _fitting(names, widths, room)
    if len(rows) == 1 and len(shown) < len(left):
        return Layout(_levelled(widths, room), empty=[at for at in columns if at not in filled], record=True)
    return Layout(
        _levelled({at: widths[at] for at in shown}, room),
        said,
        headings,
        empty=[at for at in columns if at not in filled],
        crowded=[at for at in left if rows and at not in shown],
    )


def _measured(names: Sequence[str], rows: Rows, columns: Iterable[int]) -> dict[int, Width]:
    """Return the widths that each column may have."""
    measured = {}
    for at in columns:
        texts = [names[at], *(cells.brief(row[at]) for row in rows)]
        widths = [*map(cells.width, texts)]
        least = max(map(cells.least, texts))
        measured[at] = Width(least, cells.comfortable(least, widths), max(widths))
    return measured


def _fitting(names: Sequence[str], widths: Mapping[int, Width], room: int) -> list[int]:
    """Return the columns that there is room for, in their order: first the main ones, and one at least."""
    shown: list[int] = []
    for at in sorted(widths, key=lambda at: (_RANKS.get(names[at], _RANK), at)):
        if not shown or _needed(widths[each].comfortable for each in (*shown, at)) <= room:
            shown.append(at)
    return sorted(shown)


def _needed(widths: Iterable[int]) -> int:
    """Return the width of columns with the gaps between them."""
    return sum(width + GAP for width in widths) - GAP


def _levelled(widths: Mapping[int, Width], room: int) -> dict[int, int]:
    """Return the width of each column: the room that is left goes to the narrow ones first."""
    given = {at: each.comfortable for at, each in widths.items()}
    left = room - _needed(given.values())
    while left > 0 and (wider := [at for at, width in given.items() if width < widths[at].most]):
        given[min(wider, key=given.__getitem__)] += 1
        left -= 1
    return given
