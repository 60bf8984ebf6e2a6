"""Export filings: processes read and map documents, and their rows become the files of a graph."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from graphload.bulk.columns import require
from graphload.bulk.export import export as write
from graphload.bulk.files import is_complete
from graphload.bulk.place import place
from graphload.bulk.readings import pack
from graphload.errors import StoreError
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.document import Document, Found
from graphload.load.known import marked
from graphload.load.reading import Unwatched, Watch, each_filing
from graphload.load.report import Report
from graphload.load.workers import Mapped, Result, map_document, workers
from graphload.map.readings import Outcome


def export(paths: Paths, to: str | Path, *, jobs: int = 1, watch: Watch | None = None) -> Report:
    """Write the graph of every filing at and below the paths into a new folder, with everything that is derived.

    The folder `to` is there when it is complete, with one file for each label and each relationship type between two
    labels, as Parquet and as CSV for `neo4j-admin database import`. A document that cannot be read is set aside and
    named in the report. `jobs` processes do the work. `watch` receives progress reports. Raises StoreError if something
    is at `to`.

    >>> import graphload
    >>> report = graphload.export("examples/filings/0001046568-22-000002", "example-files")
    >>> report.filings, report.set_aside
    (1, [])
    """
    watch = watch or Unwatched()
    report = Report()
    began = time.monotonic()
    require()
    if is_complete(Path(to)):
        raise StoreError(f"{to} holds a complete export: give another folder, or remove it")
    with place(Path(to)) as folder:
        watch.begin(report)
        try:
            outcomes = _written(each_path(paths), folder, jobs, report, watch)
        finally:
            report.seconds = time.monotonic() - began
    report.loaded, report.replaced, report.unchanged = (
        outcomes[each.value] for each in (Outcome.LOADED, Outcome.REPLACED, Outcome.UNCHANGED)
    )
    report.finished = True
    return report


def _written(paths: Iterable[str], folder: Path, jobs: int, report: Report, watch: Watch) -> Counter[str]:
    with workers(jobs) as run:
        results = run(packed, documents(paths))
        found = (each.packed for each in each_filing(results, report, watch) if each.packed)
        return write(found, folder, partial(run, chunk=1), watch)


def packed(found: Found) -> Result:
    """Read and map a document, and pack its filing where it is read."""
    mapped = map_document(marked(found)[0] if isinstance(found, Document) else found)
    if not isinstance(mapped, Mapped):
        return mapped
    rows = mapped.rows
    parties = [edge._replace(props={}) for edge in rows.edges if edge.type in ("FILED", "CONCERNS")]
    return replace(mapped, rows=rows._replace(nodes=[], edges=parties), packed=pack(rows))
