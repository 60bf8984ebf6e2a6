"""Tar archives, read once from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BufferedReader
from math import inf
from pathlib import PurePosixPath
from typing import IO, Any, cast

from graphload.errors import FilingError
from graphload.source.document import Document, PassedOver
from graphload.source.envelope import METADATA
from graphload.source.place import Found, Member, Place, is_hidden, leads_out, with_metadata
from graphload.source.unpacking import BROKEN, BUFFER, LARGEST_METADATA, Allowance

# tarfile holds what stands before a member in memory, however long: names, sparse maps
_LARGEST_HEADER = 100_000
# how much of a folder waits for a metadata.json that may come after it
_WAITING = 1_000_000
# folders in folders whose metadata is kept in mind
_DEEPEST = 50

Open = Callable[[Member, Allowance], Iterator[Found]]
Parts = tuple[str, ...]


def is_tar(head: bytes) -> bool:
    """Whether the bytes begin as a tar archive does."""
    return head[257:262] == b"ustar"


class _Stream:
    """A tar as tarfile reads it, to no further than `until`."""

    def __init__(self, file: BufferedReader) -> None:
        self._file, self._read, self.until = file, 0, float(_LARGEST_HEADER)
        self.members = 0  # that are done with

    def read(self, size: int) -> bytes:
        if self._read > self.until:
            raise tarfile.ReadError(f"a header of more than {_LARGEST_HEADER:,} bytes")
        block = self._file.read(size)
        self._read += len(block)
        return block


class _Header(tarfile.TarInfo):
    """A header that says what is wrong with it; tarfile takes a broken one for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """Read a header."""
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):  # the mark of the end
                raise
            raise tarfile.ReadError(str(error)) from None


class _Tar(tarfile.TarFile):
    """A tar with what it keeps in mind in reach."""

    tarinfo = _Header
    encoding = "utf-8"
    members: list[tarfile.TarInfo]


def documents(member: Member, allowance: Allowance, open: Open) -> Iterator[Found]:
    """Yield what the members of a tar hold, each by `open`, in their order."""
    stream = _Stream(member.stream)
    try:
        with _Tar.open(fileobj=cast(IO[bytes], stream), mode="r|") as tar:
            yield from _with_metadata(_found(tar, stream, member.place, allowance, open))
        while member.stream.read(BUFFER):  # to the checksum of what packs it
            pass
    except BROKEN as error:
        where = f"after member {stream.members:,}" if stream.members else "at its start"
        yield FilingError(member.place.origin, f"a tar archive that is broken {where}: {error}")


def _headers(tar: _Tar, stream: _Stream, allowance: Allowance) -> Iterator[tarfile.TarInfo]:
    while True:
        stream.until = tar.offset + _LARGEST_HEADER
        header = tar.next()
        stream.until = inf
        if header is None:
            return
        allowance.member()
        yield header
        stream.members += 1
        # it would keep all that it has read
        tar.members.clear()
        tar.pax_headers = {}


def _found(
    tar: _Tar, stream: _Stream, place: Place, allowance: Allowance, open: Open
) -> Iterator[tuple[Parts, int, Found | _Metadata]]:
    """Yield what is found, or the content of a `metadata.json`, with its folder and how much it weighs."""
    for header in _headers(tar, stream, allowance):
        name = PurePosixPath(header.name)
        inside, folder, weight = place.inside(name), name.parts[:-1], header.size + tarfile.BLOCKSIZE
        if header.isdir() or (is_hidden(name) and not leads_out(name)):
            continue
        if (refused := _refused(header, inside, name)) is not None:
            yield folder, weight, refused
        elif name.name == METADATA:
            content = cast(IO[bytes], tar.extractfile(header)).read()
            yield folder, weight, _Metadata(content, inside.origin)
        else:
            file = BufferedReader(cast(Any, tar.extractfile(header)), BUFFER)
            for found in open(Member(inside, file, header.size), allowance):
                yield folder if found.origin == inside.origin else name.parts, weight, found


def _refused(header: tarfile.TarInfo, place: Place, name: PurePosixPath) -> Found | None:
    """Return why a member is not read, if it is not."""
    if leads_out(name):
        return FilingError(place.origin, "a name that leads out of the archive")
    if header.issym() or header.islnk():
        return PassedOver(place.origin, "a link in an archive")
    if not header.isreg() or header.issparse():
        return FilingError(place.origin, "not a regular file")
    if name.name == METADATA and header.size > LARGEST_METADATA:
        return FilingError(place.origin, f"larger than {LARGEST_METADATA:,} bytes", value=f"{header.size:,}")
    return None


@dataclass(frozen=True, slots=True)
class _Metadata:
    """The content of a `metadata.json`."""

    content: bytes
    origin: str


@dataclass(slots=True)
class _Folder:
    """A folder as far as it has come: what of it waits for its metadata, and whether something went on without."""

    parts: Parts
    metadata: bytes | None = None
    waiting: list[Found] = field(default_factory=list)
    weight: int = 0
    without: bool = False

    def release(self) -> Iterator[Found]:
        """Yield what waits."""
        for found in self.waiting:
            self.without |= self.metadata is None and isinstance(found, Document)
            yield with_metadata(found, self.metadata)
        self.waiting, self.weight = [], 0

    def take(self, found: Found, weight: int) -> Iterator[Found]:
        """Let it wait, unless the metadata is there or too much waits."""
        self.waiting.append(found)
        self.weight += weight
        if self.metadata is not None or self.without or self.weight > _WAITING:
            yield from self.release()


def _with_metadata(members: Iterator[tuple[Parts, int, Found | _Metadata]]) -> Iterator[Found]:
    """Yield what is found, in its order, each with the `metadata.json` of its folder, before it or soon after."""
    path = [_Folder(())]
    try:
        for parts, weight, found in members:
            if parts != path[-1].parts:
                yield from path[-1].release()
                path = _entered(path, parts)
            if isinstance(found, _Metadata) and path[-1].without:
                yield FilingError(found.origin, "comes after a filing of its folder, which was read without it")
            elif isinstance(found, _Metadata):
                path[-1].metadata = found.content
            else:
                yield from path[-1].take(found, weight)
    except Exception:
        yield from path[-1].release()
        raise
    yield from path[-1].release()


def _entered(path: list[_Folder], parts: Parts) -> list[_Folder]:
    """Return the folders that one is in after a step into another: those above it are not over."""
    above = [folder for folder in path if parts[: len(folder.parts)] == folder.parts]
    return above if above[-1].parts == parts else [*above[:_DEEPEST], _Folder(parts)]
