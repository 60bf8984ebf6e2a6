"""The process that keeps the engine of one store running while a client is connected to it.

The first client runs `python -m graphload.store.supervisor FOLDER PID`, the id being its own. A client sends the token
of the run file, the seconds that a query of its reader may take, and the memory that an engine should have. It is sent
the line `{}` at once and, when the engine is ready, a line with the port and its logins; a line with `again` if the
engine ran out of memory and is started again, with the same port and logins; a line with the error if it ends. A closed
connection is a client gone. After the last one the engine stays for some seconds.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hmac
import json
import os
import secrets
import selectors
import signal
import socket
import sys
import time
from pathlib import Path

from graphload.errors import StoreError
from graphload.store import arcade
from graphload.store.arcade import LOG, LOOPBACK, Login
from graphload.store.child import Child
from graphload.store.folder import HELD, Run, forget_run, lock, read_run, write_run
from graphload.store.process import Process

FIRST_CLIENT = 10.0  # seconds for it to come
LINGER, LINGERS = "GRAPHLOAD_ENGINE_LINGER", 3.0  # seconds for another, after the last
PAUSE, STARTING = 0.5, 0.02  # seconds between looks at the engine


@dataclasses.dataclass(frozen=True, slots=True)
class Client:
    """A client of the engine: its own reader, which identifies its queries, and their time limit in seconds."""

    reader: Login
    query_timeout: float


class Supervisor:
    """One engine and its clients."""

    def __init__(self, folder: Path, engine: Child) -> None:
        self.folder, self.engine = folder, engine
        self.readers = list(engine.readers)
        self.linger, self.outdated = seconds(), False
        self.token = secrets.token_urlsafe(32)
        self.clients: dict[socket.socket, Client] = {}
        self.pending: list[socket.socket] = []
        self.leaving: list[socket.socket] = []  # the last ones to leave wait until all is stopped and this process ends
        self.listener = socket.create_server((LOOPBACK, 0))
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self._publish()

    def run(self, starter: int) -> None:
        """Serve clients until the last one has left or the engine has ended. The first should be `starter`."""
        first_client_by = time.monotonic() + FIRST_CLIENT
        stop_at = 0.0
        while not self.outdated and (
            self.clients or time.monotonic() < stop_at or (time.monotonic() < first_client_by and _is_parent(starter))
        ):
            for key, _ in self.selector.select(PAUSE if self.engine.ready else STARTING):
                self._attend(key.fileobj)
            if self.clients:
                first_client_by, stop_at = 0.0, time.monotonic() + self.linger
            if self.clients or time.monotonic() < stop_at:
                while self.leaving:
                    self.leaving.pop().close()
            if not self.clients and not _is_there(
                self.folder
            ):  # removed, or moved away: nothing may be written there any more
                self.engine.kill()
                return None
            if failure := self.engine.failure():
                return self._tell({"error": failure}, *self.clients)
            if self.engine.java.pid != self.published:
                self._publish()
                self._tell({"again": True}, *(each for each in self.clients if each not in self.pending))
            if self.engine.ready:
                self._greet()
                self.engine.end_overdue({each.reader.user: each.query_timeout for each in self.clients.values()})
        return None

    def _publish(self) -> None:
        self.published, port = self.engine.java.pid, self.listener.getsockname()[1]
        write_run(self.folder, Run(port, self.token, Process.of(os.getpid()), Process.of(self.published)))

    def _attend(self, source: object) -> None:
        with contextlib.suppress(OSError):
            if source is self.listener:
                self.selector.register(self.listener.accept()[0], selectors.EVENT_READ)
            elif isinstance(source, socket.socket):
                self._hear(source)

    def _hear(self, connection: socket.socket) -> None:
        try:
            said = connection.recv(256)
        except OSError:
            said = b""
        token, timeout, memory = (*said.split(b" "), b"", b"")[:3]
        known = said and connection not in self.clients and hmac.compare_digest(token, self.token.encode())
        if known and not self.readers:
            full = (
                f"{len(self.clients)} clients use the engine of {self.folder}, and it serves no more: end one of them"
            )
            self._tell({"error": full}, connection)
            self.selector.unregister(connection)
            connection.close()
        elif known and not self.clients and memory != arcade.memory().encode():
            self.outdated = True  # it starts another engine, with as much memory as it asks for
            self.selector.unregister(connection)
            connection.close()
        elif known:
            self.clients[connection] = Client(self.readers.pop(), float(timeout))
            self.pending.append(connection)
            self._tell({}, connection)
        elif not said or connection not in self.clients:
            self.selector.unregister(connection)
            self.leaving.append(connection)
            if client := self.clients.pop(connection, None):
                self.readers.insert(0, client.reader)

    def _greet(self) -> None:
        for connection in self.pending:
            if client := self.clients.get(connection):
                logins = {"writer": self.engine.owner, "reader": client.reader}
                spelled = {role: dataclasses.asdict(login) for role, login in logins.items()}
                self._tell({"port": self.engine.ports.bolt, **spelled}, connection)
        self.pending.clear()

    def _tell(self, news: dict[str, object], *connections: socket.socket) -> None:
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.sendall(json.dumps(news).encode() + b"\n")


def seconds() -> float:
    """Return how long an engine waits for another client after its last."""
    try:
        return max(0.0, min(float(os.environ.get(LINGER) or LINGERS), 3600.0))
    except ValueError:
        return LINGERS


def _is_there(folder: Path) -> bool:
    return read_run(folder) is not None


def _is_parent(pid: int) -> bool:
    # On Windows the parent may be the launcher of a virtual environment.
    return sys.platform == "win32" or os.getppid() == pid


def _supervise(folder: Path, starter: int) -> None:
    if left := read_run(folder):
        left.engine.kill()
    (folder / LOG).parent.mkdir(exist_ok=True)
    with (folder / LOG).open("ab") as log, contextlib.ExitStack() as undo:
        undo.callback(forget_run, folder)
        engine = Child(folder, log)
        undo.callback(engine.stop)
        supervisor = Supervisor(folder, engine)
        undo.callback(supervisor.listener.close)
        os.dup2(log.fileno(), sys.stderr.fileno())  # from now on the clients are told what goes wrong
        supervisor.run(starter)


def main() -> None:
    """Keep the engine of a store running, unless another process does."""
    folder, starter = Path(sys.argv[1]), int(sys.argv[2])
    os.umask(0o077)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        with lock(folder) as ours:
            if not ours:
                sys.exit(HELD)
            _supervise(folder, starter)
    except StoreError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(": ".join(filter(None, [str(error.filename or ""), error.strerror])) or str(error))


if __name__ == "__main__":
    main()
