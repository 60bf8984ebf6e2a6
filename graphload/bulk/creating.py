"""Fill a new store of the embedded engine with the graph of an export."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphload.bulk.columns import END, LABELS, START, require
from graphload.bulk.files import PARQUET, manifest
from graphload.bulk.output import TABLES
from graphload.bulk.place import place, unfinished
from graphload.errors import StoreError
from graphload.phases import UNWATCHED, Phases
from graphload.schema.statements import STANDING
from graphload.schema.tables import Table
from graphload.store import Store, open_store
from graphload.store.folder import lock

# rows that one transaction creates
_ROWS = 2_000
_NODE = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
_EDGE = """UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})
CREATE (a)-[r:{type}]->(b) SET r = row.props"""
_PATIENCE = 60.0  # seconds until the engine of the new store has stopped


def create(folder: Path, store: Path, watch: Phases = UNWATCHED) -> int:
    """Make a store of the graph of an export, and return how many filings it has.

    The store is made beside its place, and is there when it is complete. `watch` receives the progress. Raises
    StoreError if something is at its place, or if the export is not complete.
    """
    require()
    filings: int = manifest(folder)["filings"]
    if unfinished(store).exists():
        _wait(unfinished(store))
    with place(store, 0o700) as made:
        with open_store(str(made)) as opened:
            fill(opened, folder, watch)
        watch.phase("closing the store", "")
        _wait(made)
    return filings


def fill(store: Store, folder: Path, watch: Phases = UNWATCHED) -> None:
    """Create all nodes and relationships of an export in a store that has none."""
    watch.phase("preparing the store", "")
    store.prepare()
    written = [table for table in TABLES.values() if table.name not in STANDING]
    rows_of = manifest(folder)["rows"]
    for noun, tables in (
        ("nodes", [table for table in written if not table.edge]),
        ("relationships", [table for table in written if table.edge]),
    ):
        watch.phase("writing", noun, sum(rows_of[table.name] for table in tables))
        for statement, rows in (each for table in tables for each in _batches(folder, table)):
            store.write(statement, rows=rows)
            watch.count(len(rows))


def _batches(folder: Path, table: Table) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield statements that create the rows of a table, each with some of them."""
    from pyarrow import parquet

    file = parquet.ParquetFile(folder / PARQUET / f"{table.name}.parquet")
    for batch in file.iter_batches(_ROWS):
        by_statement: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in batch.to_pylist():
            there = {name: value for name, value in row.items() if value is not None}
            statement, kept = _edge(table, there) if table.edge else _node(table, there)
            by_statement[statement].append(kept)
        yield from by_statement.items()


def _node(table: Table, row: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return _NODE.format(labels=":".join((*table.labels, *row.pop(LABELS, ())))), row


def _edge(table: Table, row: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    start, end = table.labels
    ends = {"start": row.pop(START), "end": row.pop(END), "props": row}
    return _EDGE.format(start=start, end=end, type=table.edge), ends


def _wait(folder: Path) -> None:
    """Return when the engine of a store has stopped."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with lock(folder) as free:
            if free:
                return
        time.sleep(0.1)
    raise StoreError(f"the engine of {folder} does not stop: end it, then import again")
