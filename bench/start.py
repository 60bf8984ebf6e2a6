"""The start of the command line against the start of click."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from bench.ratios import Line, Ratio, ratio

TURNS = 15
HELP = "from graphload.cli import main; main(['--help'])"


def measure() -> Iterator[Line]:
    """Yield the ratio, in CPU time of the processes."""
    pair = (partial(_run, HELP), partial(_run, "import click"))
    ratio([pair])  # reads the files from the disk, and compiles them
    turns = tuple(ratio([pair], _children) for _ in range(TURNS))
    yield Ratio("start: graphload --help / python -c 'import click'", 1.5, turns)


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
