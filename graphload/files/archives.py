"""Archives as documents: zip, tar, and what gzip or bzip2 packed, told by their first bytes and read as streams.

No member is unpacked to disk, and no name of one is used as a path. A member that is broken is set aside alone; an
archive is set aside from where it breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from graphload.errors import FilingError
from graphload.files import tars, zips
from graphload.files.place import Member, document
from graphload.files.unpacking import BROKEN, LEVELS, Allowance, unpacked
from graphload.filing.document import Found

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# and the modules that unpack them, of which a Python may lack the second
_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bz2"}


def opened(member: Member, allowance: Allowance) -> Iterator[Found]:
    """Yield the document that a member is, or those that it holds as an archive."""
    head = member.stream.peek()
    packed = next((name for magic, name in _PACKED.items() if head.startswith(magic)), None)
    try:
        if not (packed or head.startswith(_ZIP) or tars.is_tar(head)):
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
    """Yield what one packed file holds: a tar and what packs it are one archive."""
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
