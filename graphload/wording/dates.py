"""Days and months as they are written in running text: `March 4, 2024`, `4 Mar. 2024`, `3/4/24`, `June of 2020`."""

from __future__ import annotations

import re
from datetime import date

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# a day, or a month of a year; what is no date at all reads as none
DATE = (
    rf"(?:\b{_MONTH}\s+{_DAY}\s*,?\s+(?:19|20)\d\d\b|\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}[/-]\d{{1,2}}[/-](?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    rf"|\b{_MONTH},?\s+(?:of\s+)?(?:19|20)\d\d\b)"
)
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(_MONTH, re.I)


def written(text: str) -> str | None:
    """Return the day that a text is, as `2024-03-04`, or the month, as `2024-03`; None where there is no such day."""
    numbers = [int(each) for each in _NUMBER.findall(text)]
    if named := _WORD.search(text):
        month = _NAMES.index(named[0][:3].casefold()) + 1
        if len(numbers) == 1:
            return f"{numbers[0]:04}-{month:02}"
        day, year = numbers
    elif len(text) == 10 and text[4] == "-":
        year, month, day = numbers
    else:
        month, day, year = numbers
    return _iso(year if year > 99 else 2000 + year, month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
