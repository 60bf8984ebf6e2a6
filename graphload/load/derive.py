"""Derived facts, brought up to date for what filings touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from graphload.store import Store, deriving

_STALE = "MATCH (p:Party {stale: true}) RETURN p.id AS id, coalesce(p.pending, 0) AS pending ORDER BY id"
_WAITING = "MATCH (p:Party {stale: true}) RETURN count(p) AS parties"
_SIZES = "UNWIND $ids AS id MATCH (p:Party {id: id})<-[:CONCERNS]-(f:Filing) RETURN id, count(f) AS filings ORDER BY id"
# a party stays stale where another filing came while its facts were derived
_FRESH = """UNWIND $parties AS party MATCH (p:Party {id: party.id}) WHERE coalesce(p.pending, 0) = party.pending
SET p.stale = null, p.pending = null"""


def waiting(store: Store) -> int:
    """Return how many parties have derived facts that are not up to date."""
    count: int = store.read(_WAITING).rows[0][0]
    return count


def derive(store: Store, done: Callable[[int], object] = id, size: int = 500) -> None:
    """Bring derived facts up to date; `done` is told after each batch of parties how many it held.

    A transaction takes issuers with up to `size` filings, or `size` parties. Each may run again without harm, and a
    party stays stale until all have run: what was cut off is finished by the next.
    """
    while stale := dict(store.read(_STALE).rows):
        for batch in _issuers(store, [*stale], size):
            store.transact(partial(deriving.issuers, ids=batch))
        for step in (deriving.parties, deriving.names):
            for batch in _batches([*stale], size):
                store.transact(partial(step, ids=batch))
        for batch in _batches([*stale], size):
            store.write(_FRESH, parties=[{"id": id, "pending": stale[id]} for id in batch])
            done(len(batch))


def _issuers(store: Store, ids: Sequence[str], size: int) -> Iterator[list[str]]:
    """Yield batches of issuers that have so many filings together, or one issuer that has more."""
    batch: list[str] = []
    filings = 0
    for some in _batches(ids, 1000):
        for id, count in store.read(_SIZES, ids=some).rows:
            if batch and filings + count > size:
                yield batch
                batch, filings = [], 0
            batch.append(id)
            filings += count
    if batch:
        yield batch


def _batches(ids: Sequence[str], size: int) -> Iterable[list[str]]:
    return ([*ids[start : start + size]] for start in range(0, len(ids), size))
