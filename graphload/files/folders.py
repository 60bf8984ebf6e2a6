"""The folders of an archive that comes as a stream: what of each has to wait for more of it, or goes together."""

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

# how much of a folder waits for a metadata.json that may come after it
_WAITING = 1_000_000
# folders in folders that are kept in mind
_DEEPEST = 50

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The content of a `metadata.json`."""

    content: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class TableMember:
    """A table of the data set that is the folder `origin`, to be read before the next member comes."""

    name: str
    stream: BinaryIO
    origin: str


@dataclass(slots=True)
class _Folder:
    """A folder as far as it has come: what of it waits for its metadata, and whether something went on without."""

    parts: Parts
    metadata: bytes | None = None
    waiting: list[Found] = field(default_factory=list)
    weight: int = 0
    without: bool = False
    tables: DataSet | None = None

    def release(self) -> Iterator[Found]:
        """Yield what waits."""
        for found in self.waiting:
            self.without |= self.metadata is None and isinstance(found, Document)
            yield with_metadata(found, self.metadata)
        self.waiting, self.weight = [], 0

    def take(self, found: Found | Metadata | TableMember, weight: int) -> Iterator[Found]:
        """Let what is found wait, unless the metadata is there or too much waits."""
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
        """Yield what its tables hold, now that no more of them come."""
        if self.tables:
            with closing(self.tables) as tables:
                yield from tables.filings()


def by_folder(members: Iterator[tuple[Parts, int, Found | Metadata | TableMember]]) -> Iterator[Found]:
    """Yield what is found, in its order.

    Each document comes with the `metadata.json` of its folder, before it or soon after; what tables hold comes when
    their folder is over.
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
    """Step from the folder that is last in the path into another: those above that one are not over."""
    while parts[: len(path[-1].parts)] != path[-1].parts or (len(path) > _DEEPEST and parts != path[-1].parts):
        yield from path.pop().leave()
    if parts != path[-1].parts:
        path.append(_Folder(parts))
