"""Loads of issuers with many filings, against a load of as many filings of many issuers, embedded, default memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.generate import write_files
from bench.growth import ROOT
from bench.ratios import Line, Note, Ratio

# how many issuers share the filings, and how many owners each has
SHAPES = ((1, 60), (30, 40), (240, 30))


def measure(count: int) -> Iterator[Line]:
    """Yield what a filing costs where few issuers have all of them."""
    plain, _ = _load(count, None, 5)
    for issuers, owners in SHAPES:
        seconds, megabytes = _load(count, issuers, owners)
        what = f"{count // issuers:,} filings of each of {issuers} issuers"
        yield Note(f"big: {what}", f"{count / seconds:,.0f} filings a second, own peak of {megabytes:.0f} MB")
        yield Ratio(f"big: the same / {count:,} filings of many issuers", 1.5, (seconds / plain,))


def _load(count: int, issuers: int | None, owners: int) -> tuple[float, float]:
    """Return the seconds of a load from the first file to the last derived fact, and its process's own peak in MB."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "filings")
        files.mkdir()
        write_files(files, count, issuers, owners)
        command = [sys.executable, "-m", "bench.child", str(files), str(Path(folder, "big.graph"))]
        loaded = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return loaded["seconds"], loaded["megabytes"]
