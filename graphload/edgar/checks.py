"""Checks of downloaded files: EDGAR may send an error page with status 200, and a lost connection cuts a file off."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from graphload.edgar.index import COLUMNS
from graphload.errors import FetchError
from graphload.files.submission import is_submission
from graphload.files.unpacking import BROKEN
from graphload.filing.dataset import SUBMISSION, table_of

_END = b"</SEC-DOCUMENT>"
_SOME = 4096
_TITLE = re.compile(rb"<(?:title|h1)[^<>]*>([^<]*)", re.I)


def title(page: bytes) -> str | None:
    """Return the title of an HTML page, in quotes."""
    found = _TITLE.search(page)
    return repr(" ".join(found[1].decode("utf-8", "replace").split())[:80]) if found else None


def check_submission(file: Path, address: str, accession: str) -> None:
    """Raise FetchError if a file is not the complete submission with this accession number."""
    head, tail = _ends(file)
    if not is_submission(head):
        raise _other(address, "a filing", head)
    if accession.encode() not in head:
        raise FetchError(address, f"another filing than {accession}", again=True)
    if _END not in tail:
        raise FetchError(address, f"cut off: {_END.decode()} is missing", again=True)


def check_index(file: Path, address: str) -> None:
    """Raise FetchError if a file is not a complete master index."""
    head, tail = _ends(file)
    if COLUMNS not in head:
        raise _other(address, "an index", head)
    if not tail.rstrip().endswith((b".txt", b"---")):
        raise FetchError(address, "cut off within a line", again=True)


def check_dataset(file: Path, address: str) -> None:
    """Raise FetchError if a file is not a zip file with the table of submissions."""
    try:
        with zipfile.ZipFile(file) as archive:
            tables = {*map(table_of, archive.namelist())}
    except BROKEN:
        raise _other(address, "a zip file", _ends(file)[0]) from None
    if SUBMISSION not in tables:
        raise FetchError(address, f"not a data set: {SUBMISSION}.tsv is missing")


def _ends(file: Path) -> tuple[bytes, bytes]:
    with file.open("rb") as content:
        head = content.read(_SOME)
        content.seek(max(0, file.stat().st_size - _SOME))
        return head, content.read()


def _other(address: str, what: str, head: bytes) -> FetchError:
    page = title(head)
    return FetchError(address, f"not {what} but a page: {page}" if page else f"not {what}", again=True)
