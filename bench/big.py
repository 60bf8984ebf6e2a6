"""Loads of issuers with many filings, against a load of as many filings of many issuers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.generate import filings
from bench.loads import Load, load, written
from bench.ratios import Line, Note, Ratio

# how many filings an issuer has, and how many owners; the first has all
SHAPES = ((None, 60), (600, 40), (300, 30))


def measure(count: int) -> Iterator[Line]:
    """Yield the cost of a load where few issuers have all filings."""
    plain = _load(count, None, 5)
    yield Note(f"big: {count:,} filings of many issuers", str(plain))
    for each, owners in SHAPES:
        issuers = max(1, count // (each or count))
        cost = _load(count, issuers, owners)
        yield Note(f"big: {count // issuers:,} filings of each of {issuers} issuers", str(cost))
        yield Ratio(f"big: the same / {count:,} filings of many issuers, CPU", 1.5, (cost.cpu / plain.cpu,))
        peaks = cost.own_peak / plain.own_peak
        yield Ratio("big: the same, own peak of memory", 1.5, (peaks,))


def _load(count: int, issuers: int | None, owners: int) -> Load:
    with written(filings(count, issuers, owners)) as files, tempfile.TemporaryDirectory() as folder:
        return load(files, Path(folder, "big.graph"))
