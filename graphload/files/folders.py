"""Group the members of a tar stream by folder.

Documents wait for the `metadata.json` of their folder. The tables of a data set wait until their folder is complete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from graphload.errors import FilingError
from graphload.files.place import with_metadata
from graphload.filing.document import Document, Found

if TYPE_CHECKING:
    from graphload.files.tables import DataSet

# bytes of a folder that wait for a metadata.json behind them
_WAITING = 1_000_000
# levels of folders that are remembered
_DEEPEST = 50

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The content of a `metadata.json`."""

    content: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class TableMember:
    """A table of the data set in the folder `origin`. Its stream ends when the next member is read."""

    name: str
    stream: BinaryIO
    origin: str


@dataclass(slots=True)
class _Folder:
    """A folder whose members are still coming. `without` is true once a document was passed on without metadata."""

    parts: Parts
    metadata: bytes | None = None
    waiting: list[Found] = field(default_factory=list)
    weight: int = 0
    without: bool = False
    tables: DataSet | None = None

    def release(self) -> Iterator[Found]:
        """Yield the documents that wait."""
        for found in self.waiting:
            self.without |= self.metadata is None and isinstance(found, Document)
            yield with_metadata(found, self.metadata)
        self.waiting, self.weight = [], 0

    def take(self, found: Found | Metadata | TableMember, weight: int) -> Iterator[Found]:
        """Take a member. Yield the waiting documents once the metadata is there, or too many wait."""
        if isinstance(found, TableMember):
            from graphload.files.tables import DataSet

            self.tables = self.tables or DataSet(found.origin)
            self.tables.take(found.name, found.stream)
        elif not isinstance(found, Metadata):
            self.waiting.append(found)
            self.weight += weight
            if self.metadata is not None or self.without or self.weight > _WAITING:
                yield from self.release()
        elif self.without:
            yield FilingError(found.origin, "comes after a filing of its folder, which was read without it")
        else:
            self.metadata = found.content

    def leave(self) -> Iterator[Found]:
        """Yield the filings in the tables of the folder, which is complete."""
        if self.tables:
            with closing(self.tables) as tables:
                yield from tables.filings()


def by_folder(members: Iterator[tuple[Parts, int, Found | Metadata | TableMember]]) -> Iterator[Found]:
    """Yield documents in the order of the archive.

    Each document has the `metadata.json` of its folder, if that came before it or soon after it. The filings in tables
    come when their folder is complete.
    """
    path = [_Folder(())]
    try:
        for parts, weight, found in members:
            if parts != path[-1].parts:
                yield from path[-1].release()
                yield from _enter(path, parts)
            yield from path[-1].take(found, weight)
    except Exception:
        yield from path[-1].release()
        raise
    else:
        yield from path[-1].release()
        while path:
            yield from path.pop().leave()
    finally:
        for folder in path:
            if folder.tables:
                folder.tables.close()


def _enter(path: list[_Folder], parts: Parts) -> Iterator[Found]:
    """Enter another folder. Folders of the path that do not contain it are complete."""
    while parts[: len(path[-1].parts)] != path[-1].parts or (len(path) > _DEEPEST and parts != path[-1].parts):
        yield from path.pop().leave()
    if parts != path[-1].parts:
        path.append(_Folder(parts))
