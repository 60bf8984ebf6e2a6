"""Constraints and indexes, made where they are missing and mended where an end of the server left half of one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from graphload.schema import statements
from graphload.store.contention import patiently

Run = Callable[[str], Iterable[Any]]

_CONSTRAINTS = "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN type, labelsOrTypes, properties"
_PAUSE = 1.0  # seconds in which another client that makes a constraint has made it
_THERE = (
    "EquivalentSchemaRuleAlreadyExists",
    "equivalent index already exists",
    "equivalent constraint already exists",
)


def prepare(run: Run) -> None:
    """Make sure that the constraints and indexes are there; another client may do the same at the same time."""
    for statement in (*statements.constraints(), *statements.indexes()):
        patiently(lambda statement=statement: _make(run, statement))  # type: ignore[misc]
    # an engine that was ended while it made a constraint may have its index alone, and take that for the constraint
    if lacking(run):
        time.sleep(_PAUSE)
        for statement in lacking(run):
            patiently(lambda statement=statement: _make_anew(run, statement))  # type: ignore[misc]


def lacking(run: Run) -> list[str]:
    """Return the statements of the constraints that are not there, by whatever name."""
    unique = {
        label
        for kind, labels, properties in run(_CONSTRAINTS)
        if "UNIQUENESS" in kind and properties == ["id"]
        for label in labels
    }
    return [each for each in statements.constraints() if each.partition("(n:")[2].partition(")")[0] not in unique]


def _make(run: Run, statement: str) -> None:
    from neo4j.exceptions import Neo4jError

    try:
        run(statement)
    except Neo4jError as error:
        if _says(error, *_THERE):
            return
        if not _says(error, "IndexWithNameAlreadyExists", "IndexAlreadyExists", "already exists an index"):
            raise
        _make_anew(run, statement)


def _make_anew(run: Run, statement: str) -> None:
    run(f"DROP INDEX {statement.split()[2]} IF EXISTS")
    run(statement)


def _says(error: Exception, *words: str) -> bool:
    said = f"{getattr(error, 'code', '')} {error}"
    return any(word in said for word in words)
