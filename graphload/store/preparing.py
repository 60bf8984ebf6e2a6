"""Constraints and indexes, made where they are missing and mended where an end of the server left half of one."""

from __future__ import annotations

from collections.abc import Callable

from graphload.schema import statements
from graphload.store.contention import patiently

Run = Callable[[str], object]

_THERE = (
    "EquivalentSchemaRuleAlreadyExists",
    "equivalent index already exists",
    "equivalent constraint already exists",
)


def prepare(run: Run) -> None:
    """Make sure that the constraints and indexes are there; another client may do the same at the same time."""
    for statement in (*statements.constraints(), *statements.indexes()):
        patiently(lambda statement=statement: _make(run, statement))  # type: ignore[misc]


def _make(run: Run, statement: str) -> None:
    from neo4j.exceptions import Neo4jError

    try:
        run(statement)
    except Neo4jError as error:
        if _says(error, *_THERE):
            return
        if not _says(error, "IndexWithNameAlreadyExists", "IndexAlreadyExists", "already exists an index"):
            raise
        # a server that was killed while it made a constraint keeps the constraint's index without it
        run(f"DROP INDEX {statement.split()[2]} IF EXISTS")
        run(statement)


def _says(error: Exception, *words: str) -> bool:
    said = f"{getattr(error, 'code', '')} {error}"
    return any(word in said for word in words)
