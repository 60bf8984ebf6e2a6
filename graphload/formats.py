"""Answers as text: CSV and JSON, a row at a time, and cells as people read them."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from graphload.filing.numbers import shown
from graphload.visible import visible, visible_json, visible_lines

Rows = Iterable[Sequence[Any]]

# digits of a number that is printed whole
_DIGITS = 13
_SPACE = re.compile(r"[\t\n\r]")


class _CsvSink:
    """What `csv.writer` writes to: it hands the line back."""

    @staticmethod
    def write(line: str) -> str:
        return line


def csv_lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """Yield the header and each row as a line of CSV; a list is one cell with `; ` between its members."""
    writer = csv.writer(_CsvSink(), lineterminator="\n")
    yield writer.writerow(map(visible_lines, columns))
    for row in rows:
        yield writer.writerow([visible_lines(cell(value)) for value in row])


def json_lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """Yield each row as a JSON object on a line: numbers are numbers, dates ISO strings, absent is null."""
    for row in rows:
        yield f"{json_text(dict(zip(columns, map(jsonable, row), strict=True)))}\n"


def json_array(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """Yield the parts of one JSON array of objects."""
    start = "["
    for line in json_lines(columns, rows):
        yield f"{start}{line[:-1]}"
        start = ",\n "
    yield "]\n" if start != "[" else "[]\n"


def json_text(value: Any, **options: Any) -> str:
    """Return a value as JSON: letters as they are, what steers a terminal as `\\u001b`."""
    return visible_json(json.dumps(value, ensure_ascii=False, **options))


def cell(value: Any) -> str:
    """Return one value as the text of a cell; an absent one is empty."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, (list, tuple)) and not any(isinstance(each, (list, tuple, dict)) for each in value):
        return "; ".join(map(cell, value))
    value = jsonable(value)
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def readable(value: Any) -> str:
    """Return one value as people read it, on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float) and math.isfinite(value):
        number = Decimal(repr(shown(value)))
        # what has many digits was computed
        places = number if len(number.as_tuple().digits) <= _DIGITS else round(number, 4)
        return f"{places:,f}".rstrip("0").rstrip(".") if "." in f"{places:f}" else f"{places:,f}"
    return visible(_SPACE.sub(" ", cell(value)))


def amount(number: float, *, signed: bool = False) -> str:
    """Return a number of shares as people read it, with four digits behind the point at most."""
    return f"{number:{'+' * signed},.4f}".rstrip("0").rstrip(".")


def jsonable(value: Any) -> Any:
    """Return a value as JSON has it: numbers as they are, dates as ISO strings, no infinity."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float):
        return shown(value) if math.isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [jsonable(each) for each in value]
    return {key: jsonable(each) for key, each in value.items()} if isinstance(value, dict) else value
