"""One step in a process of its own, which prints its cost as JSON: `python -m bench.child STEP ARGUMENT...`."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from graphload.bulk import admin
from graphload.bulk.creating import create
from graphload.files.paths import documents
from graphload.load import export, load
from graphload.load.workers import Mapped, map_document
from graphload.store import open_store

MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024
Counts = dict[str, int]


def _load(folder: str, store: str) -> Counts:
    """Load a folder into a store, whose engine ends with the load."""
    with open_store(store) as opened:
        report = load(opened, [folder])
    return {"filings": report.filings, "unchanged": report.unchanged}


def _read(folder: str) -> Counts:
    """Read and map the filings of a folder."""
    return {"filings": sum(isinstance(found, Mapped) for found in map(map_document, documents([folder])))}


def _export(folder: str, to: str) -> Counts:
    """Export a folder."""
    return {"filings": export(folder, to).filings}


def _export_all(folder: str, to: str) -> Counts:
    """Export a folder on every core."""
    return {"filings": export(folder, to, jobs=os.cpu_count() or 1).filings}


def _import(folder: str, store: str) -> Counts:
    """Fill a new store with an export."""
    return {"filings": create(Path(folder), Path(store))}


def _admin(folder: str, home: str) -> Counts:
    """Fill a database of a server that is not running with an export."""
    return {"filings": admin.run(Path(folder), Path(home), "neo4j")}


STEPS: dict[str, Callable[..., Counts]] = {
    "load": _load,
    "read": _read,
    "export": _export,
    "export-all": _export_all,
    "import": _import,
    "admin": _admin,
}


def main(step: str, *arguments: str) -> None:
    """Do the step."""
    os.environ["GRAPHLOAD_ENGINE_LINGER"] = "0"
    began = time.monotonic()
    counts = STEPS[step](*arguments)
    seconds = time.monotonic() - began
    for child in multiprocessing.active_children():  # the costs of a child count when its end was waited for
        child.join()
    own, engine = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cost = {
        **counts,
        "seconds": seconds,
        "own_cpu": own.ru_utime + own.ru_stime,
        "engine_cpu": engine.ru_utime + engine.ru_stime,
        "own_peak": own.ru_maxrss / MEGABYTE,
        "engine_peak": engine.ru_maxrss / MEGABYTE,
    }
    json.dump(cost, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
