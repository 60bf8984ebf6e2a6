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
_COUNTED = 1000  # elements that are told apart
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
    output.show(_COLUMNS, findings.rows(documents(options.listed(paths))), shape)
    output.tell(
        f"{findings.read:,} filings can be taken, {findings.bad:,} would be set aside, "
        f"{findings.passed_over:,} files passed over."
    )
    if findings.bad:
        click.get_current_context().exit(3)


class Findings:
    """What there is to say of a walk: each bad document and each with cells left out as it comes, then counts."""

    def __init__(self) -> None:
        self.read = self.passed_over = self.bad = 0
        self.counted: dict[tuple[str, str], tuple[str, int | None, int]] = {}

    def rows(self, walk: Iterable[Found]) -> Iterator[tuple[Any, ...]]:
        """Yield what is found; no more is kept than is counted."""
        for found in walk:
            try:
                if isinstance(found, FilingError):
                    raise found
                if isinstance(found, Skipped):
                    self.passed_over += 1
                    output.tell(str(found))
                else:
                    yield from self._note(read(found), found.origin)
            except FilingError as bad:
                self.bad += 1
                yield "set aside", bad.origin, bad.line, bad.element, bad.what, bad.value, None
        for (finding, element), (file, line, count) in sorted(self.counted.items()):
            yield finding, file, line, element, _REASONS[finding], None, count

    def _note(self, reading: Reading, origin: str) -> Iterator[tuple[Any, ...]]:
        self.read += 1
        if reading.filing.left_out:
            cells = ", ".join(reading.filing.left_out)
            yield "left out", origin, None, cells, _REASONS["left out"], None, None
        for cell in reading.filing.repaired:
            self._count("repaired", cell, origin, None, 1)
        for each in reading.unread:
            self._count("unread", each.element, origin, each.line, each.count)

    def _count(self, finding: str, element: str, origin: str, line: int | None, count: int) -> None:
        if len(self.counted) >= _COUNTED and (finding, element) not in self.counted:
            element = "others"
        file, first, before = self.counted.get((finding, element), (origin, line, 0))
        self.counted[finding, element] = file, first, before + count


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
        times = f", which stands there {unread.count:,} times" if unread.count > 1 else ""
        output.tell(visible(f"{path}: line {unread.line}: {unread.element}: no reader knows this element{times}"))


def _print(parts: Iterable[Any]) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDE
    console = Console(width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
