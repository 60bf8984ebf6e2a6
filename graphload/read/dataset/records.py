"""From the row of a table of the SEC's quarterly data sets to its values by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from graphload.filing.dataset import TABLES
from graphload.read import cells
from graphload.read.cells import ParseError
from graphload.read.dataset.packing import Record
from graphload.read.elements import CELLS, LEAVES

_DATE = re.compile(r"(\d\d)-([A-Z]{3})-(\d{4})")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
RELATIONS = {
    "DIRECTOR": "director",
    "OFFICER": "officer",
    "TENPERCENTOWNER": "ten_percent_owner",
    "OTHER": "other",
}
_RELATION = re.compile("|".join(RELATIONS))


def day(raw: str | None) -> date | None:
    """Return the date of `31-JUL-2024`."""
    if not raw or not (raw := raw.strip()):
        return None
    match = _DATE.fullmatch(raw)
    if match is None or match[2] not in _MONTHS:
        raise ValueError("not a date")
    try:
        return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        raise ValueError("not a date of the calendar") from None


def relations(raw: str | None) -> frozenset[str]:
    """Return the boxes that `Director,TenPercentOwner` ticks; in some sets the comma before `Other` is missing."""
    words = (raw or "").upper()
    if _RELATION.sub("", words).strip(" ,"):
        raise ValueError(f"not of {', '.join(RELATIONS)}")
    return frozenset(RELATIONS[word] for word in _RELATION.findall(words))


def references(raw: str | None) -> tuple[str, ...]:
    """Return the footnotes of `F1, F2`."""
    return tuple((raw or "").replace(",", " ").split())


# how the text of a field is read: as in XML, but for dates
_READERS: dict[str, Callable[[str | None], Any]] = {
    "filed_on": day,
    "relationship": relations,
    "id": cells.text,
} | {field: day if read is cells.day else read for _, field, read in (*CELLS.values(), *LEAVES.values())}


def record(table: str, row: dict[str, Any]) -> Record:
    """Return the values of one row of a table by field, and the footnotes of each cell under `notes`."""
    found: Record = {"line": row["line"]}
    for column, field in TABLES[table].fields.items():
        try:
            found[field] = _READERS[field](row.get(column))
        except ValueError as error:
            raise ParseError(str(error), line=row["line"], element=f"{table}.{column}", value=row[column]) from None
    order = TABLES[table].order
    if order is not None:
        if not row.get(order, "").isdecimal():
            raise ParseError("not a number", line=row["line"], element=f"{table}.{order}", value=row.get(order))
        found["order"] = int(row[order])
        found["notes"] = {cell: references(row[note]) for note, cell in TABLES[table].notes.items() if note in row}
    return found
