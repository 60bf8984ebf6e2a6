"""Progress of a load on stderr: a bar on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from graphload.cli import output
from graphload.cli.interrupts import interrupts
from graphload.files.paths import files
from graphload.filing.document import counted, undated
from graphload.formats import json_text
from graphload.load import Report
from graphload.visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress

_COUNTING = 2.0  # seconds that a count of the files may take


class Lines:
    """Progress as lines: one for each file that is set aside or skipped, and one every few seconds."""

    every = 5.0  # seconds

    def __init__(self, files: int | None = None, name: str = "", noun: str = "files") -> None:
        self.report: Report | None = None
        self._files, self._name, self._noun = files, name, noun
        self.total, self.done = files, 0
        self._began = time.monotonic()
        self._next = self._began + self.every

    def begin(self, report: Report) -> None:
        """Keep the report, to print it even if the load is interrupted."""
        self.report = report

    def say(self, line: str) -> None:
        """Print a line about a file."""
        output.tell(line)

    def show(self, line: str) -> None:
        """Print a line of progress."""
        click.echo(line, err=True)

    def phase(self, name: str, noun: str, total: int | None = None) -> None:
        """Begin a phase of the work."""
        self._name, self._noun, self.done = name, noun, 0
        self.total = self._files if total is None and noun == "files" else total
        self._began = time.monotonic()
        self._tell()

    def count(self, more: int = 1) -> None:
        """Count what is done."""
        self.done += more
        self._tell()

    def _tell(self) -> None:
        interrupts.look()
        now = time.monotonic()
        if now >= self._next:
            self._next = now + self.every
            self.show(self._line(now - self._began))

    def _line(self, seconds: float) -> str:
        """Return the name of the phase, how much of it is done, how fast, and how long it will take."""
        said = self._name
        if self.done:
            rate = self.done / max(seconds, 1e-3)
            # an archive is one file and has many
            known = self.total is not None and self.done <= self.total
            said += f": {self.done:,}{f' of {self.total:,}' if known else ''} {self._noun}"
            said += f", {rate:,.0f} a second" if rate >= 1 else ""
            if self.total is not None and known:
                said += f", {(self.total - self.done) / rate:,.0f} s left"
        return said


class Bar(Lines):
    """Progress as a bar, with the same text beside it."""

    every = 0.2

    def __init__(self, files: int | None, name: str, progress: Progress) -> None:
        super().__init__(files, name)
        self._progress = progress
        self._task = progress.add_task(name or "starting", total=files)

    def phase(self, name: str, noun: str, total: int | None = None) -> None:
        """Begin a phase with an empty bar."""
        super().phase(name, noun, total)
        self._progress.reset(self._task, total=self.total, description=name)

    def say(self, line: str) -> None:
        """Print a line above the bar."""
        self._progress.console.print(visible(line), markup=False, highlight=False, soft_wrap=True)

    def show(self, line: str) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=self.done, description=line)


@contextmanager
def watching(paths: Iterable[str] | None, as_json: bool, work: str = "load") -> Iterator[Lines]:
    """Show the progress of a load on stderr, then its report. With `as_json`, print the report on stdout too.

    `paths` is None where they come through a pipe and cannot be counted beforehand. `work` is `load` or `export`.
    """
    total = None if paths is None else _count(paths)
    lines = Lines(total)
    try:
        with counting(total) as lines:
            yield lines
    finally:
        if lines.report:
            output.tell("\n".join(words(lines.report, work)))
            if as_json:
                click.echo(json_text(lines.report.as_dict(), indent=2))


def counting(files: int | None = None, name: str = "") -> AbstractContextManager[Lines]:
    """Show on stderr the phase of long work and how much of it is done: as a bar on a terminal, else as lines."""
    return _bar(files, name) if sys.stderr.isatty() else nullcontext(Lines(files, name))


@contextmanager
def _bar(files: int | None, name: str) -> Iterator[Bar]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(files, name, progress)


def _count(paths: Iterable[str]) -> int | None:
    """Return the number of files, or None if counting takes too long."""
    until, total = time.monotonic() + _COUNTING, 0
    for _ in files(paths):
        total += 1
        if time.monotonic() > until:
            return None
    return total


def words(report: Report, work: str = "load") -> Iterator[str]:
    """Yield the lines of a report of a load or an export."""
    taken = f"{report.loaded:,}, replaced {report.replaced:,}, left {report.unchanged:,} unchanged"
    left_out = f"passed over {len(report.passed_over):,}, set aside {len(report.set_aside):,}"
    yield f"{work.capitalize()}ed {taken}, {left_out}, in {report.seconds:.1f} s."
    if report.set_aside:
        yield f"What was set aside is named above with its reason: correct these files, and run the {work} again."
    if report.unread:
        yield f"{report.unread:,} elements are known to no reader: `graphload check` lists them."
    if report.kinds:
        yield counted(report.kinds)
    if report.repaired:
        yield f"Repaired {report.repaired:,} filings, as their property `repaired` says."
    if report.left_out:
        yield (
            f"{len(report.left_out):,} filings have cells left out, as the SEC's tables do not tell their rows. "
            "Load their full submissions (.txt) to have them."
        )
    if report.undated:
        yield undated(report.undated)
    if not report.finished:
        yield f"The {work} is incomplete: run it again to continue."
