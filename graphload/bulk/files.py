"""The files of an export: each table as Parquet, and as CSV with a header for `neo4j-admin database import`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphload import __version__
from graphload.bulk.columns import LABELS, schema
from graphload.bulk.output import TABLES, batches
from graphload.errors import StoreError
from graphload.map.standing import standing
from graphload.phases import UNWATCHED, Phases
from graphload.schema.render import import_headers
from graphload.schema.rows import Props
from graphload.schema.statements import STANDING
from graphload.schema.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

PARQUET, CSV, MANIFEST = "parquet", "csv", "manifest.json"
# what parts the items of a list in CSV: no text has it
DELIMITER = "\x1f"
FORMAT = 1
# maps a function over items, perhaps in several processes
Run = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
_ROW_GROUP = 50_000


def write(parts: Path, to: Path, run: Run = map, watch: Phases = UNWATCHED) -> dict[str, int]:
    """Write the files of all tables, and return how many rows each table has."""
    (to / MANIFEST).unlink(missing_ok=True)  # what is there is of a run that was cut off
    for name in (PARQUET, CSV):
        shutil.rmtree(to / name, ignore_errors=True)
        (to / name).mkdir()
    watch.phase("writing", "tables", len(TABLES))
    counts: dict[str, int] = {}
    for name, count in zip(TABLES, run(partial(_table, parts, to), TABLES), strict=True):
        counts[name] = count
        watch.count()
    return counts


def standing_rows(table: Table) -> list[Props]:
    """Return the rows of a table that is the same in every graph."""
    return [{"id": node.id, **node.props} for node in standing() if node.label == table.name]


def _standing(table: Table) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    yield pa.RecordBatch.from_pylist(standing_rows(table), schema(table))


def _table(parts: Path, to: Path, name: str) -> int:
    from pyarrow import csv, parquet

    table = TABLES[name]
    count, columns = 0, schema(table)
    found = _standing(table) if name in STANDING else batches(parts, name)
    with ExitStack() as files:
        kept = files.enter_context(
            parquet.ParquetWriter(str(to / PARQUET / f"{table.name}.parquet"), columns, compression="zstd")
        )
        text = files.enter_context((to / CSV / f"{table.name}.csv").open("wb"))
        text.write(f"{import_headers()[f'{table.name}.csv']}\n".encode())
        options = csv.WriteOptions(include_header=False)
        for batch in _together(found, columns):
            count += batch.num_rows
            kept.write_table(batch)
            csv.write_csv(_text(table, batch), text, options)
    return count


def _together(found: Iterable[pa.RecordBatch], columns: pa.Schema) -> Iterator[pa.Table]:
    """Yield batches as tables of so many rows as a row group of Parquet has."""
    import pyarrow as pa

    some: list[pa.RecordBatch] = []
    rows = 0
    for batch in found:
        some.append(batch)
        rows += batch.num_rows
        if rows >= _ROW_GROUP:
            yield pa.Table.from_batches(some, columns)
            some, rows = [], 0
    if some:
        yield pa.Table.from_batches(some, columns)


def _text(table: Table, rows: pa.Table) -> pa.Table:
    """Return the columns as `neo4j-admin` reads them: lists joined, times with a T, and the labels of nodes."""
    from pyarrow import compute, types

    for at, column in enumerate(rows.schema):
        values = rows.column(at)
        if column.name == LABELS and not table.edge:
            values = _labels(table, values)
        elif types.is_list(column.type):
            values = compute.binary_join(values, DELIMITER)
        elif types.is_timestamp(column.type):
            values = compute.strftime(values, "%Y-%m-%dT%H:%M:%S")
        rows = rows.set_column(at, column.name, values)
    return rows


def _labels(table: Table, values: Any) -> Any:
    import pyarrow as pa
    from pyarrow import compute

    (label,) = table.labels
    more = compute.fill_null(compute.binary_join(values, DELIMITER), "")
    told = compute.if_else(compute.equal(more, ""), "", compute.binary_join_element_wise("", more, DELIMITER))
    return compute.binary_join_element_wise(pa.scalar(label), told, "")


def write_manifest(to: Path, filings: int, rows: dict[str, int]) -> None:
    """Write the manifest, which says that an export is complete."""
    text = json.dumps({"format": FORMAT, "graphload": __version__, "filings": filings, "rows": rows}, indent=2)
    (to / MANIFEST).write_text(f"{text}\n", "utf-8")


def is_complete(folder: Path) -> bool:
    """Return whether a folder holds a complete export."""
    return (folder / MANIFEST).exists()


def manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of an export. Raises StoreError where there is none that this graphload knows."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        format = found["format"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(f"{folder} is no complete export: `graphload export PATH... --to DIR` makes one") from error
    if format != FORMAT:
        raise StoreError(f"{folder} has format {format}, and this graphload knows {FORMAT}: export the filings again")
    return found
