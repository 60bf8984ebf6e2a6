"""Answers printed, with what is to be told about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphload.ask import About, Answer
from graphload.check.counting import pending
from graphload.cli import output
from graphload.formats import json_text
from graphload.store import Store


def show(answered: Answer, given: Mapping[str, Any], shape: str, covered: About | None = None) -> None:
    """Print an answer, and tell whom each name meant and what is to be known about the whole."""
    for name, party in answered.meant.items():
        output.tell(f"{name} {given[name]!r}: {party}, {party.how}")
    for note in (*answered.notes, *(covered.lines() if covered else ())):
        output.tell(note)
    if covered and shape == "json":
        output.write([f"{json_text(_parts(covered))}\n"])
    else:
        output.show(answered.columns, answered.rows, shape, grouped=True)


def _parts(covered: About) -> dict[str, Any]:
    """Return everything about an answer, with the columns that are wanted."""
    parts, wanted = covered.parts(), output.picked(covered.answer.columns)
    return parts | {"rows": [{name: row[name] for name in wanted} for row in parts["rows"]]}


def tell_pending(store: Store) -> None:
    """Warn where a load was cut off, or is still running."""
    if warning := pending(store):
        output.tell(warning)
