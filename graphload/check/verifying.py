"""Check that a store is consistent. Nothing is written, so a user who may only read can verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from graphload.ask import Question, checks, questions
from graphload.check.counting import missing_constraints, waiting
from graphload.check.recompute import differences
from graphload.errors import GraphloadError, StoreError
from graphload.phases import UNWATCHED, Phases
from graphload.schema import checks as rendered
from graphload.schema.keys import told_by_key
from graphload.store import Store
from graphload.store.address import Folder, parse
from graphload.store.folder import cut_short

# offenders of one check that are counted at most: an engine sorts no more of them
MOST = 10_000
# examples that are kept
_EXAMPLES = 3
# count the rows of a question, and keep the first ones
_COUNTED = """CALL () {{ {} }}
WITH id WHERE {}
WITH id ORDER BY id
RETURN count(*) AS offenders, collect(id)[..{}] AS examples"""
# those rendered from the schema look at nodes of graphload's alone
_RENDERED = frozenset(f"checks/{name}" for name in rendered.checks())

# checks that a load beside them does not disturb
_WHATEVER_LOADS = ("constraints", "checks/parties-stale", "files")
_LOADING = "differs, but a load is running or was cut off: verify again after the next load"

Found = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of one check: `ok`, `FAILED`, `warning` or `not run`.

    `offenders` counts the rows that the check found, up to 10,000, and `examples` has the first three. `reason` is the
    engine's message if the check could not be run, for example because of its time limit or its memory.
    """

    check: str
    result: str
    offenders: int | None = None
    examples: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """The results of all checks."""

    results: tuple[Verified, ...]

    @property
    def ok(self) -> bool:
        """Whether every check was run and none failed. Warnings are about filings, and do not count."""
        return all(each.result in ("ok", "warning") for each in self.results)


def verify(store: Store, watch: Phases = UNWATCHED) -> Verification:
    """Check that a store is consistent: constraints, checks of the graph, and derived facts.

    The checks of the pack `checks` fail; the questions of the pack `quality` warn of errors that filers made. At the
    end, every derived fact is derived again from the filings and compared. A check that cannot be run is a result too.
    `watch` receives the progress.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.verify(store).ok
    True
    """
    return Verification(tuple(_results(store, watch)))


def _results(store: Store, watch: Phases) -> Iterator[Verified]:
    gone: str | None = None
    listed = [*_checks(store, watch)]
    watch.phase("checking", "questions", sum("/" in name for name, *_ in listed))
    for name, failing, find in listed:
        if gone:
            yield Verified(name, "not run", reason=gone)
            continue
        try:
            result = _result(store, name, failing, find)
        except GraphloadError as error:
            result = Verified(name, "not run", reason=str(error))
            gone = _gone(store) if isinstance(error, StoreError) else None
        if "/" in name:
            watch.count()
        yield result


def _result(store: Store, name: str, failing: str, find: Callable[[], Found]) -> Verified:
    """Return the result of a check; of one that fails after a second look, none while a load may explain it."""
    offenders, examples = find()
    if offenders and failing == "FAILED":
        offenders, examples = find()
        if offenders and name not in _WHATEVER_LOADS and waiting(store):
            return Verified(name, "not run", reason=_LOADING)
    return Verified(name, failing if offenders else "ok", offenders, examples)


def _checks(store: Store, watch: Phases) -> Iterator[tuple[str, str, Callable[[], Found]]]:
    """Yield each check: its name, its result if it finds something, and the function that runs it."""
    yield "constraints", "FAILED", partial(_missing, store)
    for check in checks():
        yield check.name, "FAILED", partial(_offenders, store, check)
    for question in questions("quality"):
        yield question.name, "warning", partial(_offenders, store, question)
    yield "derived facts", "FAILED", partial(_differences, store, watch)
    if isinstance(found := parse(store.address), Folder):
        yield "files", "FAILED", partial(_cut_short, found.path)


def _gone(store: Store) -> str | None:
    """Return why a store answers nothing any more, or None if it still answers."""
    try:
        store.read("RETURN 1 AS one")
    except GraphloadError as error:
        return str(error)
    return None


def _missing(store: Store) -> Found:
    missing = missing_constraints(store)
    return len(missing), missing


def _offenders(store: Store, question: Question) -> Found:
    given = {param.name: param.default for param in question.params} | {"limit": MOST}
    ours = "id IS NOT NULL" if question.name in _RENDERED else told_by_key("id")
    offenders, examples = store.read(_COUNTED.format(question.cypher, ours, _EXAMPLES), **given).rows[0]
    return offenders, tuple(map(str, examples))


def _differences(store: Store, watch: Phases) -> Found:
    found = differences(store, watch)
    examples = tuple(str(each) for each in islice(found, _EXAMPLES))
    return len(examples) + sum(1 for _ in found), examples


def _cut_short(folder: Path) -> Found:
    short = [file.name for file in cut_short(folder)]
    return len(short), tuple(short[:_EXAMPLES])
