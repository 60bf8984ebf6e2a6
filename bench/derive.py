"""What one new filing costs the derived facts, in graphs of growing size, and for an issuer of growing size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from bench.generate import filings
from bench.ratios import Line, Note, Ratio, cost
from examples.world.brightwater import FILINGS
from graphload.filing.values import Filing
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store, open_store

TURNS = 15
STEPS = (50, 5, 1)  # the sizes are the whole, a fifth of it and a fiftieth
COPIES = 10
BATCH = 250  # filings of a transaction


def measure(count: int) -> Iterator[Line]:
    """Yield the ratios, embedded: one filing of one issuer is put in again and again, changed each time."""
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder, "derive.graph"))) as store:
        store.prepare()
        _put(store, FILINGS)
        made = filings(count)
        least: list[float] = []
        for size, more in _steps(count):
            _put(store, islice(made, more))
            turns = _turns(store, FILINGS[0])
            least = least or turns
            yield Note(f"derive: one filing among {size:,}", f"{median(turns) * 1000:.0f} ms")
            yield Ratio(f"derive: the same / among {count // STEPS[0]:,}", 1.5, _over(turns, median(least)))
        _put(store, (_copy(filing, number) for number in range(1, COPIES) for filing in FILINGS))
        per_filing = COPIES * median(least)
        turns = _turns(store, FILINGS[0])
        yield Ratio(f"derive: an issuer of {COPIES} times the filings / {COPIES} times", 1.1, _over(turns, per_filing))


def _steps(count: int) -> Iterator[tuple[int, int]]:
    """Yield each size, and how many filings are to be added to reach it."""
    before = 0
    for step in STEPS:
        yield count // step, count // step - before
        before = count // step


def _put(store: Store, some: Iterable[Filing]) -> None:
    some = iter(some)
    while batch := list(islice(some, BATCH)):
        store.replace([rows(filing) for filing in batch])
    derive(store)


def _copy(filing: Filing, number: int) -> Filing:
    """Return the same filing under another accession number."""
    known = str(filing.envelope.accession)
    accession = f"{known[:-6]}{900_000 + number * 1000 + int(known[-3:])}"
    return replace(filing, envelope=replace(filing.envelope, accession=accession))


def _turns(store: Store, filing: Filing) -> list[float]:
    """Return the seconds that each of some changes of a filing costs; the first are a warm-up."""
    seconds = []
    for turn in range(TURNS + 5):
        store.replace([rows(replace(filing, remarks=f"Turn {turn}."))])
        seconds.append(cost(partial(derive, store)))
    return seconds[5:]


def _over(turns: list[float], base: float) -> tuple[float, ...]:
    return tuple(turn / base for turn in turns)
