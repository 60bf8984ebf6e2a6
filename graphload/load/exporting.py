"""Export filings: processes read and map documents, and their rows become the files of a graph."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path

from graphload.bulk.export import export as write
from graphload.bulk.place import place
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.document import Document, Found
from graphload.load.known import marked
from graphload.load.reading import Unwatched, Watch, each_filing
from graphload.load.report import Report
from graphload.load.workers import map_document, workers


def export(paths: Paths, to: str | Path, *, jobs: int = 1, watch: Watch | None = None) -> Report:
    """Write the graph of every filing at and below the paths into the new folder `to`, derived facts included."""
    watch = watch or Unwatched()
    report = Report()
    began = time.monotonic()
    watch.begin(report)
    try:
        with place(Path(to)) as folder, workers(jobs) if jobs > 1 else nullcontext(map) as run:
            results = run(map_document, map(_marked, documents(each_path(paths))))
            outcomes = write((each.rows for each in each_filing(results, report, watch)), folder)
        report.loaded, report.replaced, report.unchanged = (
            outcomes[name] for name in ("loaded", "replaced", "unchanged")
        )
        report.finished = True
    finally:
        report.seconds = time.monotonic() - began
    return report


def _marked(found: Found) -> Found:
    return marked(found)[0] if isinstance(found, Document) else found
