"""The nodes that every store has before the first filing is loaded: what codes mean, and the calendar of due days."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.filing import calendar
from graphload.filing.codes import TransactionCode
from graphload.schema.rows import Node


def standing() -> Iterator[Node]:
    """Yield each of these nodes."""
    for code in TransactionCode:
        yield Node("TransactionCode", code.value, {"meaning": code.meaning})
    said = {
        "caption": "EDGAR's business days",
        "source": calendar.source(),
        "digest": calendar.digest(),
        "first": calendar.FIRST,
        "last": calendar.LAST,
        "closed": [day.isoformat() for day in calendar.closed()],
    }
    yield Node("Calendar", "EDGAR", said)
