"""Read documents from archives: zip, tar, gzip and bzip2, recognized by their first bytes and read as streams.

No member is unpacked to disk, and no member's name is used as a path. A broken member is set aside alone; of a broken
archive, the rest is set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from graphload.errors import FilingError
from graphload.files import tars, zips
from graphload.files.foreign import binary
from graphload.files.place import Member, document
from graphload.files.unpacking import BROKEN, LEVELS, Allowance, unpacked
from graphload.filing.document import Found

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# first bytes, and the Python module that unpacks them; a Python may lack bz2
_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bz2"}


def opened(member: Member, allowance: Allowance) -> Iterator[Found]:
    """Yield the document in a member, or the documents in a member that is an archive."""
    head = member.stream.peek()
    packed = next((name for magic, name in _PACKED.items() if head.startswith(magic)), None)
    try:
        if binary(head) or not (packed or head.startswith(_ZIP) or tars.is_tar(head)):
            yield document(member)
        elif member.place.level >= LEVELS:
            raise FilingError(member.place.origin, "an archive in an archive in an archive: unpack the outermost first")
        elif packed:
            yield from _unpacked(member, allowance, packed)
        else:
            read = tars.documents if tars.is_tar(head) else zips.documents
            yield from read(member, allowance, opened)
    except FilingError as error:
        yield error


def _unpacked(member: Member, allowance: Allowance, packed: str) -> Iterator[Found]:
    """Yield the documents in a gzip or bzip2 file. A packed tar counts as one archive."""
    place = member.place
    try:
        with import_module(packed).open(member.stream) as file:
            inside = replace(member, stream=unpacked(file, allowance), size=None)
            if tars.is_tar(inside.stream.peek()):
                yield from tars.documents(inside, allowance, opened)
            else:
                yield from opened(replace(inside, place=replace(place, level=place.level + 1)), allowance)
    except BROKEN as error:
        yield FilingError(place.origin, f"a {packed} file that is broken: {error}")
