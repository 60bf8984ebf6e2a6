"""Read filings without a store, and list the problems that a load would meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graphload.errors import FilingError
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.document import Found, Skipped
from graphload.filing.numbers import INEXACT, inexact
from graphload.read import Reading, read

# elements that are told apart
_NAMES = 1000
_ORDER = ("set aside", "left out", "contradicted", "inexact", "repaired", "unread")
_REASONS = {
    "inexact": INEXACT,
    "left out": "the SEC's tables do not tell which rows these cells belong to",
    "repaired": "was in the wrong rows and is moved to the right ones",
    "unread": "unknown element",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: a file that a load sets aside, cells that it leaves out or repairs, or an unknown element.

    `finding` is `set aside`, `left out`, `contradicted` (what is stated around a filing contradicts it), `inexact`
    (numbers of more digits than a graph keeps), `repaired` or `unread`. The last two are counted over all files; `file`
    and `line` are of the first.
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
    """The outcome of a check. `readable` and `set_aside` count filings, `skipped` counts files without a filing.

    `undated` counts the readable filings whose filing date is not known.
    """

    findings: tuple[Finding, ...]
    readable: int
    set_aside: int
    skipped: int
    undated: int

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
    found = Findings(say)
    # those that cost a filing first
    findings = sorted(found.each(documents(each_path(paths))), key=lambda each: _ORDER.index(each.finding))
    return Checked(tuple(findings), found.readable, found.set_aside, found.skipped, found.undated)


class Findings:
    """Problems as they are found, and how many filings there are; only what is counted is kept."""

    def __init__(self, say: Callable[[str], object] | None = None) -> None:
        self._say = say
        self.readable = self.skipped = self.set_aside = self.undated = 0
        self.kinds: Counter[str] = Counter()
        self._counted: dict[tuple[str, str, str], tuple[str, int | None, int]] = {}

    def each(self, walk: Iterable[Found]) -> Iterator[Finding]:
        """Read documents, and yield each problem as it comes; repaired cells and unknown elements at the end."""
        for found in walk:
            try:
                if isinstance(found, FilingError):
                    raise found
                if isinstance(found, Skipped):
                    self.skipped += 1
                    self.kinds[found.counted_as] += 1
                    if self._say:
                        self._say(str(found))
                else:
                    yield from self._note(read(found), found.origin)
            except FilingError as bad:
                self.set_aside += 1
                yield Finding("set aside", bad.origin, bad.line, bad.element, bad.what, bad.value, None)
        for (finding, element, reason), (file, line, count) in sorted(self._counted.items()):
            yield Finding(finding, file, line, element or None, reason, None, count)

    def _note(self, reading: Reading, origin: str) -> Iterator[Finding]:
        self.readable += 1
        self.undated += reading.filing.envelope.filed_on is None
        for note in reading.notes:
            yield Finding("contradicted", origin, None, None, note, None, None)
        if cells := ", ".join(inexact(reading.filing)):
            yield Finding("inexact", origin, None, cells, _REASONS["inexact"], None, None)
        if reading.filing.left_out:
            cells = ", ".join(reading.filing.left_out)
            yield Finding("left out", origin, None, cells, _REASONS["left out"], None, None)
        for repair in reading.repairs:
            self._count(("repaired", "", repair.reason), origin, repair.line, repair.count)
        for cell in () if reading.repairs else reading.filing.repaired:
            self._count(("repaired", cell, _REASONS["repaired"]), origin, None, 1)
        for each in reading.unread:
            self._count(("unread", each.element, _REASONS["unread"]), origin, each.line, each.count)

    def _count(self, key: tuple[str, str, str], origin: str, line: int | None, count: int) -> None:
        if len(self._counted) >= _NAMES and key not in self._counted:
            key = key[0], "others", key[2]
        file, first, before = self._counted.get(key, (origin, line, 0))
        self._counted[key] = file, first, before + count
