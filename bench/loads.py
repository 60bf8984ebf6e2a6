"""Loads of generated filings into an embedded store with the default memory, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.generate import write_files
from graphload.filing.values import Filing

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Load:
    """The cost of one load or another step, from the start of its process to its end.

    `seconds` of the clock tell what else the machine did. CPU is in seconds, peaks of memory are in MB.
    """

    filings: int
    seconds: float
    own_cpu: float
    engine_cpu: float
    own_peak: float
    engine_peak: float
    unchanged: int = 0

    @property
    def cpu(self) -> float:
        """CPU seconds of both processes."""
        return self.own_cpu + self.engine_cpu

    def __str__(self) -> str:
        cpu = f"CPU {self.own_cpu:.1f} + {self.engine_cpu:.1f} s ({self.filings / self.cpu:,.0f} filings a second)"
        return f"{cpu}, wall {self.seconds:.1f} s, peaks {self.own_peak:.0f} + {self.engine_peak:.0f} MB"


@contextmanager
def written(made: Iterable[Filing]) -> Iterator[Path]:
    """Write filings into a folder for a while."""
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), made)
        yield Path(folder)


def load(files: Path, store: Path) -> Load:
    """Load a folder into a store, and return the cost."""
    return step("load", files, store)


def step(name: str, *arguments: Path) -> Load:
    """Do a step of `bench.child`, and return the cost."""
    command = [sys.executable, "-m", "bench.child", name, *map(str, arguments)]
    return Load(**json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout))
