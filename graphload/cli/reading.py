"""Commands that read filings and need no store: `check` and `show`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

import click

from graphload.check import Finding
from graphload.check import check as check_filings
from graphload.cli import options, output, printed
from graphload.errors import FilingError
from graphload.files.paths import open_file
from graphload.filing.document import Skipped
from graphload.read import read

_WIDE = 200  # columns, if the output is not a terminal
_COLUMNS = tuple(Finding.__slots__)


@click.command(epilog=options.examples("check filings/", "check filings/ --csv", "check - < list-of-files.txt"))
@options.paths
@output.options
def check(paths: tuple[str, ...], shape: str | None) -> None:
    """Read filings without a store, and list the problems.

    A row is one problem: a file that a load would set aside; cells that a load would leave out or move, because the
    SEC's tables have them in the wrong rows; or an element that graphload does not know. Moved cells and unknown
    elements are counted, with the first file. Skipped files are listed on standard error. A PATH is the same as for
    `load`.

    Exit code 0: a load would take every filing. 3: it would set some aside.
    """
    checked = check_filings(options.listed(paths), say=lambda line: click.echo(line, err=True))
    output.show(_COLUMNS, [astuple(each) for each in checked.findings], shape)
    click.echo(
        f"{checked.readable:,} filings can be taken, {checked.set_aside:,} would be set aside, "
        f"{checked.skipped:,} files passed over.",
        err=True,
    )
    if not checked.ok:
        click.get_current_context().exit(3)


@click.command(epilog=options.examples("show filings/form4.xml", "show filings/form4.xml --json"))
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@options.as_json
def show(path: str, as_json: bool) -> None:
    """Print one filing, laid out like the form.

    The source of the accession number and of the filing date is shown in parentheses, because the ownership XML has
    neither. Footnotes follow the value that cites them. The name of a row, such as NT1 or DH2, is the last part of its
    id in a store.

    --json prints every value, by its name in Python. A decimal is a number if JSON keeps it exactly, else a string.
    """
    document = open_file(path)
    if isinstance(document, Skipped):
        raise FilingError(path, f"no ownership filing: {document.reason}")
    reading = read(document)
    if as_json:
        click.echo(printed.as_json(reading.filing))
    else:
        _print(printed.printed(reading.filing))
    for unread in reading.unread:
        click.echo(f"{path}: line {unread.line}: {unread.element}: no reader knows this element", err=True)


def _print(parts: Iterable[Any]) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDE
    console = Console(width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
