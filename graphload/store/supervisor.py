"""The process that keeps one engine for one store, for as long as a client holds a connection to it.

The first client runs `python -m graphload.store.supervisor FOLDER SECONDS`; SECONDS is what a reader's query may take.
A client sends the token of the run file. It is sent a line `{}` at once and, when the engine is ready, a line with its
port and users; should the engine end, a line with the error. A closed connection is a client gone, whatever the reason.
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
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

from graphload.errors import StoreError
from graphload.store import aot, arcade
from graphload.store.folder import HELD, Run, forget_run, lock, read_run, write_run
from graphload.store.process import Process, tie

FIRST_CLIENT = 10.0  # seconds for it to come


class Supervisor:
    """One engine and the clients that hold it."""

    def __init__(self, folder: Path, query_timeout: float, log: BinaryIO) -> None:
        self.folder, self.log = folder, log
        self.logins = arcade.write_users(folder, query_timeout)
        self.cache = aot.cache(arcade.wheel())
        self.token = secrets.token_urlsafe(32)
        self.clients: set[socket.socket] = set()
        self.leaving: list[socket.socket] = []
        self.listener = socket.create_server((arcade.LOOPBACK, 0))
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.first_client_by = time.monotonic() + FIRST_CLIENT
        self.tries = 0
        self.start()

    def start(self) -> None:
        """Start the engine, and tell clients where to ask for it."""
        self.ready, self.ready_by, self.tries = False, time.monotonic() + arcade.START, self.tries + 1
        self.ports = arcade.free_ports()
        self.log.truncate(0)
        self.engine = subprocess.Popen(
            arcade.command(self.ports, aot.options(self.cache)),
            cwd=self.folder,
            env=arcade.environment(),
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            preexec_fn=tie(),  # noqa: PLW1509 - this process has one thread
        )
        port = self.listener.getsockname()[1]
        write_run(self.folder, Run(port, self.token, Process.of(os.getpid()), Process.of(self.engine.pid)))

    def run(self) -> None:
        """Serve clients until the last one is gone or the engine has ended."""
        while self.clients or time.monotonic() < self.first_client_by:
            for key, _ in self.selector.select(0.1 if self.ready else 0.02):
                if key.fileobj is self.listener:
                    self._accept()
                elif isinstance(key.fileobj, socket.socket):
                    self._hear(key.fileobj)
            if self.clients:
                self._let_go()
            if self._failed():
                if self.ready or self.tries == 2:
                    return self._tell({"error": self._failure()})
                self._try_again()
            elif not self.ready and arcade.ready(self.ports):
                self.ready = True
                self._tell(self._answer())
        return None

    def stop(self) -> None:
        """Stop the engine, and only then let the last clients go: what they do next finds the store at rest."""
        self.listener.close()
        self.engine.terminate()
        try:
            self.engine.wait(arcade.STOP)
            aot.keep(self.cache)
        except subprocess.TimeoutExpired:
            self.engine.kill()
            self.engine.wait()
        forget_run(self.folder)
        self._let_go()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            self.selector.register(self.listener.accept()[0], selectors.EVENT_READ)

    def _hear(self, connection: socket.socket) -> None:
        try:
            said = connection.recv(256)
        except OSError:
            said = b""
        if connection in self.clients and said:
            return
        if hmac.compare_digest(said, self.token.encode()):
            self.clients.add(connection)
            self.first_client_by = 0.0
            self._tell({}, connection)
            if self.ready:
                self._tell(self._answer(), connection)
        else:
            self.selector.unregister(connection)
            self.clients.discard(connection)
            self.leaving.append(connection)

    def _let_go(self) -> None:
        while self.leaving:
            self.leaving.pop().close()

    def _answer(self) -> dict[str, object]:
        return {"port": self.ports.bolt, "logins": [dataclasses.asdict(login) for login in self.logins]}

    def _tell(self, news: dict[str, object], *connections: socket.socket) -> None:
        for connection in connections or tuple(self.clients):
            with contextlib.suppress(OSError):
                connection.sendall(json.dumps(news).encode() + b"\n")

    def _failed(self) -> bool:
        if self.engine.poll() is not None or self.ready:
            return self.engine.poll() is not None
        return time.monotonic() > self.ready_by or arcade.failed_to_start(self.folder / arcade.LOG)

    def _try_again(self) -> None:
        """Start once more with other ports and a fresh cache: those are what can fail by chance."""
        self.engine.kill()
        self.engine.wait()
        aot.drop(self.cache)
        self.start()

    def _failure(self) -> str:
        code, log = self.engine.poll(), self.folder / arcade.LOG
        if code is not None and -code in (signal.SIGTERM, getattr(signal, "SIGKILL", None)):
            why = f"signal {-code}"
        else:
            why = arcade.last_words(log) or ("no answer" if code is None else f"exit code {code}")
        return f"the engine of {self.folder} {'stopped' if self.ready else 'did not start'}: {why} (its log: {log})"


def _supervise(folder: Path, query_timeout: float) -> None:
    if left := read_run(folder):
        left.engine.kill()
    (folder / arcade.LOG).parent.mkdir(exist_ok=True)
    with (folder / arcade.LOG).open("ab") as log:
        supervisor = Supervisor(folder, query_timeout, log)
        os.dup2(log.fileno(), sys.stderr.fileno())  # what goes wrong from now on is told to the clients
        try:
            supervisor.run()
        finally:
            supervisor.stop()


def main() -> None:
    """Keep the store's engine, unless another process does."""
    folder, query_timeout = Path(sys.argv[1]), float(sys.argv[2])
    os.umask(0o077)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        with lock(folder) as ours:
            if not ours:
                sys.exit(HELD)
            _supervise(folder, query_timeout)
    except (OSError, StoreError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
