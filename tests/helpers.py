"""What tests of many kinds do."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from subprocess import Popen
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graphload.ask import ask
from graphload.cli import main
from graphload.store import Store
from tests.conftest import ENGINE
from tests.servers import ROOT

Run = Callable[..., Result]
Start = Callable[..., Popen[str]]
OURS = ("EDGAR_", "GRAPHLOAD_", "NEO4J_")
# what is given to work that should take one or two; what grows with the square of its input would take minutes
SECONDS = 20


@contextmanager
def ends() -> Iterator[None]:
    """Fail what keeps the processor busy for more than 20 seconds. How busy the machine is does not matter."""

    def interrupt(*_: object) -> None:
        raise AssertionError(f"still at work after {SECONDS} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def told(words: Sequence[str], env: Mapping[str, str] | None = None) -> str:
    """Return what a command of graphload prints. It runs in this process, which is quicker than in one of its own."""
    ran = CliRunner().invoke(main, [*words], env=env, catch_exceptions=False, prog_name="graphload")
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def cells(store: Store, question: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    """Ask a question, and return some columns of each row."""
    return [tuple(row[column] for column in columns) for row in ask(store, question, **given).dicts()]


def unset(patch: pytest.MonkeyPatch) -> None:
    """Unset the variables that graphload reads, but for those by which the tests' engines are quick."""
    for name in [name for name in os.environ if name.startswith(OURS) and name not in ENGINE]:
        patch.delenv(name)


def environment(*left_out: str) -> dict[str, str]:
    """Return the variables of a process that runs this checkout, less those that begin with one of these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"PYTHONPATH": str(ROOT)}
