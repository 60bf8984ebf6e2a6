"""A store to attack: one engine, the command line as another process, and the graph that a calm load gives."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.engines import EMPTY, served
from bench.generate import filings, write_files
from graphload.store import Store, open_store
from graphload.store.folder import read_run
from tests.contents import contents
from tests.servers import Server

ROOT = Path(__file__).parents[1]
WITHOUT = frozenset({"origin"})  # what graphs are compared without
FILINGS, PATIENCE = 60, 300.0  # seconds that any command may take


class FailedError(Exception):
    """An attack that succeeded; says what happened."""


@dataclass(slots=True)
class Arena:
    """An engine with its address and variables, filings to load, and how often an attack is repeated."""

    name: str
    folder: Path
    address: str
    times: int
    server: Server | None = None
    variables: dict[str, str] = field(default_factory=dict)
    random: random.Random = field(default_factory=lambda: random.Random(7))

    @property
    def filings(self) -> Path:
        """The folder of the filings."""
        return self.folder / "filings"

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """Start a command of graphload."""
        command = [sys.executable, "-m", "graphload", *map(str, arguments)]
        variables = {**os.environ, **self.variables, "GRAPHLOAD_STORE": self.address}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=ROOT, env=variables, text=True, **(pipes | options))

    def run(self, *arguments: object, **options: Any) -> tuple[int, str, str]:
        """Run a command of graphload, and return its exit code and what it printed."""
        child = self.start(*arguments, **options)
        out, said = child.communicate(timeout=PATIENCE)
        if "Traceback" in said or "internal error" in said:
            raise FailedError(f"{arguments[0]}: {said.splitlines()[-1]}")
        return child.returncode, out or "", said

    def expect(self, code: int, words: str, *arguments: object, **options: Any) -> None:
        """Raise FailedError unless a command ends with this exit code and these words."""
        ended, out, said = self.run(*arguments, **options)
        if ended != code or words not in out + said:
            raise FailedError(f"{arguments[0]}: exit {ended}, not {code}: {said.strip()[-200:]}")

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store in this process."""
        os.environ |= self.variables
        with open_store(self.address) as store:
            yield store

    def empty(self) -> None:
        """Delete every node and relationship."""
        with self.store() as store, store._session(store._connection.writer, "WRITE") as session:
            session.run(EMPTY).consume()

    def contents(self) -> Counter[str]:
        """Return every node and relationship."""
        with self.store() as store:
            return contents(store, without=WITHOUT)

    def calm(self) -> tuple[Counter[str], float]:
        """Return the graph of an undisturbed load, and the seconds that it took."""
        self.empty()
        began = time.monotonic()
        self.expect(0, "Loaded", "load", self.filings)
        seconds = time.monotonic() - began
        found = self.contents()
        self.empty()
        return found, seconds

    def same(self, expected: Counter[str], store: Store | None = None) -> None:
        """Raise FailedError unless the store, or another one, holds this graph."""
        found = contents(store, without=WITHOUT) if store else self.contents()
        if found != expected:
            raise FailedError(f"{(found - expected).total()} too many, {(expected - found).total()} missing")

    def engine(self) -> object:
        """Return what tells one process of an engine from another."""
        return self.server.pid if self.server else read_run(Path(self.address))

    def kill_engine(self) -> None:
        """Kill what keeps the graph, and start it again where nobody else would."""
        if self.server:
            self.server.restart()
        elif run := read_run(Path(self.address)):
            os.kill(run.engine.pid, signal.SIGKILL)


@contextmanager
def arena(name: str, times: int) -> Iterator[Arena]:
    """Prepare an engine and filings. Raise MissingEngineError where this machine has none."""
    os.environ["GRAPHLOAD_ENGINE_LINGER"] = "0"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "filings").mkdir()
        write_files(folder / "filings", filings(FILINGS))
        if name == "embedded":
            yield Arena(name, folder, str(folder / "attacked.graph"), times)
            return
        with served(name) as server:
            login = {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}
            yield Arena(name, folder, server.address, times, server, login)
