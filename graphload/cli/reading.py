"""Commands that read filings and need no store: `check` and `show`."""

from __future__ import annotations

import sys
from dataclasses import astuple

import click

from graphload.check import Finding
from graphload.check.filings import Findings
from graphload.cli import options, output, printed
from graphload.errors import FilingError
from graphload.files.paths import documents, open_file
from graphload.filing.document import Skipped, counted, undated
from graphload.filing.values import Filing
from graphload.read import read
from graphload.visible import visible

_WIDE = 200  # columns, if the output is not a terminal
_COLUMNS = tuple(Finding.__slots__)


@click.command(epilog=options.examples("check filings/", "check filings/ --csv", "check - < list-of-files.txt"))
@options.paths
@output.options
def check(paths: tuple[str, ...], shape: str) -> None:
    """Read filings without a store, and list the problems.

    A row is one problem: a file that a load would set aside; cells that a load would leave out or move, because the
    SEC's tables have them in the wrong rows; a fault of XML that a load would repair; a header or a file beside a
    filing that contradicts it; a number of more digits than a graph keeps; or an element that graphload does not know.
    Moved cells, faults of XML and unknown elements are counted, with the first file. Skipped files are listed on
    standard error. A PATH is the same as for `load`.

    Exit code 0: a load would take every filing. 3: it would set some aside.
    """
    found = Findings(say=output.tell)
    output.show(_COLUMNS, map(astuple, found.each(documents(options.listed(paths)))), shape)
    output.tell(
        f"{found.readable:,} filings can be loaded, {found.set_aside:,} would be set aside, "
        f"{found.skipped:,} files passed over."
    )
    if found.kinds:
        output.tell(counted(found.kinds))
    if found.undated:
        output.tell(undated(found.undated))
    if found.set_aside:
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
        _print(reading.filing)
    for note in (*reading.notes, *(f"line {each.line}: {each.reason}" for each in reading.repairs)):
        output.tell(visible(f"{path}: {note}"))
    for unread in reading.unread:
        times = f", which stands there {unread.count:,} times" if unread.count > 1 else ""
        output.tell(visible(f"{path}: line {unread.line}: {unread.element}: no reader knows this element{times}"))


def _print(filing: Filing) -> None:
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else _WIDE, markup=False, highlight=False, emoji=False)
    for part in printed.printed(filing, console.width):
        console.print(part, crop=False)
