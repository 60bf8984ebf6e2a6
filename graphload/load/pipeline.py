"""The load pipeline: processes read and map documents, one writer stores them, then facts are derived."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable

from graphload.errors import FilingError
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.values import UNKNOWN, Envelope
from graphload.load.derive import derive
from graphload.load.known import unknown
from graphload.load.reading import Unwatched, Watch, each_filing
from graphload.load.report import Report
from graphload.load.workers import map_document, workers
from graphload.schema.rows import Rows
from graphload.store import Outcome, Store

# nodes and edges that one transaction writes
_ROWS = 10_000


def load(
    store: Store,
    paths: Paths,
    *,
    jobs: int = 1,
    strict: bool = False,
    given: Envelope = UNKNOWN,
    watch: Watch | None = None,
) -> Report:
    """Load every filing at and below the paths into the store, then bring the derived facts up to date.

    A document that the store has read already is not read again, unless it, the facts around it, or our code changed.
    A document that cannot be read is set aside and named in the report; with `strict` the first one raises FilingError,
    after the filings before it are loaded. `jobs` processes read the documents, and this process writes. `given` is
    used where a document lacks its accession number or filing date. `watch` receives progress reports.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    >>> report.filings, report.set_aside
    (1, [])
    """
    watch = watch or Unwatched()
    report = Report()
    began = time.monotonic()
    watch.begin(report)
    try:
        store.prepare()
        _load(store, each_path(paths), jobs, strict, given, report, watch)
        derive(store, watch)
        report.finished = True
    finally:
        report.seconds = time.monotonic() - began
    return report


def _load(
    store: Store, paths: Iterable[str], jobs: int, strict: bool, given: Envelope, report: Report, watch: Watch
) -> None:
    batch: list[Rows] = []
    under_way: Counter[str] = Counter()
    size = 0
    with workers(jobs) as run:
        results = run(map_document, unknown(store, documents(paths, given), under_way, report))
        try:
            for found in each_filing(results, report, watch, phase="reading and writing", strict=strict):
                batch.append(found.rows)
                size += len(found.rows.nodes) + len(found.rows.edges)
                if size >= _ROWS:
                    _put(store, batch, report)
                    under_way -= Counter(rows.filing.id for rows in batch)
                    batch, size = [], 0
        except FilingError:
            _put(store, batch, report)
            derive(store, watch)
            raise
    _put(store, batch, report)


def _put(store: Store, batch: list[Rows], report: Report) -> None:
    for outcome in store.replace(batch) if batch else ():
        if outcome is Outcome.LOADED:
            report.loaded += 1
        elif outcome is Outcome.REPLACED:
            report.replaced += 1
        else:
            report.unchanged += 1
