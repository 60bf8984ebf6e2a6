"""Time and memory of loads of growing size, each in a process and an embedded store of its own."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.generate import write_files
from bench.ratios import Line, Note, Ratio

ROOT = Path(__file__).parents[1]
STEPS = (50, 5, 1)  # the sizes are the whole, a fifth of it and a fiftieth


@dataclass(frozen=True, slots=True)
class Load:
    """What one load took: seconds from the first file to the last derived fact, and the loading process's own peak."""

    filings: int
    seconds: float
    megabytes: float


def measure(count: int) -> Iterator[Line]:
    """Yield what each size took, then how that grows from the second size to the third."""
    loads = []
    for step in STEPS:
        loads.append(load := _load(count // step))
        what = f"{load.filings / load.seconds:,.0f} filings a second, own peak of {load.megabytes:.0f} MB"
        yield Note(f"growth: load {load.filings:,} filings", what)
    _, less, more = loads
    slope = math.log(more.seconds / less.seconds) / math.log(more.filings / less.filings)
    span = f"{less.filings:,} to {more.filings:,} filings"
    yield Ratio(f"growth: exponent of the time, {span}", 1.1, (slope,))
    yield Ratio(f"growth: own peak of memory, {span}", 1.1, (more.megabytes / less.megabytes,))


def _load(count: int) -> Load:
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "filings")
        files.mkdir()
        write_files(files, count)
        command = [sys.executable, "-m", "bench.child", str(files), str(Path(folder, "growth.graph"))]
        loaded = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return Load(loaded["filings"], loaded["seconds"], loaded["megabytes"])
