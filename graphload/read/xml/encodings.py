"""The text of XML whose bytes are not in the encoding that it declares."""

from __future__ import annotations

import codecs
import re

from graphload.read import windows

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_LATIN = re.compile(r"(?:iso-?8859-?1|latin-?1|l1|(?:us-)?ascii)")
# encodings in which a byte or two is a letter; Python has others, which compute
_PLAIN = re.compile(r"utf-?8|iso-?8859-?\d+|latin-?\d+|windows-\d+|cp-?\d+|mac-?roman|koi8-[ru]|big5|gb\d+|euc-\w+")
# what ISO-8859-1 has for controls that nobody types, windows-1252 has for quotes and dashes
_QUOTES = re.compile(rb"[\x80-\x9f]")


def mislabelled(content: bytes) -> bool:
    """Whether a document declares ISO-8859-1 and has bytes of windows-1252."""
    return _LATIN.fullmatch(_declared(content) or "") is not None and _QUOTES.search(content) is not None


def decoded(content: bytes) -> tuple[str | None, str | None]:
    """Return the text of a document, or None where that is not certain, and what was repaired to get it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), None
        except ValueError:
            return None, None
    content = content.removeprefix(codecs.BOM_UTF8)
    declared = _declared(content)
    encoding = declared or "utf-8"
    try:
        if _PLAIN.fullmatch(encoding) and not mislabelled(content):
            return content.decode(encoding), None
    except (LookupError, ValueError):
        pass
    try:
        return content.decode(), f"read as UTF-8, not as {encoding}, which it is not"
    except UnicodeDecodeError:
        name = "UTF-8" if declared in (None, "utf-8") else declared
        return windows.mixed(content), windows.repair(name)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.match(content.removeprefix(codecs.BOM_UTF8))
    return found[1].decode("ascii").lower().replace("_", "-") if found else None
