"""UTF-8 in which some bytes are of windows-1252, as programs that paste from Word leave it."""

from __future__ import annotations

import codecs

from graphload.read.scan import Repair

_FALLBACK = "graphload-windows-1252"


def mixed(content: bytes) -> str:
    """Return a text whose bytes are UTF-8 where they can be, and windows-1252 elsewhere."""
    return content.decode("utf-8", _FALLBACK)


def repair(encoding: str = "UTF-8") -> str:
    """Return the words for bytes of windows-1252 in a text of another encoding."""
    return f"bytes that are not {encoding} are read as windows-1252"


def decoded(content: bytes) -> tuple[str, tuple[Repair, ...]]:
    """Return the text of a document that should be UTF-8, and what was repaired to get it."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode(), ()
    except UnicodeDecodeError as error:
        return mixed(content), (Repair(repair(), content.count(b"\n", 0, error.start) + 1),)


def _windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_FALLBACK, _windows)
