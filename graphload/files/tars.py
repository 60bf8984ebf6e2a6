"""Read tar archives as streams, from front to back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from io import BufferedReader
from math import inf
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, cast

from graphload.errors import FilingError
from graphload.files.folders import Parts, TableMember, by_folder
from graphload.files.neighbours import TOO_LARGE, Neighbour, is_neighbour
from graphload.files.neighbours import read as read_neighbour
from graphload.files.place import Member, Open, Place, is_hidden, leads_out
from graphload.files.unpacking import BROKEN, BUFFER, LARGEST_METADATA, Allowance
from graphload.filing.dataset import of_tables
from graphload.filing.document import Found, Skipped

# tarfile holds names and sparse maps before a member in memory, however long they are
_LARGEST_HEADER = 100_000


def is_tar(head: bytes) -> bool:
    """Whether the bytes begin like a tar archive."""
    return head[257:262] == b"ustar"


class _Stream:
    """The stream that tarfile reads, up to the position `until`."""

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
    """A header of a member that raises an error if it is broken. tarfile takes a broken header for the end."""

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
    """A tar archive whose list of members can be cleared."""

    tarinfo = _Header
    encoding = "utf-8"
    members: list[tarfile.TarInfo]


def documents(member: Member, allowance: Allowance, open: Open) -> Iterator[Found]:
    """Yield the documents in a tar archive, in the order of its members. `open` reads each member."""
    stream = _Stream(member.stream)
    try:
        with _Tar.open(fileobj=cast(IO[bytes], stream), mode="r|") as tar:
            yield from by_folder(_found(tar, stream, member.place, allowance, open))
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
) -> Iterator[tuple[Parts, int, Found | Neighbour | TableMember]]:
    """Yield documents, neighbours and tables, each with its folder and its size."""
    for header in _headers(tar, stream, allowance):
        name = PurePosixPath(header.name)
        inside, folder, weight = place.inside(name), name.parts[:-1], header.size + tarfile.BLOCKSIZE
        if header.isdir() or (is_hidden(name) and not leads_out(name)):
            continue
        if (refused := _refused(header, inside, name)) is not None:
            yield folder, weight, refused
        elif is_neighbour(name.name):
            yield folder, weight, _neighbour(tar, header, inside.origin)
        elif of_tables(name.name):
            origin = place.inside(name.parent).origin if folder else place.origin
            yield folder, weight, TableMember(name.name, cast(BinaryIO, tar.extractfile(header)), origin)
        else:
            file = BufferedReader(cast(Any, tar.extractfile(header)), BUFFER)
            for found in open(Member(inside, file, header.size), allowance):
                yield folder if found.origin == inside.origin else name.parts, weight, found


def _refused(header: tarfile.TarInfo, place: Place, name: PurePosixPath) -> Found | None:
    """Return the reason why a member is not read, or None."""
    if leads_out(name):
        return FilingError(place.origin, "a name that leads out of the archive")
    if header.issym() or header.islnk():
        return Skipped(place.origin, "a link in an archive")
    if not header.isreg() or header.issparse():
        return FilingError(place.origin, "not a regular file")
    return None


def _neighbour(tar: _Tar, header: tarfile.TarInfo, origin: str) -> Neighbour:
    if header.size > LARGEST_METADATA:
        return Neighbour(origin, problem=TOO_LARGE)
    content = cast(IO[bytes], tar.extractfile(header)).read()
    return read_neighbour(content, origin, PurePosixPath(header.name).name)
