"""From the text of one cell to its value; None for nothing, ValueError for what the form does not allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from graphload.filing.codes import Code

C = TypeVar("C", bound=Code)
T = TypeVar("T")

# some filers append a time zone to a date
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?")
_NUMBER = re.compile(r"\d+(?:\.\d*)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
# the product of two of these is still a number to a graph, which has 64 bits for one
_LONGEST_NUMBER = 100
_CIK = re.compile(r"\d{1,10}")


def text(raw: str | None) -> str | None:
    """Return the words of the text, one space between them; None where there are none."""
    if not raw:
        return None
    if raw.isascii() and raw.isprintable() and "  " not in raw and raw[0] != " " != raw[-1]:
        return raw
    return " ".join(raw.split()) or None


@lru_cache(maxsize=4096)
def day(raw: str | None) -> date | None:
    """Return the date of an `xs:date`, its time zone left out."""
    if not raw or not (raw := raw.strip()):
        return None
    match = _DATE.fullmatch(raw)
    if match is None:
        raise ValueError("not a date")
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        raise ValueError("not a date of the calendar") from None


def number(raw: str | None) -> Decimal | None:
    """Return the exact decimal; the forms know no sign, no exponent, no NaN."""
    if not raw or not (raw := raw.strip()):
        return None
    if _NUMBER.fullmatch(raw) is None:
        raise ValueError("not a number")
    if len(raw) > _LONGEST_NUMBER:
        raise ValueError(f"a number of more than {_LONGEST_NUMBER} digits")
    return Decimal(raw.replace(",", ""))


def cik(raw: str | None) -> str | None:
    """Return the CIK with ten digits."""
    if not raw or not (raw := raw.strip()):
        return None
    if _CIK.fullmatch(raw) is None or not raw.isascii():
        raise ValueError("not a CIK")
    return raw.zfill(10)


def code(codes: type[C]) -> Callable[[str | None], C | None]:
    """Return a reader of one code list."""
    known: dict[str, C] = {member.value: member for member in codes}
    return _choice(known, f"not one of {', '.join(known)}")


def flag(yes: str, no: str) -> Callable[[str | None], bool | None]:
    """Return a reader of a cell that holds one of two letters."""
    return _choice({yes: True, no: False}, f"neither {yes} nor {no}")


def _choice(known: dict[str, T], otherwise: str) -> Callable[[str | None], T | None]:
    def read(raw: str | None) -> T | None:
        if raw in known:
            return known[raw]
        if not raw or not (raw := raw.strip()):
            return None
        if raw not in known:
            raise ValueError(otherwise)
        return known[raw]

    return read


# an `xs:boolean`: one document may mix them
boolean = _choice({"1": True, "true": True, "0": False, "false": False}, "not a boolean")


class ParseError(ValueError):
    """What a reader cannot take, and where in the document; the caller adds the document's origin."""

    def __init__(
        self, what: str, *, line: int | None = None, element: str | None = None, value: str | None = None
    ) -> None:
        self.line, self.element, self.value = line, element, value
        super().__init__(what)
