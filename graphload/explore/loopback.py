"""Servers on the loopback address, which no other machine reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import TypeVar

from graphload.errors import UsageError

LOOPBACK = "127.0.0.1"

Server = TypeVar("Server", bound=ThreadingHTTPServer)


@contextmanager
def listening(make: Callable[[tuple[str, int]], Server], port: int) -> Iterator[Server]:
    """Run the server that is made for an address, in threads, as long as the context lasts. Port 0 is any free one.

    Raises UsageError if the port cannot be used.
    """
    try:
        server = make((LOOPBACK, port))
    except OSError as error:
        raise UsageError(f"port {port} cannot be used: {error.strerror}; --port 0 takes a free one") from None
    with server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
