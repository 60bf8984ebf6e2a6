"""Rows of the documents that are read, and the report of what else is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from graphload import phases
from graphload.filing.document import Skipped
from graphload.load.accessions import Accessions
from graphload.load.report import Report
from graphload.load.workers import Mapped, Result
from graphload.store import Outcome


class Watch(phases.Phases, Protocol):
    """Receives the progress of a load or an export."""

    def begin(self, report: Report) -> None:
        """Take the report, which is updated while the load runs."""

    def say(self, line: str) -> None:
        """Take a line about a file that was set aside or skipped."""


class Unwatched(phases.Unwatched):
    """Ignores all progress."""

    def begin(self, report: Report) -> None:
        """Take the report."""

    def say(self, line: str) -> None:
        """Take a line."""


def each_filing(
    results: Iterable[Result], report: Report, watch: Watch, *, phase: str = "reading", strict: bool = False
) -> Iterator[Mapped]:
    """Yield the filings among the results of reading, and report the others. `phase` is what the work is called.

    With `strict` the first document that cannot be read raises FilingError.
    """
    accessions = Accessions()
    watch.phase(phase, "files")
    for found in results:
        if isinstance(found, Mapped):
            _note(found, accessions, report, watch)
            yield found
        elif isinstance(found, Outcome):
            report.unchanged += 1
        elif isinstance(found, Skipped):
            report.pass_over(found)
            watch.say(report.passed_over[-1])
        elif strict:
            raise found
        else:
            report.set_aside.append(str(found))
            watch.say(report.set_aside[-1])
        watch.count()


def _note(found: Mapped, accessions: Accessions, report: Report, watch: Watch) -> None:
    misplaced = accessions.contradiction(found.rows)
    noted = (*found.noted, *([misplaced] if misplaced else []))
    report.unread += found.unread
    report.repaired += found.repaired
    report.undated += not found.dated
    report.noted += noted
    for line in noted:
        watch.say(line)
    if found.left_out:
        report.left_out.append(found.left_out)
        watch.say(found.left_out)
