"""CSV that Excel opens as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from graphload.formats import Rows, cell, csv_lines

_MARK = "\ufeff"  # without it, Excel takes the bytes for those of an old code page
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# texts that Excel would turn into another number, a date or a truth
_TURNED = re.compile(
    r"0\d+|\d{12,}|\d+e\d+|true|false|\d{1,4}[-/]\d{1,2}"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}[- ]?\d{1,4}",
    re.IGNORECASE,
)


def excel_lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """Yield the lines of CSV for Excel: marked as UTF-8, ended by CR and LF, no formulas, CIKs with their zeros."""
    yield _MARK
    for line in csv_lines([*map(_kept, columns)], ([*map(_kept, row)] for row in rows)):
        yield f"{line[:-1]}\r\n"


def _kept(value: Any) -> Any:
    """Return a value so that Excel leaves it as it is."""
    text = cell(value) if isinstance(value, (list, tuple)) else value
    if not isinstance(text, str):
        return text
    if text.startswith(_FORMULA):
        return f"'{text}"
    return f'="{text}"' if _TURNED.fullmatch(text) else text
