"""EDGAR on loopback: its documented paths with the example filings, its manners and its bad days."""

import gzip
import io
import json
import socket
import struct
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from examples.world import FILINGS
from examples.write import submission
from graphload.filing.values import Filing

# the examples in the help name a company that people know; its filings are another's here
STAND_IN = {"0000320193": "0009000001"}
PAGE = 20
DATASET = "/files/structureddata/data/insider-transactions-data-sets/2024q3_form345.zip"
BLOCKED = b"<!DOCTYPE html><html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>"
NO_SUCH_FILE = b'<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'
COLUMNS = "CIK|Company Name|Form Type|Date Filed|{}\n" + 80 * "-" + "\n"
PREAMBLE = "Description:           Master Index of EDGAR Dissemination Feed\nComments:  webmaster@sec.gov\n \n \n"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in."""

    path: str
    headers: Message
    at: float


class Answer(BaseHTTPRequestHandler):
    """One request: answered as a fault says, if one lies in wait for it, else as EDGAR does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "Server"

    def do_GET(self) -> None:
        edgar = self.server.edgar
        edgar.asked.append(Asked(self.path, self.headers, time.monotonic()))
        body = edgar.body(self.path)
        waiting = edgar.faults.get(self.path) or edgar.faults.get("*")
        if waiting:
            waiting.pop(0)(self, body or b"")
        elif body is None:
            self.send(404, b"<html><title>404 Not Found</title></html>")
        else:
            self.send(200, body)

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *message: object) -> None:
        """Keep quiet: what was asked is in `asked`."""


class Server(ThreadingHTTPServer):
    """The server; connections may break, which is no news."""

    daemon_threads = True
    edgar: "Edgar"

    def handle_error(self, *request: object) -> None:
        """Pass by the connections that clients gave up."""


Fault = Callable[[Answer, bytes], None]


def dataset() -> bytes:
    """Return a data set with one table, which is empty."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("SUBMISSION.tsv", "ACCESSION_NUMBER\tFILING_DATE\n")
    return file.getvalue()


@dataclass(slots=True)
class Edgar:
    """What the server has and what it was asked; `faults` are the answers in wait for a path, or for any: `*`."""

    base: str
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    filings: tuple[Filing, ...] = tuple(FILINGS)
    files: dict[str, bytes] = field(default_factory=lambda: {DATASET: dataset()})

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in their order."""
        return [each.path for each in self.asked]

    def body(self, path: str) -> bytes | None:
        """Return what is at a path."""
        match path.strip("/").split("/"):
            case ["files", "company_tickers.json"]:
                return json.dumps(self._tickers()).encode()
            case ["submissions", name]:
                return self._submissions(name)
            case ["Archives", "edgar", "full-index", year, quarter, "master.idx"]:
                return self._index(f"{year}-{quarter}", "Filename", "%Y-%m-%d")
            case ["Archives", "edgar", "daily-index", _, _, name]:
                return self._index(name.split(".")[1], "File Name", "%Y%m%d")
            case ["Archives", "edgar", "data", cik, name]:
                return self._submission(cik.zfill(10), name)
        return self.files.get(path)

    def _tickers(self) -> dict[str, dict[str, Any]]:
        issuers = {each.issuer.ticker: each.issuer for each in self.filings}
        rows = [(each.cik, ticker, each.name) for ticker, each in issuers.items()] + [("320193", "AAPL", "Apple Inc.")]
        return {
            str(number): {"cik_str": int(cik or 0), "ticker": (ticker or "").upper(), "title": name}
            for number, (cik, ticker, name) in enumerate(rows)
        }

    def _submissions(self, name: str) -> bytes | None:
        cik, page = name[3:13], int(name[26:29]) if "-submissions-" in name else 0
        found = sorted(self._of(cik), key=filed_on, reverse=True)
        tables = [found[at : at + PAGE] for at in range(0, max(1, len(found)), PAGE)]
        if not found:
            return None
        if page:
            return json.dumps(_table(tables[page])).encode()
        files = [
            {
                "name": f"CIK{cik}-submissions-{number:03}.json",
                "filingCount": len(each),
                "filingFrom": filed_on(each[-1]).isoformat(),
                "filingTo": filed_on(each[0]).isoformat(),
            }
            for number, each in enumerate(tables[1:], 1)
        ]
        return json.dumps({"cik": cik, "filings": {"recent": _table(tables[0]), "files": files}}).encode()

    def _of(self, cik: str) -> list[Filing]:
        """Return the filings of a filer and, as everywhere on EDGAR, the filings about it."""
        return [each for each in self.filings if STAND_IN.get(cik, cik) in _ciks(each)]

    def _index(self, when: str, column: str, day: str) -> bytes | None:
        rows = [
            f"{int(party.cik)}|{party.name}|{each.form.value}|{filed_on(each):{day}}|edgar/data/{int(party.cik)}/{name(each)}\n"
            for each in self.filings
            for party in each.envelope.parties
            if when in (f"{filed_on(each):%Y}-QTR{(filed_on(each).month + 2) // 3}", f"{filed_on(each):%Y%m%d}")
        ]
        others = ["1000045|A|COMPANY|10-Q|2024-08-01|edgar/data/1000045/0000950170-24-000001.txt\n"]
        return (PREAMBLE + COLUMNS.format(column) + "".join(others + rows)).encode("latin-1")

    def _submission(self, cik: str, file: str) -> bytes | None:
        found = [each for each in self._of(cik) if name(each) == file]
        return submission(found[0]) if found else None


