"""One load in a process of its own, which prints what it took: `python -m bench.child FOLDER STORE`."""

from __future__ import annotations

import json
import resource
import sys

from graphload.load import load
from graphload.store import open_store


def main(folder: str, store: str) -> None:
    """Load the folder into the store."""
    with open_store(store) as opened:
        report = load(opened, [folder])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    json.dump({"filings": report.filings, "seconds": report.seconds, "megabytes": peak}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
