"""A server of a store's pages, for this machine and its user alone."""

from __future__ import annotations

import hmac
import logging
import secrets
from contextlib import AbstractContextManager, suppress
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from graphload.explore.loopback import LOOPBACK, listening
from graphload.explore.site import HTML, Reply, reply
from graphload.store import Store

_LOG = logging.getLogger("graphload")
_COOKIE, _TOKEN = "graphload-token", "token"
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Server(ThreadingHTTPServer):
    """A server on the loopback address. Its first address has a token, which the browser then keeps as a cookie."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, address: tuple[str, int], store: Store) -> None:
        self.store, self.token = store, secrets.token_urlsafe(24)
        super().__init__(address, _Request)

    @property
    def names(self) -> set[str]:
        """What the browser may call the server, in the header Host."""
        return {f"{host}:{self.server_port}" for host in (LOOPBACK, "localhost")}

    @property
    def address(self) -> str:
        """The address to open first."""
        return f"http://{LOOPBACK}:{self.server_port}/?{_TOKEN}={self.token}"


def serving(store: Store, port: int) -> AbstractContextManager[Server]:
    """Serve a store as long as the context lasts. Port 0 is any that is free.

    Raises UsageError if the port cannot be used.
    """
    return listening(lambda address: Server(address, store), port)


class _Request(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "graphload", ""

    def do_GET(self) -> None:
        """Answer a page to the user who has the token, and nothing to others."""
        parts = urlsplit(self.path)
        given = dict(parse_qsl(parts.query, keep_blank_values=True))
        if self.headers.get("Host") not in self.server.names:
            self._send(Reply("no such host\n", "text/plain", HTTPStatus.MISDIRECTED_REQUEST))
        elif self._same(given.get(_TOKEN, "")):
            cookie = f"{_COOKIE}={self.server.token}; HttpOnly; SameSite=Strict; Path=/"
            self._send(Reply("", HTML, HTTPStatus.SEE_OTHER), {"Set-Cookie": cookie, "Location": parts.path})
        elif not self._same(self._cookie()):
            words = "open the address that `graphload explore serve` printed\n"
            self._send(Reply(words, "text/plain", HTTPStatus.FORBIDDEN))
        else:
            self._send(self._page(parts.path, given))

    def _page(self, path: str, given: dict[str, str]) -> Reply:
        try:
            return reply(self.server.store, path, given)
        except Exception:  # the server goes on, and the log has the lines to report
            _LOG.exception("internal error in graphload at %s", path)
            return Reply("internal error in graphload\n", "text/plain", HTTPStatus.INTERNAL_SERVER_ERROR)

    def _same(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.server.token.encode())

    def _cookie(self) -> str:
        with suppress(CookieError):
            if found := SimpleCookie(self.headers.get("Cookie", "")).get(_COOKIE):
                return found.value
        return ""

    def _send(self, answer: Reply, headers: dict[str, str] | None = None) -> None:
        body = answer.body.encode()
        with suppress(ConnectionError):  # the browser may have gone on
            self.send_response(answer.status)
            for name, value in (_HEADERS | (headers or {})).items():
                self.send_header(name, value)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: an address may hold the token."""
