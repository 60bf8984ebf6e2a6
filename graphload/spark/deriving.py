"""What follows from the readings of filings: the stages of an export, each as one shuffle by key."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import partial, reduce
from typing import Any

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from graphload.bulk import readings
from graphload.bulk.columns import schema
from graphload.bulk.export import STAGES, Work
from graphload.bulk.files import standing_rows
from graphload.bulk.output import TABLES
from graphload.bulk.readings import Packed
from graphload.schema.rows import Props
from graphload.schema.statements import STANDING
from graphload.schema.tables import Table
from graphload.spark.reading import READ

RECORDS = "kind string, key string, said binary"
# what the kind of a row of a table begins with
_ROW = "table:"
_TOGETHER = 10_000


class Collected:
    """What a stage puts out about one key."""

    def __init__(self) -> None:
        self.records: list[tuple[str, str, bytes]] = []

    def row(self, table: str, row: Props) -> None:
        """Take a row of a table."""
        self.records.append((f"{_ROW}{table}", "", pickle.dumps(row, -1)))

    def record(self, kind: str, key: str, said: bytes) -> None:
        """Take a record for a later stage."""
        self.records.append((kind, key, said))

    def table(self) -> pa.Table:
        """Return all of it."""
        columns = zip(*self.records, strict=True) if self.records else ((), (), ())
        types = (pa.string(), pa.string(), pa.binary())
        arrays = [pa.array(column, type) for column, type in zip(columns, types, strict=True)]
        return pa.Table.from_arrays(arrays, names=["kind", "key", "said"])


def derived(readings: DataFrame) -> dict[str, DataFrame]:
    """Return the tables of the graph of some readings, by name, with everything that is derived.

    They are those that `graphload export` writes: a table for each label and each relationship type between two
    labels. `readings` is what `rows` returned. What the stages put out is kept on the disks of the cluster, until it is
    no longer needed.
    """
    told = readings.where(readings.outcome == READ).select("id", "facts", "reading")
    begun, done = told.mapInArrow(_begun, RECORDS), dict[str, DataFrame]()
    for stage in STAGES:
        records = _all([done[kind] for kind in stage.after] or [begun]).where(f"kind = '{stage.kind}'")
        out = records.groupBy("key").applyInArrow(_worked(stage.work), RECORDS)
        done[stage.kind] = out.persist(StorageLevel.DISK_ONLY)
    parts = int(str(readings.sparkSession.conf.get("spark.sql.shuffle.partitions")))
    rows = _all(done.values()).where(f"kind LIKE '{_ROW}%'").coalesce(parts).persist(StorageLevel.DISK_ONLY)
    return {name: _table(rows, table) for name, table in TABLES.items()}


def _all(frames: Iterable[DataFrame]) -> DataFrame:
    return reduce(lambda one, other: one.unionAll(other), frames)


def _begun(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        out = Collected()
        for row in batch.to_pylist():
            readings.put(Packed(row["id"], row["facts"], row["reading"]), out)
        yield from out.table().to_batches()


def _worked(work: Work) -> Callable[[pa.Table], pa.Table]:
    """Return the work of a stage about one key, as Spark calls it."""

    def worked(group: pa.Table) -> pa.Table:
        out = Collected()
        work(group["key"][0].as_py(), group["said"].to_pylist(), out)
        return out.table()

    return worked


def _table(records: DataFrame, table: Table) -> DataFrame:
    columns = from_arrow_schema(schema(table))
    if table.name in STANDING:
        return records.sparkSession.createDataFrame(standing_rows(table), columns)
    found = records.where(f"kind = '{_ROW}{table.name}'").select("said")
    return found.mapInArrow(partial(_rows, table.name), columns)


def _rows(name: str, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        said: list[Any] = batch["said"].to_pylist()
        for at in range(0, len(said), _TOGETHER):
            yield pa.RecordBatch.from_pylist([*map(pickle.loads, said[at : at + _TOGETHER])], schema(TABLES[name]))
