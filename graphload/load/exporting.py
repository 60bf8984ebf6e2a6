"""Export filings: processes read and map documents, and their rows become the files of a graph."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial, reduce
from itertools import islice
from pathlib import Path

from graphload.bulk.columns import require
from graphload.bulk.export import export as write
from graphload.bulk.files import is_complete
from graphload.bulk.journal import Journal, begin, journal
from graphload.bulk.place import place
from graphload.bulk.readings import pack
from graphload.errors import StoreError
from graphload.files.paths import Paths, documents, each_path
from graphload.filing.document import Found
from graphload.load.known import chained, code, each_marked
from graphload.load.parts import Reading
from graphload.load.reading import Unwatched, Watch, each_filing
from graphload.load.report import Report
from graphload.load.workers import Mapped, Result, map_document, workers
from graphload.map.readings import Outcome
from graphload.store.folder import lock


def export(paths: Paths, to: str | Path, *, jobs: int = 1, watch: Watch | None = None) -> Report:
    """Write the graph of every filing at and below the paths into a new folder, with everything that is derived.

    The folder `to` is there when it is complete, with one file for each label and each relationship type between two
    labels, as Parquet and as CSV for `neo4j-admin database import`. A document that cannot be read is set aside and
    named in the report. `jobs` processes do the work. The same call goes on where a run was cut off. `watch`
    receives progress reports. Raises StoreError if something is at `to`.

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
    with place(Path(to), resumed=True) as folder, _alone(folder):
        watch.begin(report)
        try:
            outcomes = _written([*each_path(paths)], folder, jobs, report, watch)
        finally:
            report.seconds = time.monotonic() - began
    report.loaded, report.replaced, report.unchanged = (
        outcomes[each.value] for each in (Outcome.LOADED, Outcome.REPLACED, Outcome.UNCHANGED)
    )
    report.finished = True
    return report


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other runs from the folder. Raises StoreError if one is at work in it."""
    with lock(folder) as ours:
        if not ours:
            raise StoreError(f"another command is exporting to {folder}: wait for it, or give another folder")
        yield
        with suppress(PermissionError):  # Windows keeps a file that is open
            (folder / "lock").unlink()


def _written(paths: list[str], folder: Path, jobs: int, report: Report, watch: Watch) -> Counter[str]:
    kept, rest = _rest(journal(folder, _named(paths)), paths)
    if kept.documents:
        report.restore(kept.report)
        watch.say(f"going on after {kept.documents:,} files, which an earlier run has read")
    with workers(jobs) as run:
        if kept.stages == 0:
            with Reading(kept, report) as reading:
                for each in each_filing(reading.safe(run(packed, reading.begun(rest))), report, watch):
                    if each.packed:
                        reading.put(each.packed)
        return write(kept, partial(run, chunk=1), watch)


def _named(paths: list[str]) -> str:
    """Return what tells an export from those of other paths and by other code."""
    told = "\n".join([code(""), *(str(Path(path).absolute()) for path in paths)])
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _rest(kept: Journal, paths: list[str]) -> tuple[Journal, Iterator[Found]]:
    """Return the documents that no run has read, and a new journal if the others are not those that were read."""
    found = each_marked(documents(paths))
    same = reduce(chained, islice(found, kept.documents), "") == kept.chain
    if same and (kept.stages == 0 or next(found, None) is None):
        return kept, found
    return begin(kept.folder, kept.what), each_marked(documents(paths))


def packed(found: Found) -> Result:
    """Read and map a document that is marked, and pack its filing where it is read."""
    mapped = map_document(found)
    if not isinstance(mapped, Mapped):
        return mapped
    rows = mapped.rows
    parties = [edge._replace(props={}) for edge in rows.edges if edge.type in ("FILED", "CONCERNS")]
    return replace(mapped, rows=rows._replace(nodes=[], edges=parties), packed=pack(rows))
