"""The place of a document, in a file or in an archive, and the document that its bytes make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO
from pathlib import PurePath, PurePosixPath
from typing import Any

from graphload.errors import FilingError
from graphload.files.envelope import join, of_page, of_path
from graphload.files.foreign import binary, foreign
from graphload.files.neighbours import Neighbour
from graphload.files.submission import is_submission, open_submission
from graphload.files.unpacking import BUFFER, LARGEST, Allowance
from graphload.filing.dataset import ACCESSION
from graphload.filing.document import Document, Found, Skipped
from graphload.filing.values import Envelope
from graphload.visible import cut

_TABLE = f"{ACCESSION}\t".encode()
# an empty file of these names is a mark or a log, and no filing that was lost
_EMPTY_MARKS = {".log", ".json", ".csv", ".tsv", ".lock", ".done", ".ok", ".tmp"}
# a document alone is smaller; of a larger file the beginning tells that it is none
_LARGE = 20_000_000
# a member of a zip may have a name of 65,535 bytes, and every message about it begins with that
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Place:
    """The names around a document: `origin` for messages, `names` to find an accession number in.

    `level` counts the archives around it. No file is opened by these names.
    """

    origin: str
    names: PurePath
    level: int = 0

    def inside(self, name: PurePosixPath) -> Place:
        """Return the place of a member of the archive at this place."""
        return Place(
            f"{self.origin}!{cut(printable(str(name)), _LONGEST_NAME)}",
            PurePath(f"{self.names}/{name}"),
            self.level + 1,
        )


@dataclass(frozen=True, slots=True)
class Member:
    """A document or an archive to read: its place, its stream and, if known, its size in bytes.

    `beside` are the JSON files of its folder. It is None where they are not known yet, as in a tar.
    """

    place: Place
    stream: BufferedReader[Any]
    size: int | None = None
    beside: Sequence[Neighbour] | None = None


# gives what a member holds, which may be an archive
Open = Callable[[Member, Allowance], Iterator[Found]]


def is_hidden(name: PurePath) -> bool:
    """Whether a file, or a folder above it, is hidden."""
    return any(part.startswith(".") and part != ".." for part in name.parts)


def leads_out(name: PurePath) -> bool:
    """Whether the name of a member is a path out of its archive."""
    return ".." in name.parts or name.is_absolute()


def printable(name: str) -> str:
    """Return the name of a file as printable text. A file name may have any bytes."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return text if text.isprintable() else text.encode("unicode_escape").decode()


def document(member: Member) -> Found:
    """Return the document in a member, or the reason why it holds none.

    Raises FilingError if it is empty or too large, or if a server's error page stands in its place. Of a large
    submission of another form, only the header is read.
    """
    origin, name = member.place.origin, member.place.names.name
    head = member.stream.peek()
    if kind := binary(head):
        return Skipped(origin, kind)
    header, ended, _ = head.partition(b"<DOCUMENT>")
    if len(head) == BUFFER and ended and is_submission(header):
        with suppress(FilingError):  # the form is ours, and the document is still to come
            return open_submission(header, origin)
    large = (member.size or 0) > _LARGE and not name.endswith(".xml") and not is_submission(head)
    if large and (kind := foreign(head, name, origin)):
        return Skipped(origin, kind)
    content = content_of(member)
    if not content.strip():
        if PurePath(name).suffix.lower() in _EMPTY_MARKS:
            return Skipped(origin, "empty")
        raise FilingError(origin, "empty")
    if content.startswith(_TABLE):
        raise FilingError(origin, "a table of the SEC's data sets, which are read whole: give their folder or archive")
    if is_submission(content):
        return _placed(open_submission(content, origin), member)
    if kind := foreign(content, name, origin):
        return Skipped(origin, kind)
    return _placed(Document(content, origin, of_page(content)), member)


def _placed(found: Found, member: Member) -> Found:
    """Return a document with the facts that the names around it state, and the files beside it if they are known."""
    if not isinstance(found, Document):
        return found
    names, own = member.place.names, found.envelope
    named, folder, nearest = of_path(PurePath(names.name)), of_path(names.parent), of_path(names)
    if own.accession and nearest.accession not in (None, own.accession):
        note = f"its content has the accession number {own.accession}, which is believed before {nearest.accession} in"
        found = replace(found, notes=(*found.notes, f"{note} its name or its folder's"))
    found = replace(found, envelope=join(own, named), folder=folder)
    return found if member.beside is None else with_beside(found, member.beside)


def content_of(member: Member) -> bytes:
    """Return all bytes of a member. Raises FilingError if they are too many for memory."""
    if member.size is not None and member.size > LARGEST:
        raise FilingError(member.place.origin, f"larger than {LARGEST:,} bytes", value=f"{member.size:,}")
    content = BytesIO()
    while block := member.stream.read(BUFFER):
        if content.tell() + len(block) > LARGEST:
            raise FilingError(member.place.origin, f"larger than {LARGEST:,} bytes")
        content.write(block)
    return content.getvalue()


def with_beside(found: Found, beside: Sequence[Neighbour]) -> Found:
    """Return a document with the facts that the JSON files beside it state, then those of its folder's name."""
    if not isinstance(found, Document):
        return found
    envelope = found.envelope
    for each in beside:
        envelope = join(envelope, each.about(envelope, found.folder))
    if envelope.accession == found.folder.accession:  # both say it
        envelope = join(Envelope(found.folder.accession, found.folder.accession_basis), envelope)
    return replace(found, envelope=join(envelope, found.folder))
