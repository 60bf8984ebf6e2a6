"""What a part of an export yields: rows of tables, and records for a later stage. It is kept in files."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from graphload.bulk.columns import schema
from graphload.schema.rows import Props
from graphload.schema.tables import Table, tables

if TYPE_CHECKING:
    import pyarrow as pa

# rows and records that are held in memory, and bytes of records
_ROWS, _BYTES = 10_000, 16_000_000
TABLES: dict[str, Table] = {table.name: table for table in tables()}


@cache
def record_schema() -> pa.Schema:
    """Return the columns of a record: its key, a digest of the key, and what is said of the key."""
    import pyarrow as pa

    return pa.schema([("digest", pa.int64()), ("key", pa.string()), ("said", pa.large_binary())])


class Sink(Protocol):
    """Takes what a stage puts out."""

    def row(self, table: str, row: Props) -> None:
        """Take a row of a table."""

    def record(self, kind: str, key: str, said: bytes) -> None:
        """Take a record for a later stage, which gets all records of one key together."""


class Output:
    """Files of one part of an export, in a folder for each table and for each kind of records."""

    def __init__(self, folder: Path, part: str) -> None:
        self._folder, self._part = folder, part
        self._rows: dict[str, list[Props]] = defaultdict(list)
        self._records: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
        self._held = self._bytes = 0
        self._writers: dict[str, Any] = {}
        self._files = ExitStack()

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._files:
            if kind is None:
                self._flush()

    def row(self, table: str, row: Props) -> None:
        """Take a row of a table."""
        self._rows[table].append(row)
        self._count(0)

    def record(self, kind: str, key: str, said: bytes) -> None:
        """Take a record for a later stage, which gets all records of one key together."""
        self._records[kind].append((key, said))
        self._count(len(said))

    def _count(self, size: int) -> None:
        self._held += 1
        self._bytes += size
        if self._held >= _ROWS or self._bytes >= _BYTES:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        for name, rows in self._rows.items():
            self.write(name, pa.RecordBatch.from_pylist(rows, schema(TABLES[name])))
        for kind, records in self._records.items():
            keys, said = zip(*records, strict=True)
            digests = [zlib.crc32(key.encode()) for key in keys]
            self.write(kind, pa.RecordBatch.from_arrays([digests, keys, said], schema=record_schema()))
        self._rows.clear()
        self._records.clear()
        self._held = self._bytes = 0

    def write(self, name: str, batch: pa.RecordBatch) -> None:
        """Write a batch of a table's rows or of records at once."""
        from pyarrow import ipc

        if name not in self._writers:
            file = self._folder / name / f"{self._part}.arrow"
            file.parent.mkdir(parents=True, exist_ok=True)
            options = ipc.IpcWriteOptions(compression="lz4")
            self._writers[name] = self._files.enter_context(ipc.new_stream(str(file), batch.schema, options=options))
        self._writers[name].write_batch(batch)


def batches(folder: Path, name: str) -> Iterator[pa.RecordBatch]:
    """Yield what all parts have of a table or a kind of records, in the order of the parts."""
    import pyarrow as pa
    from pyarrow import ipc

    for file in sorted((folder / name).glob("*.arrow")):
        with pa.OSFile(str(file)) as source, ipc.open_stream(source) as reader:  # not mapped into memory as a whole
            yield from reader
