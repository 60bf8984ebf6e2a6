"""One load in a process of its own, which prints its cost as JSON: `python -m bench.child FOLDER STORE`."""

from __future__ import annotations

import json
import os
import resource
import sys

from graphload.load import load
from graphload.store import open_store

MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024


def main(folder: str, store: str) -> None:
    """Load the folder into the store, whose engine ends with the load."""
    os.environ["GRAPHLOAD_ENGINE_LINGER"] = "0"
    with open_store(store) as opened:
        report = load(opened, [folder])
    # the engine is the only child, and its end was waited for
    own, engine = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cost = {
        "filings": report.filings,
        "unchanged": report.unchanged,
        "seconds": report.seconds,
        "own_cpu": own.ru_utime + own.ru_stime,
        "engine_cpu": engine.ru_utime + engine.ru_stime,
        "own_peak": own.ru_maxrss / MEGABYTE,
        "engine_peak": engine.ru_maxrss / MEGABYTE,
    }
    json.dump(cost, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
