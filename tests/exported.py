"""What an export holds, as `tests.contents` tells what a store holds."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from pyarrow import parquet

from graphload.bulk.export import export
from graphload.bulk.journal import begin
from graphload.bulk.output import TABLES
from graphload.bulk.readings import pack
from graphload.load import Report
from graphload.load.parts import Reading
from graphload.schema.rows import Rows
from tests.contents import SOURCE, text


def held(folder: Path, without: frozenset[str] = SOURCE) -> Counter[str]:
    """Return every node and edge of an export by what it says."""
    found: Counter[str] = Counter()
    for table in TABLES.values():
        for row in parquet.read_table(folder / "parquet" / f"{table.name}.parquet").to_pylist():
            if table.edge:
                found[f"{row.pop('start')} {table.edge} {row.pop('end')} {text(row, without)}"] += 1
            else:
                labels = sorted((*table.labels, *(row.pop("labels") or ())))
                found[f"{labels} {text(row, without)}"] += 1
    return found


def graph(some: Iterable[Rows], without: frozenset[str] = SOURCE) -> Counter[str]:
    """Return the graph of some filings, exported."""
    with TemporaryDirectory() as folder:
        kept = begin(Path(folder), "some filings")
        with Reading(kept, Report()) as reading:
            for each in map(pack, some):
                reading.put(each)
        export(kept)
        return held(Path(folder), without)
