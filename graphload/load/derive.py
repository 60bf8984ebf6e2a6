"""Bring the derived facts of stale parties up to date."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from graphload.store import Store, batches, deriving

_STALE = "MATCH (p:Party {stale: true}) RETURN p.id AS id, coalesce(p.pending, 0) AS pending ORDER BY id"
# a party stays stale if another filing was loaded while its facts were derived
_FRESH = """UNWIND $parties AS party MATCH (p:Party {id: party.id}) WHERE coalesce(p.pending, 0) = party.pending
SET p.stale = null, p.pending = null"""


def derive(store: Store, done: Callable[[int], object] = id, size: int = 500) -> None:
    """Bring the derived facts of all stale parties up to date. `done` receives the size of each batch of parties.

    A transaction takes issuers with up to `size` filings, or `size` parties. Each may run again without harm. A party
    stays stale until all have run, so an interrupted run is finished by the next one.
    """
    while stale := dict(store.read(_STALE).rows):
        for batch in batches.of_filings(store, [*stale], size, "CONCERNS"):
            store.transact(partial(deriving.issuers, ids=batch))
        for step in (deriving.parties, deriving.names):
            for batch in batches.of_parties([*stale], size):
                store.transact(partial(step, ids=batch))
        for batch in batches.of_parties([*stale], size):
            store.write(_FRESH, parties=[{"id": id, "pending": stale[id]} for id in batch])
            done(len(batch))
