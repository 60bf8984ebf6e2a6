"""Files and folders, walked in a stable order, as documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader, FileIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from graphload.errors import FilingError
from graphload.filing.values import UNKNOWN, Envelope
from graphload.source import archives
from graphload.source.document import Document, PassedOver
from graphload.source.envelope import METADATA, join
from graphload.source.place import SUBMISSIONS, Found, Member, Place, of_tables, printable
from graphload.source.unpacking import BUFFER, Allowance, ExhaustedError


def files(paths: Iterable[str]) -> Iterator[str | PassedOver]:
    """Yield the files at and below the paths, by name; hidden ones and `metadata.json` are not filings.

    For all the tables of a data set, that of its submissions stands.
    """
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
    tables = any(entry.name.lower() == SUBMISSIONS for entry in entries)
    for entry in entries:
        if entry.name.startswith(".") or entry.name == METADATA:
            continue
        if tables and of_tables(entry.name) and entry.name.lower() != SUBMISSIONS:
            continue
        if entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112 - entry.is_dir raises on a loop of links
            yield PassedOver(printable(entry.path), "a link to a folder")
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path


def documents(paths: Iterable[str], given: Envelope = UNKNOWN) -> Iterator[Found]:
    """Yield every document at and below the paths, and the error of each file that gives none."""
    for path in files(paths):
        if isinstance(path, PassedOver):
            yield path
        elif Path(path).name.lower() == SUBMISSIONS:
            yield from _of_tables(Path(path).parent)
        else:
            yield from _of_file(path, given)


def open_file(path: str, given: Envelope = UNKNOWN) -> Document | PassedOver:
    """Return the document that one file holds; raise FilingError where it cannot be read, or holds several."""
    first, *others = islice(_of_file(path, given), 2)
    if isinstance(first, FilingError):
        raise first
    if others:
        raise FilingError(printable(path), "an archive of several documents")
    return first


def _of_file(path: str, given: Envelope) -> Iterator[Found]:
    """Yield the document of a file, or those of an archive, less what would lead beyond a limit."""
    origin, empty = printable(path), True
    try:
        for found in _opened(path, origin):
            if given.accession and found.origin != origin:
                raise FilingError(origin, "an archive, and an accession number is given for one filing")
            yield replace(found, envelope=join(found.envelope, given)) if isinstance(found, Document) else found
            empty = False
        if empty:
            raise FilingError(origin, "an archive of no filings")
    except FilingError as error:
        yield error
    except ExhaustedError as error:
        yield FilingError(origin, str(error))
    except (OSError, ValueError) as error:
        yield FilingError(origin, getattr(error, "strerror", None) or str(error))


def _opened(path: str, origin: str) -> Iterator[Found]:
    mode = os.stat(path).st_mode  # noqa: PTH116 - to open a pipe would wait for who fills it
    if not stat.S_ISREG(mode):
        raise FilingError(origin, "a folder that cannot be read" if stat.S_ISDIR(mode) else "not a regular file")
    place = Place(origin, Path(path).absolute())
    with BufferedReader(FileIO(path), BUFFER) as file:
        size = os.fstat(file.fileno()).st_size
        yield from archives.opened(Member(place, file, size, _metadata(path, origin)), Allowance(size))


def _metadata(path: str, origin: str) -> bytes | None:
    """Return the content of the `metadata.json` beside a file."""
    try:
        return Path(path).with_name(METADATA).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FilingError(origin, f"{METADATA} beside it cannot be read: {error.strerror}") from None


def _of_tables(folder: Path) -> Iterator[Found]:
    """Yield the filings of the tables in a folder."""
    from graphload.source import tables

    def open_table(name: str) -> BinaryIO:
        return (folder / name).open("rb")

    try:
        names = sorted(path.name for path in folder.iterdir())
        yield from tables.documents(names, open_table, printable(str(folder)))
    except OSError as error:
        yield FilingError(printable(str(folder)), error.strerror or str(error))
