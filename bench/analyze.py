"""CPU time and memory of the analyses of generated networks of growing size, each in a process of its own."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bench.loads import ROOT
from bench.ratios import Line, Note, Ratio

PIVOTS = 16
# steps whose time may grow by an exponent of at most 1.5
GROWTH = ("people", "issuers", "louvain", "bridges", "likely")

Cost = Mapping[str, Mapping[str, Any]]


def measure(count: int) -> Iterator[Line]:
    """Yield the cost of each step for so many people, and its growth from a fifth of them."""
    less, more = _cost(count // 5), _cost(count)
    yield Note(f"analyze: a network of {count:,} people", more["network"]["size"])
    for name, step in more.items():
        yield Note(f"analyze: {name}", f"CPU {step['seconds']:.2f} s, peak {step['peak']:.0f} MB: {step['size']}")
    times = more["people"]["seconds"] / more["bare"]["seconds"]
    yield Ratio("analyze: people and issuers / a bare graph of all edges, CPU", 6, (times,))
    for name in GROWTH:
        slope = math.log(more[name]["seconds"] / less[name]["seconds"]) / math.log(5)
        yield Ratio(f"analyze: {name}, exponent of CPU time, {count // 5:,} to {count:,}", 1.5, (slope,))


def _cost(people: int) -> Cost:
    command = [sys.executable, "-m", "bench.network", str(people), str(PIVOTS)]
    found: Cost = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    return found
