"""The embedded engine from the side of a client: attach to a store, use its engine, let go.

The first client starts a supervisor. It keeps the engine running while any client is connected to it. If a client is
killed, the system closes its connection.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from graphload.errors import StoreError
from graphload.store.arcade import DATABASE, LOOPBACK, START, STOP, Login, memory, wheel
from graphload.store.folder import GRAPH, HELD, Run, claim, home, read_run, trouble

# seconds to wait for an engine that another process stops or starts, on a busy machine too
REACH = 60.0

# Ctrl-C at the terminal is for us alone.
_APART: dict[str, Any] = {"start_new_session": True}
if sys.platform == "win32":
    _APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}

# A supervisor may outlive our interest in it; it is asked for when the next one starts, so that none stays a zombie.
_children: list[subprocess.Popen[bytes]] = []


class Engine:
    """A running engine. It keeps running until `close`, or longer if other processes use it too."""

    database = DATABASE

    def __init__(self, folder: Path, run: Run, connection: socket.socket, answer: dict[str, Any]) -> None:
        self._folder, self._run, self._connection = folder, run, connection
        self._end: str | None = None
        self._again = False
        self.uri = f"bolt://{LOOPBACK}:{answer['port']}"
        self.writer, self.reader = Login(**answer["writer"]), Login(**answer["reader"])
        if hasattr(os, "register_at_fork"):  # a forked worker must not hold the engine when we are gone
            os.register_at_fork(after_in_child=connection.close)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def ended(self, wait: float = 0.0) -> str | None:
        """Return why the engine has ended, as a sentence, or None if it still runs after `wait` seconds."""
        if self._end is None and self._connection.fileno() != -1 and select.select([self._connection], [], [], wait)[0]:
            try:
                news = _receive(self._connection)
            except OSError:
                news = {"error": f"the engine of {self._folder} lost the process that kept it"}
            if "error" in news:
                self._end = str(news["error"])
                self._bury()
            else:
                self._again = True
        return self._end

    def returned(self) -> bool:
        """Return whether the engine ran out of memory and was started again since the last call."""
        self.ended()
        again, self._again = self._again, False
        return again

    @property
    def read_only(self) -> bool:
        """Whether the graph may only be read; the engine then has its other files elsewhere."""
        return (self._folder / GRAPH).is_symlink()

    def trouble(self) -> str | None:
        """Return why the store cannot be written, where the system tells."""
        return None if self.read_only else trouble(self._folder)

    def close(self) -> None:
        """Let go of the engine. The last client waits until the engine has stopped."""
        if self._connection.fileno() == -1:
            return
        with self._connection, contextlib.suppress(OSError):
            self._connection.settimeout(STOP + 5)
            self._connection.shutdown(socket.SHUT_WR)
            while self._connection.recv(4096):
                pass
        self._bury()

    def _bury(self) -> None:
        if not self._run.supervisor.alive():
            self._run.engine.kill()
        if read_run(self._folder) is None:
            for child in _children:
                if child.pid == self._run.supervisor.pid:
                    child.wait(STOP)


def attach(folder: Path, *, create: bool = False, query_timeout: float = 60.0) -> Engine:
    """Return the running engine of a store, or start one.

    `query_timeout` is what each query of this client's reader may take, in seconds, until its last row is fetched.
    Raise StoreError if the folder is not a store, if another process holds it, or if the engine does not start.
    """
    found = claim(folder, create=create)
    try:
        found = home(found)
    except OSError as error:
        raise StoreError(f"cannot open the store {folder}: {error.strerror}") from error
    wheel()
    deadline, pause = time.monotonic() + REACH, 0.05
    while time.monotonic() < deadline:
        if engine := _reach(found, query_timeout) or _start(found, query_timeout, deadline):
            return engine
        time.sleep(pause)
        pause = min(pause * 2, 1.0)
    run = read_run(found)
    holder = f"process {run.supervisor.pid}, which" if run else "a process that"
    raise StoreError(f"{folder} is held by {holder} does not answer: end it, then try again")


def _start(folder: Path, query_timeout: float, deadline: float) -> Engine | None:
    """Start a supervisor, and attach to the one that has the store. Return None if it is not ready in time."""
    child = _supervisor(folder)
    assert child.stderr is not None
    with child.stderr:
        try:
            while child.poll() is None and time.monotonic() < deadline:
                if engine := _reach(folder, query_timeout):
                    return engine
                time.sleep(0.01)
        except BaseException:
            child.terminate()
            raise
        if child.poll() is None:
            child.terminate()
        elif child.returncode != HELD:
            said = child.stderr.read().decode(errors="replace").strip() or f"exit code {child.returncode}"
            raise StoreError(f"cannot start the engine of {folder}: {trouble(folder) or said.splitlines()[-1]}")
    return None


def _supervisor(folder: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-m", "graphload.store.supervisor", str(folder), str(os.getpid())],
        cwd=Path(__file__).parents[2],  # -m looks there first, and not where the user happens to be
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **_APART,
    )
    _children[:] = [*(other for other in _children if other.poll() is None), child]
    return child


def _reach(folder: Path, query_timeout: float) -> Engine | None:
    """Attach to the supervisor in the run file, and wait for its engine. Return None if none answers."""
    run = read_run(folder)
    if run is None or not run.supervisor.alive():
        return None
    with contextlib.ExitStack() as undo, contextlib.suppress(OSError):
        connection = undo.enter_context(socket.create_connection((LOOPBACK, run.port), timeout=2))
        connection.sendall(f"{run.token} {query_timeout} {memory()}".encode())
        answer = _receive(connection)
        connection.settimeout(2 * START + 5)
        if "error" not in answer:
            answer = _receive(connection)
        if "error" in answer:
            raise StoreError(answer["error"])
        undo.pop_all()
        return Engine(folder, run, connection, answer)
    return None


def _receive(connection: socket.socket) -> dict[str, Any]:
    line = b""
    while not line.endswith(b"\n"):
        piece = connection.recv(1)  # not a byte of the next line
        if not piece:
            raise ConnectionError
        line += piece
    received: dict[str, Any] = json.loads(line)
    return received
