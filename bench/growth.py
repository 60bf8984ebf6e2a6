"""CPU time and memory of loads of growing size, of a load of the same files again, and of a load of long filings."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.generate import filings
from bench.loads import Load, load, written
from bench.ratios import Line, Note, Ratio
from graphload.filing.values import Filing

STEPS = (50, 5, 1)  # the sizes are the whole, a fifth of it and a fiftieth
LEGEND = "CPU and peaks of memory: of the load's process + of the engine's"


def measure(count: int) -> Iterator[Line]:
    """Yield the cost of each size, its growth from the second size to the third, and of loads of two other kinds."""
    yield Note("growth: loads", LEGEND)
    loads: list[Load] = []
    for size in (count // step for step in STEPS):
        loads += _loads(filings(size), 2 if size == count else 1)
        yield Note(f"growth: load {size:,} filings", str(loads[-1] if size < count else loads[-2]))
    _, less, more, again = loads
    yield Note(f"growth: load {again.unchanged:,} unchanged ones", str(again))
    (long,) = _loads(filings(count // STEPS[1], long=True), 1)
    yield Note(f"growth: load {long.filings:,} long ones", str(long))
    slope = math.log(more.cpu / less.cpu) / math.log(more.filings / less.filings)
    span = f"{less.filings:,} to {more.filings:,} filings"
    yield Ratio(f"growth: exponent of CPU time, {span}", 1.1, (slope,))
    yield Ratio(f"growth: own peak of memory, {span}", 1.1, (more.own_peak / less.own_peak,))
    yield Ratio(f"growth: engine's peak of memory, {span}", 1.5, (more.engine_peak / less.engine_peak,))
    yield Ratio(f"growth: {again.unchanged:,} unchanged ones / new ones, own CPU", 0.1, (again.own_cpu / more.own_cpu,))


def _loads(made: Iterable[Filing], times: int) -> list[Load]:
    """Return the cost of a load of some filings, and of loads of the same files after it."""
    with written(made) as files, tempfile.TemporaryDirectory() as folder:
        return [load(files, Path(folder, "growth.graph")) for _ in range(times)]
