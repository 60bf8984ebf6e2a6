"""Writing filings with the store against a loader written by hand, into the same graph with the same indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bench import baseline
from bench.engines import NAMES, Engine, running
from bench.generate import filings
from bench.ratios import Line, Note, Ratio, cost
from graphload.map.mapping import rows
from graphload.schema.rows import Rows
from graphload.store import Store, open_store
from tests.servers import MissingEngineError

TURNS = 3
BATCH = 10_000  # nodes and edges of a transaction, as in a load
Put = Callable[[list[Rows]], object]


def measure(count: int) -> Iterator[Line]:
    """Yield the ratio on each engine; the filings are mapped beforehand, which neither side pays for."""
    found = list(_batches(map(rows, filings(count))))
    for name in NAMES:
        what = f"write: store.replace / UNWIND by hand, {name}"
        try:
            with running(name) as engine, open_store(engine.address) as store:
                yield Ratio(what, 1.3, tuple(_turns(engine, store, found)))
        except MissingEngineError as error:
            yield Note(what, str(error))


def _batches(all_rows: Iterable[Rows]) -> Iterator[list[Rows]]:
    batch: list[Rows] = []
    size = 0
    for each in all_rows:
        batch.append(each)
        size += len(each.nodes) + len(each.edges)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _turns(engine: Engine, store: Store, batches: list[list[Rows]]) -> Iterator[float]:
    store.prepare()
    ways = (store.replace, partial(baseline.put, engine.driver, engine.database))
    _turn(engine, ways, batches)  # Java is slow at first
    for _ in range(TURNS):
        yield _turn(engine, ways, batches)


def _turn(engine: Engine, ways: tuple[Put, Put], batches: list[list[Rows]]) -> float:
    """Return the ratio of what all batches take: each way writes every other one, and in a second graph the rest."""
    seconds = [0.0, 0.0]
    for first in (0, 1):
        engine.empty()
        for number, batch in enumerate(batches, first):
            seconds[number % 2] += cost(partial(ways[number % 2], batch))
    return seconds[0] / seconds[1]
