"""How answers are printed: as a table for people, as CSV or JSON for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from graphload import formats
from graphload.cli import streams
from graphload.visible import visible, visible_lines

if TYPE_CHECKING:
    from rich.table import Table

# of a table that goes into a file or another program
_WIDTH = 160
# rows of a table that are held at once
_PART = 5000
# the longest word that is kept whole: the id of a row
_WORD = 24
# what a spreadsheet computes
_EXCEL, _FORMULA = "graphload.excel", ("=", "+", "-", "@", "\t", "\r")
_LINES = {"csv": formats.csv_lines, "json": formats.json_array, "jsonl": formats.json_lines}


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of output, `--table` and the others; it is called with `shape` for `show`."""
    shapes = {
        "table": "Print a table. (the default)",
        "csv": "Print CSV, with a header.",
        "json": "Print a JSON array of objects.",
        "jsonl": "Print a JSON object on each line.",
    }
    command = click.option(
        "--excel", is_flag=True, expose_value=False, callback=_keep_excel, help="With --csv: no cell is a formula."
    )(command)
    for shape, about in reversed(shapes.items()):
        command = click.option(
            f"--{shape}", "shape", flag_value=shape, default="table" if shape == "table" else None, help=about
        )(command)
    return command


def _keep_excel(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    ctx.meta[_EXCEL] = value


def _guarded(rows: formats.Rows) -> Iterator[list[Any]]:
    """Yield rows with an apostrophe before each text that a spreadsheet would take for a formula."""
    for row in rows:
        texts = [formats.cell(value) if isinstance(value, (list, tuple)) else value for value in row]
        yield [f"'{each}" if isinstance(each, str) and each.startswith(_FORMULA) else each for each in texts]


def tell(text: str) -> None:
    """Print lines for people on standard error."""
    click.echo(visible_lines(text), err=True)


def show(columns: Sequence[str], rows: formats.Rows, shape: str | None = None) -> None:
    """Print rows, one at a time but for a table; return quietly if nobody reads on."""
    try:
        context = click.get_current_context(silent=True)
        if shape == "csv" and context and context.meta.get(_EXCEL):
            rows = _guarded(rows)
        if shape in _LINES:
            write(_LINES[shape](columns, rows))
        else:
            _print_table([*map(visible, columns)], iter(rows))
            sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # rich exits where nobody reads on
        streams.abandon(sys.stdout)


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output; return quietly if nobody reads on."""
    try:
        sys.stdout.writelines(lines)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.abandon(sys.stdout)


def _print_table(columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """Print a table; one that goes on for very long in parts, with columns as wide as in the first."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH
    console = Console(width=wide, highlight=False, emoji=False, markup=False)
    part = list(islice(rows, _PART))
    widths = _widths(columns, part, console.width)
    if widths:
        console.print(_table(columns, part, widths))
    while part:
        for row in () if widths else part:
            console.print(_record(columns, row))
        part = list(islice(rows, _PART))
        if widths and part:
            console.print(_table(columns, part, widths, head=False))


def _widths(columns: Sequence[str], rows: list[Sequence[Any]], room: int) -> list[int] | None:
    """Return how wide each column may be, so that words stay whole; None if there is not enough room."""
    texts = [[column, *(formats.readable(row[at]) for row in rows)] for at, column in enumerate(columns)]
    widths = [max(map(len, column)) for column in texts]
    least = [min(_WORD, max(len(word) for text in column for word in text.split() or [""])) for column in texts]
    room -= 2 * (len(columns) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        widths[max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))] -= 1
    return widths


def _table(columns: Sequence[str], rows: list[Sequence[Any]], widths: list[int], *, head: bool = True) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_header=head, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for at, column in enumerate(columns):
        values = [row[at] for row in rows if row[at] is not None]
        numbers = bool(values) and all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in values)
        table.add_column(Text(column), justify="right" if numbers else "left", width=widths[at], overflow="fold")
    for row in rows:
        table.add_row(*(Text(formats.readable(value)) for value in row))
    return table


def _record(columns: Sequence[str], row: Sequence[Any]) -> Table:
    """Return one row as lines of column and value: for a terminal that is too narrow for the table."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    for column, value in zip(columns, row, strict=True):
        grid.add_row(Text(column), Text(formats.readable(value), overflow="fold"))
    grid.add_row()
    return grid
