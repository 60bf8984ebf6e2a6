"""Find documents in files and folders, in a stable order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BufferedReader, FileIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from graphload.errors import FilingError
from graphload.files import archives
from graphload.files.envelope import join
from graphload.files.neighbours import TOO_LARGE, Neighbour, Neighbours, is_neighbour, trust
from graphload.files.neighbours import read as read_neighbour
from graphload.files.place import Member, Place, printable
from graphload.files.unpacking import BUFFER, LARGEST_METADATA, Allowance, ExhaustedError
from graphload.filing.dataset import SUBMISSION, of_tables, table_of
from graphload.filing.document import Document, Found, Skipped
from graphload.filing.values import UNKNOWN, Envelope

# one path or several, as texts or `Path`
Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_GIVEN = "and an accession number or a filing date is given, which is for one filing"


def each_path(paths: Paths) -> Iterator[str]:
    """Yield each path as a text. One text is one path, not the path of each letter."""
    for path in [paths] if isinstance(paths, (str, os.PathLike)) else paths:
        yield os.fspath(path)


def files(paths: Iterable[str]) -> Iterator[str | Skipped]:
    """Yield the files at and below the paths, sorted by name, without hidden files and `metadata.json`
    and its like.

    Of the tables of a data set, only the table of submissions is yielded. It stands for all of them.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where the path is closed or too long
            yield from _below(path)
        elif of_tables(Path(path).name) and not _of_submissions(path) and _beside(path):
            yield Skipped(printable(path), f"read with the {SUBMISSION}.tsv beside it")
        else:
            yield path


def _of_submissions(name: str) -> bool:
    return table_of(name) == SUBMISSION


def _beside(path: str) -> bool:
    return os.path.exists(Path(path).with_name(f"{SUBMISSION}.tsv"))  # noqa: PTH110 - the same


def _below(folder: str) -> Iterator[str | Skipped]:
    """Yield the files in a folder and in all folders below it."""
    waiting: list[str | os.DirEntry[str]] = [folder]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str) or each.is_dir(follow_symlinks=False):
            try:
                waiting += reversed(_listed(each))
            except OSError:
                yield os.fspath(each)
        elif each.is_symlink() and os.path.isdir(each.path):  # noqa: PTH112 - each.is_dir raises on a loop of links
            yield Skipped(printable(each.path), "a link to a folder")
        else:
            yield each.path


def _listed(folder: str | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """Return the entries of a folder, sorted by name, without those that are ignored."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    tables = any(_of_submissions(entry.name) for entry in entries)
    return [
        entry
        for entry in entries
        if not (entry.name.startswith(".") or is_neighbour(entry.name))
        and not (tables and of_tables(entry.name) and not _of_submissions(entry.name))
    ]


def documents(paths: Iterable[str], given: Envelope = UNKNOWN) -> Iterator[Found]:
    """Yield every document at and below the paths, and an error for each file that cannot be read."""
    neighbours = Neighbours(_beside_files)
    for path in files(paths):
        if isinstance(path, Skipped):
            yield path
        elif _of_submissions(path):
            yield from _of_tables(Path(path).parent, given)
        else:
            folder = os.path.dirname(path)  # noqa: PTH120 - Path.parent is `.` for a name alone
            yield from _of_file(path, given, neighbours.of(folder))
            yield from neighbours.problems(folder)


def open_file(path: str, given: Envelope = UNKNOWN) -> Document | Skipped:
    """Return the document in one file. Raises FilingError if the file cannot be read or has several documents."""
    first, *others = islice(_of_file(path, given, _beside_files(os.path.dirname(path))), 2)  # noqa: PTH120
    if isinstance(first, FilingError):
        raise first
    if others:
        raise FilingError(printable(path), "an archive of several documents")
    return first


def _of_file(path: str, given: Envelope, beside: Sequence[Neighbour]) -> Iterator[Found]:
    """Yield the document in a file, or the documents in an archive up to its limits."""
    origin, empty = printable(path), True
    try:
        for found in _opened(path, origin, beside):
            if given != UNKNOWN and found.origin != origin:
                raise FilingError(origin, f"an archive, {_GIVEN}")
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


def _opened(path: str, origin: str, beside: Sequence[Neighbour]) -> Iterator[Found]:
    mode = os.stat(path).st_mode  # noqa: PTH116 - to open a pipe would wait for who fills it
    if not stat.S_ISREG(mode):
        raise FilingError(origin, "a folder that cannot be read" if stat.S_ISDIR(mode) else "not a regular file")
    place = Place(origin, Path(path).absolute())
    with BufferedReader(FileIO(path), BUFFER) as file:
        size = os.fstat(file.fileno()).st_size
        yield from archives.opened(Member(place, file, size, beside), Allowance(size))


def _beside_files(folder: str) -> list[Neighbour]:
    """Read the JSON files of a folder that state facts about the filings in it, the most trusted first."""
    try:
        names = sorted((path.name for path in Path(folder or ".").iterdir() if is_neighbour(path.name)), key=trust)
    except (OSError, ValueError):  # the file in it says so
        return []
    return [_neighbour(Path(folder) / name) for name in names]


def _neighbour(path: Path) -> Neighbour:
    origin = printable(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Neighbour(origin, problem="not a regular file: the filings beside it are read without it")
        if status.st_size > LARGEST_METADATA:
            return Neighbour(origin, problem=TOO_LARGE)
        return read_neighbour(path.read_bytes(), origin, path.name)
    except OSError as error:
        why = error.strerror or "it"
        return Neighbour(origin, problem=f"cannot be read: {why}: the filings beside it are read without it")


def _of_tables(folder: Path, given: Envelope) -> Iterator[Found]:
    """Yield the filings of the tables in a folder."""
    from graphload.files import tables

    origin = printable(str(folder))

    def open_table(name: str) -> BinaryIO:
        if not (folder / name).is_file():  # to open a pipe would wait for who fills it
            raise FilingError(f"{origin}/{name}", "not a regular file")
        return (folder / name).open("rb")

    try:
        if given != UNKNOWN:
            raise FilingError(origin, f"a data set, {_GIVEN}")
        names = sorted(path.name for path in folder.iterdir())
        yield from tables.documents(names, open_table, origin)
    except FilingError as error:
        yield error
    except OSError as error:
        yield FilingError(origin, error.strerror or str(error))
