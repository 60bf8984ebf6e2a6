"""How answers are printed: as a table for people, as CSV or JSON for programs, on standard output or into a file."""

from __future__ import annotations

import functools
import io
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import click

from graphload import formats
from graphload.cli import shells, spreadsheet, streams, tables, targets
from graphload.errors import UsageError
from graphload.suggest import nearest
from graphload.visible import visible, visible_lines

_SHAPES = {
    "table": "Print a table. (the default)",
    "csv": "Print CSV, with a header.",
    "json": "Print a JSON array of objects.",
    "jsonl": "Print a JSON object on each line.",
}
_LINES = {"csv": formats.csv_lines, "json": formats.json_array, "jsonl": formats.json_lines}
_KEY = "graphload.wanted"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of output ask for."""

    shape: str = "table"
    file: str | None = None
    columns: tuple[str, ...] = ()
    wide: bool = False
    excel: bool = False


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of output. It is called with `shape`, for `show`, which heeds the others itself."""

    @functools.wraps(command)
    def called(
        *given: Any, shape: str | None, file: str | None, columns: str | None, wide: bool, excel: bool, **named: Any
    ) -> Any:
        context = click.get_current_context()
        file = None if file == "-" else file
        asked = Wanted(_shape(context, shape, file), file, _names(columns), wide, excel)
        _check(asked)
        context.meta[_KEY] = asked
        return command(*given, shape=asked.shape, **named)

    declared = [
        *(click.option(f"--{shape}", "shape", flag_value=shape, help=about) for shape, about in _SHAPES.items()),
        click.option("--wide", is_flag=True, help="In a table, print every column, and long values whole."),
        click.option(
            "--columns", metavar="NAME,…", shell_complete=shells.columns, help="Print these columns, in this order."
        ),
        click.option("--excel", is_flag=True, help="With --csv: Excel opens it rightly, and no cell is a formula."),
        click.option(
            "-o",
            "--output",
            "file",
            metavar="FILE",
            type=click.Path(allow_dash=True),
            help="Write to a file. Its name ends in .csv, .json, .jsonl or .txt, unless the format is given.",
        ),
    ]
    for option in reversed(declared):
        called = option(called)
    return called


def _shape(context: click.Context, shape: str | None, file: str | None) -> str:
    """Return the shape that is given or that the name of the file tells."""
    if shape or file is None:
        return shape or "table"
    declared = [each for each in context.command.params if isinstance(each, click.Option) and each.name == "shape"]
    suffixes = {".txt": "table"} | {f".{each.flag_value}": str(each.flag_value) for each in declared}
    if (suffix := Path(str(file)).suffix.lower()) in suffixes:
        return suffixes[suffix]
    known = ", ".join(sorted({*suffixes} - {".table"}))
    raise click.UsageError(f"-o: {file} does not tell the format: give --csv or the like, or end it in {known}.")


def _names(columns: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in (columns or "").split(",") if (name := each.strip())))


def _check(asked: Wanted) -> None:
    """Raise an error for options that have no effect, and for a file that cannot be written."""
    if asked.excel and asked.shape != "csv":
        raise click.UsageError("--excel is for CSV: give --csv with it.")
    if asked.wide and asked.shape != "table":
        raise click.UsageError(f"--wide is for tables: {asked.shape} has every column anyway.")
    if asked.file is not None:
        targets.check(asked.file)


def wanted() -> Wanted:
    """Return what the options of the command that runs ask for."""
    context = click.get_current_context(silent=True)
    found: Wanted = context.meta.get(_KEY, Wanted()) if context else Wanted()
    return found


def tell(text: str) -> None:
    """Print lines for people on standard error; in a terminal no word is folded."""
    text = visible_lines(text)
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns
        lines = (
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
        )
        text = "\n".join(part for line in lines for part in line or [""])
    click.echo(text, err=True)


def picked(columns: Sequence[str]) -> Sequence[str]:
    """Return the columns that are wanted, of those that there are. Raises UsageError if there is none of a name."""
    for name in (chosen := wanted().columns):
        if name not in columns:
            there = nearest(name, columns) or f": there are {', '.join(columns)}"
            raise UsageError(f"--columns: there is no column {name!r}{there}")
    return chosen or columns


def show(columns: Sequence[str], rows: formats.Rows, shape: str | None = None, *, grouped: bool = False) -> None:
    """Print rows, one at a time but for a table; return quietly if nobody reads on.

    A table that is `grouped` says once what its rows have in common.
    """
    asked, names = wanted(), picked(columns)
    if asked.columns:
        found = [columns.index(name) for name in names]
        rows = ([row[at] for at in found] for row in rows)
    if shape in _LINES:
        write(spreadsheet.excel_lines(names, rows) if asked.excel else _LINES[shape](names, rows))
        return
    view = tables.View(asked.wide, chosen=bool(asked.columns), grouped=grouped)
    said = ""
    with _target() as stream:
        said = tables.write([*map(visible, names)], rows, stream, view).line()
    if said:
        tell(said)


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output or the file that is wanted; return quietly if nobody reads on."""
    with _target() as stream:
        stream.writelines(lines)


@contextmanager
def _target() -> Iterator[TextIO]:
    asked = wanted()
    try:
        with targets.opened(asked.file) as stream:
            if asked.excel and isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", newline="")
            yield stream
    except (BrokenPipeError, SystemExit):  # rich exits where nobody reads on
        streams.abandon(sys.stdout)