def name(filing: Filing) -> str:
    """Return the name of a filing's full submission."""
    return f"{filing.envelope.accession}.txt"


def filed_on(filing: Filing) -> date:
    """Return the day on which a filing came."""
    assert filing.envelope.filed_on
    return filing.envelope.filed_on


def path(filing: Filing, cik: str | None = None) -> str:
    """Return where EDGAR keeps a filing, by one of its parties."""
    return f"/Archives/edgar/data/{int(cik or filing.envelope.parties[0].cik)}/{name(filing)}"


def _ciks(filing: Filing) -> set[str]:
    return {party.cik for party in filing.envelope.parties}


def _table(filings: list[Filing]) -> dict[str, list[str]]:
    return {
        "accessionNumber": [str(each.envelope.accession) for each in filings],
        "filingDate": [filed_on(each).isoformat() for each in filings],
        "form": [str(each.form.value) for each in filings],
    }


def says(status: int, body: bytes = BLOCKED, **headers: str) -> Fault:
    """Another status, or another body."""
    return lambda answer, _: answer.send(status, body, **headers)


def half(answer: Answer, body: bytes) -> None:
    """The connection ends in the middle."""
    answer.send(200, body[: len(body) // 2], Content_Length=str(len(body)), Connection="close")
    answer.close_connection = True


def short(answer: Answer, body: bytes) -> None:
    """The length is given wrong, and what is there is only its beginning."""
    answer.send(200, body[: len(body) // 2])


def reset(answer: Answer, body: bytes) -> None:
    """The connection is reset after the first bytes."""
    answer.send(200, body[:100], Content_Length=str(len(body)))
    answer.wfile.flush()
    answer.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    answer.connection.close()
    answer.close_connection = True


def slow(seconds: float) -> Fault:
    """Nothing comes for a while."""

    def fault(answer: Answer, body: bytes) -> None:
        time.sleep(seconds)
        answer.send(200, body)

    return fault


def packed(answer: Answer, body: bytes) -> None:
    """The body comes packed, as it does to who accepts that."""
    answer.send(200, gzip.compress(body), Content_Encoding="gzip")


def half_packed(answer: Answer, body: bytes) -> None:
    """The body comes packed, and less than all of it."""
    answer.send(200, gzip.compress(body)[:-200], Content_Encoding="gzip")


@contextmanager
def edgar() -> Iterator[Edgar]:
    """Keep EDGAR up."""
    with Server(("127.0.0.1", 0), Answer) as server:
        server.edgar = Edgar(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.edgar
        finally:
            server.shutdown()
            thread.join()
