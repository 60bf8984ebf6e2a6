"""From a document's bytes to a Filing: the reader that fits is chosen by what the bytes are.

In: a document. Out: a `Filing`, with what was not read and what was repaired. Never: input or output, or a number that
is guessed.
"""

from __future__ import annotations

from dataclasses import replace

from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.read.cells import ParseError
from graphload.read.contradictions import contradicted
from graphload.read.scan import Reading

__all__ = ["Reading", "read"]

_ARCHIVES = {
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a rar archive",
    b"\xfd7zXZ": "an xz file",
    b"\x28\xb5\x2f\xfd": "a zstd file",
    b"\x1f\x9d": "a file packed by compress",
}


def read(document: Document) -> Reading:
    """Return the filing of a document. Raises FilingError, with the place, if any part of it cannot be read."""
    from graphload.read.dataset import reader as tables
    from graphload.read.html import reader as html
    from graphload.read.text import reader as text
    from graphload.read.xml import reader as xml

    for magic, kind in _ARCHIVES.items():
        if document.content.startswith(magic):
            raise FilingError(document.origin, f"{kind}, which is not read: unpack it first")
    recognised = (each for each in (html, text) if each.recognises(document.content))
    try:
        if document.tables is not None:
            reading = tables.read(document.tables, document.origin, document.envelope)
        else:
            reading = next(recognised, xml).read(document.content, document.origin, document.envelope)
    except ParseError as error:
        line = error.line and error.line + document.first_line - 1
        raise FilingError(document.origin, str(error), line=line, element=error.element, value=error.value) from None
    before = document.first_line - 1
    filing, notes = contradicted(reading.filing)
    return replace(
        reading,
        filing=filing,
        unread=tuple(replace(each, line=each.line + before) for each in reading.unread),
        repairs=tuple(replace(each, line=each.line + before) for each in reading.repairs),
        notes=(*document.notes, *reading.notes, *notes),
    )
