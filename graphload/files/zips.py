"""Read zip archives by their directory, in the order in which a folder is read."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from io import BufferedReader, BytesIO, FileIO
from pathlib import PurePosixPath
from typing import BinaryIO

from graphload.errors import FilingError
from graphload.files.neighbours import TOO_LARGE, Neighbour, Neighbours, is_neighbour, trust
from graphload.files.neighbours import read as read_neighbour
from graphload.files.place import Member, Open, Place, content_of, is_hidden, leads_out
from graphload.files.unpacking import ALWAYS, BROKEN, BUFFER, LARGEST_METADATA, MEMBERS, RATIO, Allowance, unpacked
from graphload.filing.dataset import SUBMISSION, of_tables, table_of
from graphload.filing.document import Found, Skipped

_ENTRY = b"PK\x01\x02"
_LARGEST_ENTRY = 400  # bytes in the directory: a long name, its times, a comment
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_ENCRYPTED = 0x1


class _File(BufferedReader):
    """The file that zipfile reads. It refuses a directory that is too large for memory."""

    def read(self, size: int | None = -1) -> bytes:
        """Read a block."""
        if size is not None and size > MEMBERS * _LARGEST_ENTRY:
            raise zipfile.BadZipFile(f"a directory of {size:,} bytes")
        block = super().read(size)
        if block.count(_ENTRY) > MEMBERS:
            raise zipfile.BadZipFile(f"a directory of more than {MEMBERS:,} members")
        return block


def documents(member: Member, allowance: Allowance, open: Open) -> Iterator[Found]:
    """Yield the documents in a zip archive, sorted by name. `open` reads each member."""
    stream = member.stream
    # a zip is read from its end: where it is not a file on disk, it is held in memory
    file = stream if isinstance(stream.raw, FileIO) else BytesIO(content_of(member))
    try:
        with _File(file, BUFFER) as seen, zipfile.ZipFile(seen) as archive:
            yield from _Zip(archive, member.place, allowance, open).documents()
    except BROKEN as error:
        yield FilingError(member.place.origin, f"a zip archive that cannot be read: {error}")


class _Zip:
    """An open zip archive and the means to read its members."""

    def __init__(self, archive: zipfile.ZipFile, place: Place, allowance: Allowance, open: Open) -> None:
        self._archive, self._place, self._allowance, self._open = archive, place, allowance, open
        self._members = sorted(archive.infolist(), key=lambda info: str(_name(info)).replace("/", "\0"))
        self._beside: dict[PurePosixPath, list[zipfile.ZipInfo]] = {}
        self._neighbours = Neighbours(self._read_beside)
        tables: dict[PurePosixPath, dict[str, zipfile.ZipInfo]] = {}
        for name, info in self._files():
            if is_neighbour(name.name):
                self._beside.setdefault(name.parent, []).append(info)
            if of_tables(name.name) and not leads_out(name):
                tables.setdefault(name.parent, {})[name.name] = info
        self._tables = {folder: files for folder, files in tables.items() if SUBMISSION in map(table_of, files)}

    def _files(self) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
        """Yield the members that are not hidden, and those whose name leads out of the archive."""
        for info in self._members:
            name = _name(info)
            if not info.filename.endswith(("/", "\\")) and (leads_out(name) or not is_hidden(name)):
                yield name, info

    def documents(self) -> Iterator[Found]:
        """Yield the documents in the members."""
        for name, info in self._files():
            self._allowance.member()
            if name.name in self._tables.get(name.parent, ()):
                if table_of(name.name) == SUBMISSION:
                    yield from self._of_tables(name.parent)
            elif not is_neighbour(name.name):
                yield from self._of_member(name, info)
                yield from self._neighbours.problems(name.parent)

    def _of_member(self, name: PurePosixPath, info: zipfile.ZipInfo) -> Iterator[Found]:
        place = self._place.inside(name)
        try:
            if leads_out(name):
                raise FilingError(place.origin, "a name that leads out of the archive")
            if stat.S_ISLNK(info.external_attr >> 16):
                yield Skipped(place.origin, "a link in an archive")
                return
            beside = self._neighbours.of(name.parent)
            with self._stream(info, place) as stream:
                yield from self._open(Member(place, stream, info.file_size, beside), self._allowance)
        except FilingError as error:
            yield error
        except BROKEN as error:
            yield FilingError(place.origin, f"cannot be unpacked: {error}")

    def _stream(self, info: zipfile.ZipInfo, place: Place) -> BufferedReader:
        """Open a member. Raises FilingError if its entry shows that it cannot be read."""
        if info.flag_bits & _ENCRYPTED:
            raise FilingError(place.origin, "encrypted")
        if info.compress_type not in _METHODS:
            raise FilingError(place.origin, "packed by a method that is not read", value=str(info.compress_type))
        if info.file_size > max(ALWAYS, RATIO * info.compress_size):
            raise FilingError(place.origin, f"unpacks to more than {RATIO} times its size", value=f"{info.file_size:,}")
        return unpacked(self._archive.open(info), self._allowance)

    def _read_beside(self, folder: PurePosixPath) -> list[Neighbour]:
        """Read the JSON files of a folder that state facts about the filings in it, the most trusted first."""
        found = sorted(self._beside.get(folder, ()), key=lambda info: trust(_name(info).name))
        return [self._neighbour(_name(info), info) for info in found]

    def _neighbour(self, name: PurePosixPath, info: zipfile.ZipInfo) -> Neighbour:
        place = self._place.inside(name)
        if info.file_size > LARGEST_METADATA:
            return Neighbour(place.origin, problem=TOO_LARGE)
        try:
            with self._stream(info, place) as stream:
                return read_neighbour(stream.read(), place.origin, name.name)
        except (FilingError, *BROKEN):
            return Neighbour(place.origin, problem="cannot be unpacked: the filings beside it are read without it")

    def _of_tables(self, folder: PurePosixPath) -> Iterator[Found]:
        from graphload.files import tables

        place = self._place.inside(folder) if folder.parts else self._place
        members = self._tables[folder]

        def open_table(name: str) -> BinaryIO:
            return self._stream(members[name], place)

        try:
            yield from tables.documents([*members], open_table, place.origin)
        except BROKEN as error:
            yield FilingError(place.origin, f"cannot be unpacked: {error}")


def _name(info: zipfile.ZipInfo) -> PurePosixPath:
    # as some of Windows' programs write it
    return PurePosixPath(info.filename.replace("\\", "/"))
