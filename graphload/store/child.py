"""The engine as a child process of its supervisor: start, watch, start again, stop."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from graphload.store import aot, arcade, control
from graphload.store.folder import GRAPH, named, trouble
from graphload.store.process import tie

RETURNS, SPAN = 3, 60.0  # an engine that runs out of memory is started again, so many times in so many seconds


class Child:
    """The engine of a store, with new passwords.

    If it does not start, it is started once more on other ports and without a cache: a port may be in use, and Java
    ends on a damaged cache. If a query ends it by taking all memory, it is started again on the same ports, so that its
    other clients can go on.
    """

    def __init__(self, folder: Path, log: BinaryIO) -> None:
        self.folder, self.log = folder, log
        self.name = named(folder)
        self.owner, self.readers = arcade.write_users(folder)
        self.cache = aot.cache(arcade.wheel())
        self.tries = 0
        self.out_of_memory: list[float] = []
        self.completed = False
        self._start(arcade.free_ports())

    def _start(self, ports: arcade.Ports) -> None:
        self.ready, self.ready_by, self.tries = False, time.monotonic() + arcade.START, self.tries + 1
        self.ports, self.told = ports, set[str]()
        self.log.truncate(0)
        self.java = subprocess.Popen(
            arcade.command(
                self.ports,
                aot.options(self.cache) if self.tries == 1 else [],
                read_only=(self.folder / GRAPH).is_symlink(),
            ),
            cwd=self.folder,
            env=arcade.environment(),
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            preexec_fn=tie(),  # noqa: PLW1509 - the supervisor has one thread
        )

    def failure(self) -> str | None:
        """Return why the engine has ended for good, as a sentence, or None. Starts it again where that helps."""
        said = arcade.tail(self.folder / arcade.LOG) if self.ready else ""
        if reason := arcade.lost_memory(said):
            self.kill()
            if not self._may_return():
                return f"the engine of {self.name} stopped: {reason} ({arcade.more_memory()} gives it more)"
            self.tries = 0
            self._start(self.ports)
        failed = self.java.poll() is not None or (not self.ready and self._stuck())
        if failed and (self.ready or self.tries == 2):
            return f"the engine of {self.name} {'stopped' if self.ready else 'did not start'}: {self._why()}"
        if failed:
            self.kill()
            self._start(arcade.free_ports())
        if self.ready:
            reason = arcade.lost_page(said)
            return reason and f"the engine of {self.name} stopped, as it could not write to its disk: {reason}"
        return self._welcome() if control.ready(self.ports.http) else None

    def _may_return(self) -> bool:
        now = time.monotonic()
        self.out_of_memory = [at for at in self.out_of_memory if now - at < SPAN] + [now]
        return len(self.out_of_memory) <= RETURNS

    def _welcome(self) -> str | None:
        """Take a new engine as ready, unless one of its indexes needs another start; return why none would help."""
        if self.tries == 2:
            aot.drop(self.cache)
        if not arcade.has_lost_index(self.folder / arcade.LOG):
            self.ready = True
        elif self.completed:
            return f"{self.name} is damaged, as it has lost an index: load its filings into a new store"
        else:
            self.completed, self.tries = True, 0
            self.stop()
            self._start(self.ports)
        return None

    def _stuck(self) -> bool:
        return time.monotonic() > self.ready_by or arcade.failed_to_start(self.folder / arcade.LOG)

    def _why(self) -> str:
        if self.java.poll() == -9:
            return "it was killed"
        if reason := trouble(self.folder):
            return reason
        words = arcade.last_words(self.folder / arcade.LOG)
        if "needs recovery" in words:
            return "it is in use, or was not closed properly: open it as a user who may write to it, then try again"
        if "OutOfMemory" in words or "Too small maximum heap" in words:
            return f"{words} ({arcade.more_memory()} gives it more)"
        return f"{words} (its log: {self.folder / arcade.LOG})"

    def end_overdue(self, limits: Mapping[str, float]) -> None:
        """End every query that has run longer than the limit of its user, in seconds."""
        control.end_overdue(self.ports.http, self.owner, limits, self.told)

    def stop(self) -> None:
        """Stop the engine; kill it if it takes too long."""
        self.java.terminate()
        try:
            self.java.wait(arcade.STOP)
        except subprocess.TimeoutExpired:
            self.kill()
        else:
            aot.keep(self.cache)

    def kill(self) -> None:
        """Stop the engine at once."""
        self.java.kill()
        self.java.wait()
