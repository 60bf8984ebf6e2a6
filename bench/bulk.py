"""An export and an import against an online load, and against `neo4j-admin database import` alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.generate import filings
from bench.loads import Load, load, step, written
from bench.ratios import Line, Note, Ratio
from tests.servers import MissingEngineError, Server

PART = 4  # less filings, to tell how memory grows
SERVERS = ["neo4j-2026"]


def measure(count: int) -> Iterator[Line]:
    """Yield the cost of each step, and the ratios of their CPU time."""
    with written(filings(count)) as files, tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        yield from _measured(count, files, folder)


def _measured(count: int, files: Path, folder: Path) -> Iterator[Line]:
    online = load(files, folder / "online.graph")
    yield Note(f"bulk: load {count:,} filings, embedded", str(online))
    read = step("read", files)
    yield Note("bulk: read and map them", str(read))
    export = step("export", files, folder / "export")
    yield Note("bulk: export them", str(export))
    created = step("import", folder / "export", folder / "new.graph")
    yield Note("bulk: import the export, embedded", str(created))
    yield Ratio("bulk: export + import / load, embedded, CPU", 0.9, ((export.cpu + created.cpu) / online.cpu,))
    with written(filings(count // PART)) as part:
        less = step("export", part, folder / "part")
    yield Note(f"bulk: export {count // PART:,} filings", str(less))
    yield Ratio("bulk: the first / this one, own peak of memory", 1.5, (export.own_peak / less.own_peak,))
    for name in SERVERS:
        try:
            neo4j = _neo4j(name, folder)
        except MissingEngineError as error:
            yield Note(f"bulk: {name}", str(error))
        else:
            yield Note(f"bulk: neo4j-admin database import alone, {name}", str(neo4j))
            ours = export.cpu - read.cpu + neo4j.cpu
            yield Ratio(f"bulk: export, less reading, + import / import, {name}", 2.0, (ours / neo4j.cpu,))


def _neo4j(name: str, folder: Path) -> Load:
    """Import the export into a server before its first start."""
    costs: list[Load] = []
    Server(name, folder / name, lambda home: costs.append(step("admin", folder / "export", home))).stop()
    return costs[0]
