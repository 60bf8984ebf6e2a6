"""Progress: which phases long work has, and what is said of them."""

from pathlib import Path

import pytest

from graphload.bulk.creating import create
from graphload.check import verify
from graphload.cli.progress import Lines
from graphload.load import Report, Unwatched, export, load, remove
from graphload.store import open_store


class Kept(Unwatched):
    """Keeps the phases of some work, each with what it counts and how much of it."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, str, int | None]] = []
        self.counts: list[int] = []

    def begin(self, report: Report) -> None:
        """Take the report."""

    def say(self, line: str) -> None:
        """Take a line."""

    def phase(self, name: str, noun: str, total: int | None = None) -> None:
        """Keep a phase."""
        self.phases.append((name, noun, total))
        self.counts.append(0)

    def count(self, more: int = 1) -> None:
        """Count what is done in a phase."""
        self.counts[-1] += more

    @property
    def names(self) -> list[str]:
        """The names of the phases, each once where it goes on with other things."""
        return [name for at, (name, *_) in enumerate(self.phases) if at == 0 or self.phases[at - 1][0] != name]

    def done(self) -> None:
        """Check that each phase with a total came to it."""
        assert [(name, count) for (name, _, total), count in zip(self.phases, self.counts, strict=True) if total] == [
            (name, total) for name, _, total in self.phases if total
        ]


@pytest.mark.slow
def test_each_kind_of_work_names_its_phases(filings: Path, tmp_path: Path) -> None:
    loading, verifying, exporting, importing, removing = (Kept() for _ in range(5))
    with open_store(str(tmp_path / "graph")) as store:
        load(store, [str(filings)], watch=loading)
        assert verify(store, verifying).ok
        remove(store, [each.parent.name for each in filings.glob("*/ownership.xml")], removing)
    export(filings, tmp_path / "files", watch=exporting)
    create(tmp_path / "files", tmp_path / "other", importing)
    assert loading.names == ["reading and writing", "deriving"]
    assert verifying.names == ["checking", "deriving again"]
    assert removing.phases[0] == ("removing", "filings", 3)
    assert exporting.names == [
        "reading", "comparing filings", "deriving, by issuers", "joining nodes", "joining groups", "sorting names",
        "deriving, by names", "writing",
    ]  # fmt: skip
    assert importing.names == ["preparing the store", "writing", "closing the store"]
    for each in (loading, verifying, exporting, importing, removing):
        each.done()
    assert (loading.phases[0], loading.counts[0]) == (("reading and writing", "files", None), 3)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Lines:
    """Lines of progress of which none is left out, one second after another."""
    now = iter(range(1000))
    monkeypatch.setattr("graphload.cli.progress.time.monotonic", lambda: next(now))
    monkeypatch.setattr(Lines, "every", 0.0)
    return Lines(files=8)


def test_a_line_names_the_phase_and_tells_how_long_it_takes(lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    lines.phase("reading", "files")
    lines.count(2)
    lines.count(2)
    lines.count(40)
    lines.phase("deriving", "issuers", 3)
    lines.count()
    lines.phase("closing the store", "")
    assert capsys.readouterr().err.splitlines() == [
        "reading",
        "reading: 2 of 8 files, 1 a second, 6 s left",
        "reading: 4 of 8 files, 1 a second, 3 s left",
        # an archive is one file and has many
        "reading: 44 files, 11 a second",
        "deriving",
        "deriving: 1 of 3 issuers, 4 s left",
        "closing the store",
    ]
