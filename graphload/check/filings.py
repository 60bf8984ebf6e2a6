"""Read filings without a store, and list the problems that a load would meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphload.errors import FilingError
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.document import Found, Skipped
from graphload.read import Reading, read

_REASONS = {
    "left out": "the SEC's tables do not tell which rows these cells belong to",
    "repaired": "was in the wrong rows and is moved to the right ones",
    "unread": "unknown element",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: a file that a load sets aside, cells that it leaves out or repairs, or an unknown element.

    `finding` is `set aside`, `left out`, `repaired` or `unread`. The last two are counted over all files; `file` and
    `line` are of the first.
    """

    finding: str
    file: str
    line: int | None
    element: str | None
    reason: str
    value: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check. `readable` and `set_aside` count filings, `skipped` counts files without a filing."""

    findings: tuple[Finding, ...]
    readable: int
    set_aside: int
    skipped: int

    @property
    def ok(self) -> bool:
        """Whether a load would take every filing."""
        return not self.set_aside


def check(paths: Paths, *, say: Callable[[str], object] | None = None) -> Checked:
    """Read every filing at and below the paths, without a store, and list the problems.

    `say` receives a line about each file that is skipped because it holds no ownership filing.

    >>> import graphload
    >>> checked = graphload.check("examples/filings/0001046568-22-000002")
    >>> checked.readable, checked.findings
    (1, ())
    """
    findings = _Findings(say)
    for found in documents(each_path(paths)):
        findings.take(found)
    return Checked(tuple(findings.all()), findings.readable, len(findings.set_aside), findings.skipped)


class _Findings:
    """Problems as they are found; repaired cells and unknown elements are counted by name."""

    def __init__(self, say: Callable[[str], object] | None) -> None:
        self._say = say
        self.readable = self.skipped = 0
        self.set_aside: list[FilingError] = []
        self.left_out: list[tuple[str, str]] = []
        self.counted: dict[tuple[str, str], tuple[str, int | None, int]] = {}

    def take(self, found: Found) -> None:
        """Read one document."""
        try:
            if isinstance(found, FilingError):
                self.set_aside.append(found)
            elif isinstance(found, Skipped):
                self.skipped += 1
                if self._say:
                    self._say(str(found))
            else:
                self._note(read(found), found.origin)
        except FilingError as error:
            self.set_aside.append(error)

    def _note(self, reading: Reading, origin: str) -> None:
        self.readable += 1
        if reading.filing.left_out:
            self.left_out.append((origin, ", ".join(reading.filing.left_out)))
        repaired = [("repaired", cell, None) for cell in reading.filing.repaired]
        for finding, element, line in [*repaired, *(("unread", each.element, each.line) for each in reading.unread)]:
            file, first, count = self.counted.get((finding, element), (origin, line, 0))
            self.counted[finding, element] = file, first, count + 1

    def all(self) -> Iterator[Finding]:
        """Yield the problems, those that cost a filing first."""
        for bad in self.set_aside:
            yield Finding("set aside", bad.origin, bad.line, bad.element, bad.what, bad.value, None)
        for origin, cells in self.left_out:
            yield Finding("left out", origin, None, cells, _REASONS["left out"], None, None)
        for (finding, element), (file, line, count) in sorted(self.counted.items()):
            yield Finding(finding, file, line, element, _REASONS[finding], None, count)
