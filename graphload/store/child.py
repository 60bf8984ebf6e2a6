"""The engine as a child process of its supervisor: start, watch, stop."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from graphload.store import aot, arcade, control
from graphload.store.folder import GRAPH
from graphload.store.process import tie


class Child:
    """The engine of a store, with new passwords.

    If it does not start, it is started once more on other ports and without a cache: a port may be in use, and Java
    ends on a damaged cache.
    """

    def __init__(self, folder: Path, log: BinaryIO) -> None:
        self.folder, self.log = folder, log
        self.owner, self.readers = arcade.write_users(folder)
        self.cache = aot.cache(arcade.wheel())
        self.tries = 0
        self._start()

    def _start(self) -> None:
        self.ready, self.ready_by, self.tries = False, time.monotonic() + arcade.START, self.tries + 1
        self.ports = arcade.free_ports()
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
        """Return why the engine has ended for good, as a sentence, or None. Starts it a second time if needed."""
        failed = self.java.poll() is not None or (not self.ready and self._stuck())
        if failed and (self.ready or self.tries == 2):
            return f"the engine of {self.folder} {'stopped' if self.ready else 'did not start'}: {self._why()}"
        if failed:
            self.kill()
            self._start()
        if not self.ready and control.ready(self.ports.http):
            self.ready = True
            if self.tries == 2:
                aot.drop(self.cache)
        return None

    def _stuck(self) -> bool:
        return time.monotonic() > self.ready_by or arcade.failed_to_start(self.folder / arcade.LOG)

    def _why(self) -> str:
        if self.java.poll() == -9:
            return "it was killed"
        words = arcade.last_words(self.folder / arcade.LOG)
        hint = f"{arcade.MEMORY} gives it more" if "OutOfMemory" in words else f"its log: {self.folder / arcade.LOG}"
        return f"{words} ({hint})"

    def end_overdue(self, limits: Mapping[str, float]) -> None:
        """End every query that has run longer than the limit of its user, in seconds."""
        control.end_overdue(self.ports.http, self.owner, limits)

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
