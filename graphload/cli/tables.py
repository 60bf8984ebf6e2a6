"""Tables for people: the main columns of an answer in the width of the terminal, and what was left out of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO

from graphload.cli import cells, grouping, layout
from graphload.cli.grouping import Rows
from graphload.cli.layout import GAP, Layout

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# of a table that goes into a file or another program
_WIDTH = 160
# rows that are held at once: more of them become another table
_PART = 5000


@dataclass(frozen=True, slots=True)
class View:
    """How a table is wanted: every column whole, the columns that somebody chose, or what rows have in common once."""

    wide: bool = False
    chosen: bool = False
    grouped: bool = False


@dataclass(slots=True)
class LeftOut:
    """What tables of one answer leave out: columns without a value, columns without room, and parts of values."""

    empty: list[str] = field(default_factory=list)
    crowded: list[str] = field(default_factory=list)
    cut: bool = False

    def add(self, names: Sequence[str], rows: Rows, made: Layout, *, first: bool) -> None:
        """Add what one table leaves out. A column without a value has none in any of the tables."""
        empty = [names[at] for at in made.empty]
        self.empty = empty if first else [name for name in self.empty if name in empty]
        self.crowded += [name for name in (names[at] for at in made.crowded) if name not in self.crowded]
        if made.text is cells.brief and not self.cut:
            self.cut = any(cells.cut(row[at]) for row in rows for at in made.widths)

    def line(self) -> str:
        """Return what is left out as one line, which is empty if nothing is."""
        said = [f"Empty columns: {', '.join(self.empty)}."] * bool(self.empty)
        if self.crowded:
            said.append(f"No room for: {', '.join(self.crowded)}; --wide prints every column.")
        elif self.cut:
            said.append("Long lists and texts are cut; --wide prints them whole.")
        return " ".join(said)


def write(names: Sequence[str], rows: Iterable[Sequence[Any]], stream: TextIO, view: View) -> LeftOut:
    """Write a table, or several if it goes on for very long, and return what they leave out."""
    console, left_out, first, rows = _console(stream), LeftOut(), True, iter(rows)
    room = console.width
    while (part := [*islice(rows, _PART)]) or first:
        made = _laid_out(names, part, room, view)
        left_out.add(names, part, made, first=first)
        console.width = room if made.record else max(room, made.width)
        for each in [_record(names, part[0], made)] if made.record else _parts(names, part, made):
            _print(console, each)
        first = False
    return left_out


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def _laid_out(names: Sequence[str], rows: Rows, room: int, view: View) -> Layout:
    if view.wide:
        return layout.every(names, rows)
    return layout.chosen(names, rows, room) if view.chosen else layout.main(names, rows, room, grouped=view.grouped)


def _print(console: Console, part: RenderableType) -> None:
    """Print a part of a table; no line of a file ends with blanks."""
    if console.is_terminal:
        console.print(part)
    else:
        with console.capture() as captured:
            console.print(part)
        console.file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def _parts(names: Sequence[str], rows: Rows, made: Layout) -> Iterator[RenderableType]:
    """Yield the parts of a table: what it says once, the head, and the rows below each heading."""
    from rich.padding import Padding
    from rich.text import Text

    if made.said:
        yield Text(f"{' · '.join(f'{names[at]}: {made.text(rows[0][at])}' for at in made.said)}\n")
    indent = (0, 0, 0, GAP * bool(made.headings))
    numbers = {at for at in made.widths if _numeric(row[at] for row in rows)}
    runs = [*grouping.runs(rows, made.headings)]
    if made.headings or not rows:
        yield Padding(_grid(names, [], made, numbers), indent, expand=False)
    for heading, run in runs:
        if made.headings:
            yield Text(heading, style="bold")
        yield Padding(_grid(names, run, made, numbers, head=not made.headings), indent, expand=False)


def _numeric(values: Iterable[Any]) -> bool:
    filled = [each for each in values if not cells.empty(each)]
    return bool(filled) and all(map(cells.numeric, filled))


def _grid(names: Sequence[str], rows: Rows, made: Layout, numbers: set[int], *, head: bool = True) -> RenderableType:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_header=head, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for at, width in made.widths.items():
        table.add_column(Text(names[at]), justify="right" if at in numbers else "left", width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(made.text(row[at])) for at in made.widths))
    return table


def _record(names: Sequence[str], row: Sequence[Any], made: Layout) -> RenderableType:
    """Return one row as lines of column and value."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, GAP, 0, 0))
    for at in made.widths:
        grid.add_row(Text(names[at]), Text(made.text(row[at]), overflow="fold"))
    return grid
