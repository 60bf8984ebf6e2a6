"""The first load of a large set: export, import into Neo4j, verify, questions; and how that grows with the set."""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.generate import filings
from bench.loads import Load, step, written
from bench.ratios import Line, Note, Ratio, cost
from graphload.ask import ask
from graphload.check import verify
from graphload.errors import GraphloadError
from graphload.store import Store, open_store
from tests.servers import MissingEngineError, Server

STEPS = (100, 10, 1)  # the sizes are a hundredth of the whole, a tenth of it, and the whole
SERVER = "neo4j-2026"
PATIENCE = 600.0  # seconds that a query may take
ISSUER, OWNER = {"issuer": "0001000003"}, {"person": "0002000000"}
QUESTIONS = {
    "insiders/roster": ISSUER,
    "insiders/companies": OWNER,
    "insiders/newcomers": {},
    "ownership/holders": ISSUER,
    "ownership/stake": OWNER,
    "ownership/history": OWNER,
    "ownership/classes": ISSUER,
    "trades/purchases": {},
    "trades/top": {},
    "trades/net-buyers": {},
    "trades/switches": ISSUER,
    "timing/clusters": {},
    "amendments/orphans": {},
    "amendments/issuers": {},
    "lateness/late": ISSUER,
    "short-swing/profits": ISSUER,
    "quality/breaks": ISSUER,
    "signatures/agents": {},
    "derivatives/expiring": ISSUER,
    "groups/joint": {"owner": "0002000000"},
}


class Costs(NamedTuple):
    """What the steps cost, and the largest process of the export, in MB."""

    read: Load
    export: Load
    load: Load

    @property
    def peak(self) -> float:
        """The peak of the largest process of the export."""
        return max(self.export.own_peak, self.export.engine_peak)


def measure(count: int) -> Iterator[Line]:
    """Yield the cost of each step at each size, their growth, and what verifying and questions take at the whole."""
    found: list[Costs] = []
    for size in (count // each for each in STEPS):
        with written(filings(size, connected=True)) as files, tempfile.TemporaryDirectory() as place:
            try:
                costs, lines = _loaded(files, Path(place), asked=size == count)
            except MissingEngineError as error:
                yield Note(f"whole: {SERVER}", str(error))
                return
        found.append(costs)
        for what, each in costs._asdict().items():
            yield Note(f"whole: {what} {size:,} filings", str(each))
        ours = costs.export.cpu - costs.read.cpu + costs.load.cpu
        yield Ratio(f"whole: {size:,}: export, less reading, + import / import", 2.0, (ours / costs.load.cpu,))
        yield from lines
    for less, more in pairwise(found):
        times = math.log(more.export.filings / less.export.filings)
        span = f"{less.export.filings:,} to {more.export.filings:,} filings"
        grown = math.log((more.export.cpu + more.load.cpu) / (less.export.cpu + less.load.cpu)) / times
        yield Ratio(f"whole: exponent of CPU time, {span}", 1.1, (grown,))
        yield Ratio(f"whole: largest process of the export, {span}", 1.5, (more.peak / less.peak,))


def _loaded(files: Path, folder: Path, *, asked: bool) -> tuple[Costs, list[Line]]:
    """Return what a first load costs, and what verifying and questions take after it if they are `asked`."""
    read, export = step("read", files), step("export-all", files, folder / "export")
    loads: list[Load] = []
    server = Server(SERVER, folder / "server", lambda home: loads.append(step("admin", folder / "export", home)))
    try:
        server.wait()
        os.environ |= {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}
        with open_store(server.address, query_timeout=PATIENCE) as store:
            lines = [*_asked(store)] if asked else []
    finally:
        server.stop()
    return Costs(read, export, *loads), lines


def _asked(store: Store) -> Iterator[Line]:
    yield Note("whole: constraints and indexes", f"{cost(store.prepare):,.0f} s")
    began = time.monotonic()
    results = [f"{each.check} {each.result}" for each in verify(store).results if each.result != "ok"]
    yield Note("whole: verify", f"{time.monotonic() - began:,.0f} s; {'; '.join(results) or 'all ok'}")
    for name, given in QUESTIONS.items():
        try:
            told = f"{cost(partial(ask, store, name, **given)):,.2f} s"
        except GraphloadError as error:
            told = f"NOT ANSWERED: {error}"
        yield Note(f"whole: {name}", told)
