"""Read and map filings where their files are: a row for each reading, and for each document that is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import broadcast, regexp_extract, udf

from graphload.errors import FilingError
from graphload.files.neighbours import is_neighbour
from graphload.files.paths import documents
from graphload.filing.dataset import of_tables
from graphload.filing.document import Found, Skipped
from graphload.load.exporting import packed
from graphload.load.known import each_marked
from graphload.load.workers import Mapped, Result

READINGS = "origin string, outcome string, reason string, id string, facts string, reading binary"
READ, SET_ASIDE, PASSED_OVER = "read", "set aside", "passed over"
_COLUMNS = [column.split()[0] for column in READINGS.split(", ")]
_TOGETHER = 100


def rows(spark: SparkSession, paths: str | list[str]) -> DataFrame:
    """Return what the filings in files say: a row for each reading, each document set aside, and each passed over.

    `paths` are files, folders or patterns of any store that Spark reads, such as full submissions, XML, archives, or
    the SEC's tables. Spark leaves out files whose names begin with `_` or `.`, and reads no file of over 2 GB. Files
    that belong together, such as the tables of a data set or a filing and its `metadata.json`, are those of one folder.

    Columns: `origin`; `outcome`, `read`, `set aside` or `passed over`; the `reason` if it was not read; and for
    `derived` the ids `id` and `facts`, and the packed `reading`.
    """
    found = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths).select("path", "content")
    found = found.withColumn("folder", regexp_extract("path", "^(.*)/[^/]*$", 1))
    folders = found.where(udf(_tells_more, "boolean", useArrow=False)("path")).select("folder").distinct()
    alone = found.join(broadcast(folders), "folder", "left_anti").mapInArrow(_alone, READINGS)
    together = found.join(broadcast(folders), "folder", "left_semi")
    return alone.unionAll(together.groupBy("folder").applyInArrow(_folder, READINGS))


def _tells_more(path: str) -> bool:
    """Tell whether a file is read with others of its folder."""
    name = path.rpartition("/")[2]
    return is_neighbour(name) or of_tables(name)


def _alone(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for path, content in zip(batch["path"].to_pylist(), batch["content"].to_pylist(), strict=True):
            yield from _batches(_read({path: content}))


def _folder(table: pa.Table) -> pa.Table:
    files = dict(zip(table["path"].to_pylist(), table["content"].to_pylist(), strict=True))
    return pa.Table.from_batches([*_batches(_read(files))], _schema())


def _batches(readings: Iterable[dict[str, Any]]) -> Iterator[pa.RecordBatch]:
    while some := list(islice(readings, _TOGETHER)):
        yield pa.RecordBatch.from_pylist(some, _schema())


def _schema() -> pa.Schema:
    return pa.schema([(name, pa.binary() if name == "reading" else pa.string()) for name in _COLUMNS])


def _read(files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    """Read one file, or those of a folder that belong together, from copies under the same names."""
    with TemporaryDirectory(prefix="graphload-") as own:
        copies = []
        for path, content in files.items():
            store, inside = _parted(path)
            copy = Path(own, *inside.replace("..", "%2E%2E").split("/"))
            try:
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(content)
                copies.append(copy)
            except OSError as error:  # a name that no disk takes
                yield _told(FilingError(path, error.strerror or str(error)))
        paths = copies if len(files) == 1 else [*{copy.parent for copy in copies}]
        read = (_from(found, f"{own}/", store) for found in documents(map(str, paths)))
        yield from map(_told, map(packed, each_marked(read)))


def _parted(path: str) -> tuple[str, str]:
    """Return the store of a path, as `s3a://` or `/`, and the path in it."""
    store, _, inside = path.partition("://") if "://" in path else ("file", "", path.removeprefix("file:"))
    return ("/", inside.lstrip("/")) if store == "file" else (f"{store}://", inside)


def _from(found: Found, copies: str, store: str) -> Found:
    """Return what was found in the copies as it is found in the store."""
    if isinstance(found, FilingError):
        found.origin = found.origin.replace(copies, store)
        return found
    if isinstance(found, Skipped):
        return replace(found, origin=found.origin.replace(copies, store))
    notes = tuple(note.replace(copies, store) for note in found.notes)
    return replace(found, origin=found.origin.replace(copies, store), notes=notes)


def _told(result: Result) -> dict[str, Any]:
    """Return the row of a result."""
    if isinstance(result, Mapped) and result.packed:
        id, facts, reading = result.packed
        origin = result.rows.filing.props["origin"]
        return dict(zip(_COLUMNS, (origin, READ, None, id, facts, reading), strict=True))
    outcome = SET_ASIDE if isinstance(result, FilingError) else PASSED_OVER
    origin = result.origin if isinstance(result, (FilingError, Skipped)) else None
    return dict(zip(_COLUMNS, (origin, outcome, str(result), None, None, None), strict=True))
