"""The files for Neo4j Browser, and a server on this machine that gives them to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, urlsplit

from graphload.explore import guide
from graphload.explore.favourites import favourites, listed, packed
from graphload.explore.grass import grass
from graphload.explore.loopback import listening

STYLE, GUIDE = "graphload.grass", "guide.html"
_TYPES = {
    "grass": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
}
_NAMES = ("localhost", "127.0.0.1")


def kit(address: str) -> dict[str, bytes]:
    """Return the files by name; `address` is where the guide finds the style."""
    some = favourites()
    return {
        STYLE: grass().encode(),
        GUIDE: guide.html(f"{address}/{STYLE}").encode(),
        "guide.md": guide.markdown().encode(),
        "favourites.zip": packed(some),
        "favourites.csv": listed(some).encode(),
    }


def link(browser: str, address: str) -> str:
    """Return the address that opens a Browser with the guide."""
    return f"{browser.rstrip('/')}/browser/?cmd=play&arg={quote(f'{address}/{GUIDE}', safe='')}"


@contextmanager
def serving(port: int = 0) -> Iterator[str]:
    """Serve the kit to programs on this machine, and yield its address.

    The Browser's list of allowed addresses has `localhost`, so that is the name in it.
    """
    held: dict[str, bytes] = {}
    with listening(lambda address: ThreadingHTTPServer(address, _handler(held)), port) as server:
        address = f"http://localhost:{server.server_port}"
        held |= kit(address)
        yield address


def _handler(held: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    """Return what answers requests: the files of the kit, to pages of any origin, and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = urlsplit(self.path).path.lstrip("/")
            if self.headers.get("Host", "").rpartition(":")[0] not in _NAMES:
                self.send_error(HTTPStatus.FORBIDDEN)
            elif name not in held:
                self.send_error(HTTPStatus.NOT_FOUND)
            else:
                self._answer(HTTPStatus.OK, held[name], _TYPES[name.rpartition(".")[2]])

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_OPTIONS(self) -> None:
            self._answer(HTTPStatus.NO_CONTENT, b"", "text/plain")

        def _answer(self, status: HTTPStatus, body: bytes, type: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*")
            self.send_header("Access-Control-Allow-Private-Network", "true")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of requests."""

    return Handler
