"""Commands that read filings and need no store: `check` and `show`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from graphload.cli import options, output, printed
from graphload.errors import FilingError
from graphload.files.paths import documents, open_file
from graphload.filing.document import Found, Skipped
from graphload.read import Reading, read
from graphload.visible import visible

_WIDE = 200  # columns, where no terminal tells
_COLUMNS = ("finding", "file", "line", "element", "reason", "value", "count")
_REASONS = {
    "left out": "not certain which rows they are of",
    "repaired": "stood in wrong rows and is put right",
    "unread": "no reader knows it",
}


@click.command(epilog=options.examples("check filings/", "check filings/ --csv", "check - < list-of-files.txt"))
@options.paths
@output.options
def check(paths: tuple[str, ...], shape: str | None) -> None:
    """Read filings without a store, and tell what is wrong with them.

    A row of the answer is a file that a load would set aside, or a filing with cells that it would leave out, as the
    SEC's tables do not tell which rows they are of; or else, with how often and where it stands first, a cell that
    those tables have in wrong rows and that a load puts right, or an element that no reader knows. What is passed over
    is told on standard error. A PATH is what it is for `load`.

    Exit code 0: every filing can be taken. 3: some would be set aside.
    """
    findings = Findings()
    for found in documents(options.listed(paths)):
        findings.take(found)
    output.show(_COLUMNS, findings.rows(), shape)
    click.echo(
        f"{findings.read:,} filings can be taken, {len(findings.bad):,} would be set aside, "
        f"{findings.passed_over:,} files passed over.",
        err=True,
    )
    if findings.bad:
        click.get_current_context().exit(3)


class Findings:
    """What there is to say of a walk: each bad document, each with cells left out, and counts of the rest."""

    def __init__(self) -> None:
        self.read = self.passed_over = 0
        self.bad: list[FilingError] = []
        self.left_out: list[tuple[str, str]] = []
        self.counted: dict[tuple[str, str], tuple[str, int | None, int]] = {}

    def take(self, found: Found) -> None:
        """Look at one document."""
        try:
            if isinstance(found, FilingError):
                self.bad.append(found)
            elif isinstance(found, Skipped):
                self.passed_over += 1
                output.tell(str(found))
            else:
                self._note(read(found), found.origin)
        except FilingError as error:
            self.bad.append(error)

    def _note(self, reading: Reading, origin: str) -> None:
        self.read += 1
        if reading.filing.left_out:
            self.left_out.append((origin, ", ".join(reading.filing.left_out)))
        repaired = [("repaired", cell, None) for cell in reading.filing.repaired]
        for finding, element, line in [*repaired, *(("unread", each.element, each.line) for each in reading.unread)]:
            file, first, count = self.counted.get((finding, element), (origin, line, 0))
            self.counted[finding, element] = file, first, count + 1

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield what was found."""
        for bad in self.bad:
            yield "set aside", bad.origin, bad.line, bad.element, bad.what, bad.value, None
        for origin, cells in self.left_out:
            yield "left out", origin, None, cells, _REASONS["left out"], None, None
        for (finding, element), (file, line, count) in sorted(self.counted.items()):
            yield finding, file, line, element, _REASONS[finding], None, count


@click.command(epilog=options.examples("show filings/form4.xml", "show filings/form4.xml --json"))
@click.argument("path", type=click.Path(exists=True, dir_okay=False))
@options.as_json
def show(path: str, as_json: bool) -> None:
    """Show one filing as it is read.

    The layout follows the printed form. The ownership XML has no accession number and no filing date: behind them
    stands where they were taken from. Behind a value stand the footnotes that its cell cites. A row's name, as NT1 or
    DH2, is the last part of its id in a store.

    With --json every value is there, by its name in Python. A decimal is a number where JSON readers keep it exactly,
    and a string elsewhere.
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
        output.tell(visible(f"{path}: line {unread.line}: {unread.element}: no reader knows this element"))


def _print(parts: Iterable[Any]) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDE
    console = Console(width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
