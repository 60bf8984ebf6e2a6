"""Two ways to do the same, taken in turns: the ratio of what they cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

Clock = Callable[[], float]
Work = Callable[[], object]

HEAD = f"{'':60}{'median':>8}{'least':>8}{'most':>8}{'goal':>8}"


@dataclass(frozen=True, slots=True)
class Ratio:
    """What graphload's way costs where the bare way costs 1, one number a turn, and what it should be at most."""

    what: str
    goal: float
    turns: tuple[float, ...]

    def __str__(self) -> str:
        middle = round(median(self.turns), 2)
        numbers = "".join(f"{number:8.2f}" for number in (middle, min(self.turns), max(self.turns), self.goal))
        return f"{self.what:60}{numbers}  {'held' if middle <= self.goal else 'MISSED'}"


@dataclass(frozen=True, slots=True)
class Note:
    """What is not a ratio: a size measured on the way, or why something was not measured."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what:60}  {self.why}"


Line = Ratio | Note


def cost(work: Work, clock: Clock = time.perf_counter) -> float:
    """Return how far the clock went while the work was done."""
    before = clock()
    work()
    return clock() - before


def ratio(pairs: Iterable[tuple[Work, Work]], clock: Clock = time.perf_counter) -> float:
    """Return the ratio of what the firsts of all pairs cost to what the seconds did, each pair done in turn."""
    ours = bare = 0.0
    for one, other in pairs:
        ours += cost(one, clock)
        bare += cost(other, clock)
    return ours / bare
