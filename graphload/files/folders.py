"""Group the members of a tar stream by folder.

Documents wait for the JSON files of their folder that state facts about them. The tables of a data set wait until their
folder is complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from graphload.files.neighbours import Neighbour, problem, trust
from graphload.files.place import with_beside
from graphload.filing.document import Document, Found

if TYPE_CHECKING:
    from graphload.files.tables import DataSet

# bytes of a folder that wait for a JSON file behind them
_WAITING = 1_000_000
# levels of folders that are remembered
_DEEPEST = 50

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableMember:
    """A table of the data set in the folder `origin`. Its stream ends when the next member is read."""

    name: str
    stream: BinaryIO
    origin: str


@dataclass(slots=True)
class _Folder:
    """A folder whose members are still coming. `without` is true once a document was passed on without neighbours."""

    parts: Parts
    beside: list[Neighbour] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    waiting: list[Found] = field(default_factory=list)
    weight: int = 0
    without: bool = False
    tables: DataSet | None = None

    def release(self) -> Iterator[Found]:
        """Yield the documents that wait, and the neighbours that are not used."""
        for found in self.waiting:
            self.without |= not self.beside and isinstance(found, Document)
            yield with_beside(found, self.beside)
        if self.waiting:
            for each in self.beside:
                yield from problem(each, self.told)
        self.waiting, self.weight = [], 0

    def take(self, found: Found | Neighbour | TableMember, weight: int) -> Iterator[Found]:
        """Take a member. Yield the waiting documents once a neighbour is there, or too many wait."""
        if isinstance(found, TableMember):
            from graphload.files.tables import DataSet

            self.tables = self.tables or DataSet(found.origin)
            self.tables.take(found.name, found.stream)
        elif not isinstance(found, Neighbour):
            self.waiting.append(found)
            self.weight += weight
            if self.beside or self.without or self.weight > _WAITING:
                yield from self.release()
        else:
            if self.without:
                found.problem = "comes after a filing of its folder, which was read without it"
                yield from problem(found, self.told)
            self.beside = sorted([*self.beside, found], key=lambda each: trust(PurePosixPath(each.origin).name))

    def leave(self) -> Iterator[Found]:
        """Yield the filings in the tables of the folder, which is complete."""
        if self.tables:
            with closing(self.tables) as tables:
                yield from tables.filings()


def by_folder(members: Iterator[tuple[Parts, int, Found | Neighbour | TableMember]]) -> Iterator[Found]:
    """Yield documents in the order of the archive.

    Each document has the facts of the JSON files of its folder that came before it or soon after it. The filings in
    tables come when their folder is complete.
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
