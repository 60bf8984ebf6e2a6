"""Cells of a table: values as people read them, with long ones shortened, and how wide they are."""

from __future__ import annotations

import re
from typing import Any

from graphload.formats import readable

# members of a list, and characters of a text, that a table shows
_MEMBERS, _TEXT = 5, 240
# a digest is told by its first digits; `ask` takes them for the filing
_DIGEST = re.compile(r"(?<![0-9a-f])([0-9a-f]{12})[0-9a-f]{20,}(?![0-9a-f])")
# the longest word that is kept whole; a date, the id of a row or the name of a question may be longer, a path not
_WORD, _ID = 24, 40
_NAMES = re.compile(r"[0-9/:]")
# texts that are wider than this may fold: most of them into so many lines, and a few into more
_NARROW, _LINES, _MOST_LINES = 12, 4, 8


def empty(value: Any) -> bool:
    """Whether a value says nothing."""
    return value is None or value in ("", [], ())


def brief(value: Any) -> str:
    """Return a value with the first members of a list, the first digits of a digest, the beginning of a long text."""
    if _listed(value):
        more = [f"+{len(value) - _MEMBERS:,} more"] if len(value) > _MEMBERS else []
        return "; ".join([*map(brief, value[:_MEMBERS]), *more])
    text = _DIGEST.sub(r"\1…", readable(value))
    return text if len(text) <= _TEXT else f"{text[: _TEXT - 1].rstrip()}…"


def cut(value: Any) -> bool:
    """Whether `brief` leaves out members of a list, or the end of a text."""
    if _listed(value):
        return len(value) > _MEMBERS or any(map(cut, value))
    return not isinstance(value, (int, float)) and len(readable(value)) > _TEXT


def _listed(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and not any(isinstance(each, (list, tuple, dict)) for each in value)


def numeric(value: Any) -> bool:
    """Whether a value is a number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def width(text: str) -> int:
    """Return the width of a text in a terminal."""
    from rich.cells import cell_len

    return cell_len(text)


def longest(text: str) -> int:
    """Return the width of the longest word of a text."""
    return max(map(width, text.split()), default=0)


def least(text: str) -> int:
    """Return the least width of a column for a text, in which no number, date or id folds."""
    return max(map(_kept, text.split()), default=0)


def _kept(word: str) -> int:
    found = width(word)
    return found if found <= _ID and _NAMES.search(word) else min(found, _WORD)


def comfortable(least: int, widths: list[int]) -> int:
    """Return the width of a column in which its texts can be read, from its least width and theirs."""
    usual, widest = sorted(widths)[len(widths) * 9 // 10], max(widths)
    return max(least, min(widest, max(_NARROW, -(-usual // _LINES), -(-widest // _MOST_LINES))))
