"""Files and folders, walked in a stable order, as documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphload.errors import FilingError
from graphload.filing.values import UNKNOWN, Envelope
from graphload.source.document import Document, PassedOver
from graphload.source.envelope import join, of_metadata, of_path
from graphload.source.submission import is_submission, open_submission

METADATA = "metadata.json"
_LARGEST = 100_000_000


def files(paths: Iterable[str]) -> Iterator[str | PassedOver]:
    """Yield the files at and below the paths, by name; hidden ones and `metadata.json` are not filings."""
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where the path is closed or too long
            yield from _below(path)
        else:
            yield path


def _below(folder: str) -> Iterator[str | PassedOver]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == METADATA:
            continue
        if entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112 - entry.is_dir raises on a loop of links
            yield PassedOver(_origin(entry.path), "a link to a folder")
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path


def documents(paths: Iterable[str], given: Envelope = UNKNOWN) -> Iterator[Document | PassedOver | FilingError]:
    """Yield every document at and below the paths, and the error of each file that gives none."""
    for path in files(paths):
        if isinstance(path, PassedOver):
            yield path
            continue
        try:
            yield open_file(path, given)
        except FilingError as error:
            yield error


def open_file(path: str, given: Envelope = UNKNOWN) -> Document | PassedOver:
    """Return the document that one file holds; raise FilingError where it cannot be read."""
    origin = _origin(path)
    content = _content(Path(path), origin)
    if not content.strip():
        raise FilingError(origin, "empty")
    named = of_path(Path(path).absolute())
    beside = of_metadata(Path(path).with_name(METADATA), origin)
    if named.accession and beside.accession and named.accession != beside.accession:
        beside = UNKNOWN
    around = join(named, beside, given)
    return open_submission(content, origin, around) if is_submission(content) else Document(content, origin, around)


def _origin(path: str) -> str:
    """Return the path as it can be printed and stored: a file's name may hold any byte."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return text if text.isprintable() else text.encode("unicode_escape").decode()


def _content(path: Path, origin: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "a folder that cannot be read" if stat.S_ISDIR(status.st_mode) else "not a regular file"
            raise FilingError(origin, what)
        if status.st_size > _LARGEST:
            raise FilingError(origin, f"larger than {_LARGEST:,} bytes", value=f"{status.st_size:,}")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FilingError(origin, getattr(error, "strerror", None) or str(error)) from None
