"""Bring the derived facts of stale parties up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from graphload.phases import UNWATCHED, Phases
from graphload.schema.keys import told
from graphload.store import Store, batches, deriving
from graphload.store.part import chunks
from graphload.store.replacing import Run

_STALE = f"""MATCH (p:Party {{stale: true}}) WHERE {told("Party", "p")}
RETURN p.id AS id, coalesce(p.pending, 0) AS pending ORDER BY id"""
# an issuer of which filings were taken out is derived as a whole: what they stood for is to go
_SIZES = """UNWIND $ids AS id MATCH (p:Party {id: id})
WITH id, coalesce(p.thinned, false) AS thinned, COUNT { (p)<-[:CONCERNS]-(:Filing) } AS filings
WHERE thinned OR filings > 0
RETURN id, filings, thinned ORDER BY id"""
_OWNERS = """MATCH (:Party {id: $id})<-[:CONCERNS]-(:Filing)<-[:FILED]-(owner:Party {stale: true})
RETURN DISTINCT owner.id AS id ORDER BY id"""
# a party stays stale if another filing was loaded while its facts were derived; the first write waits for who loads
_FRESH = """UNWIND $parties AS party MATCH (p:Party {id: party.id}) SET p.stale = true
WITH p, party WHERE coalesce(p.pending, 0) = party.pending
SET p.stale = null, p.pending = null, p.thinned = null"""


def derive(store: Store, watch: Phases = UNWATCHED, size: int = 500) -> None:
    """Bring the derived facts of all stale parties up to date. `watch` receives the progress.

    A transaction takes issuers with up to `size` filings, or `size` parties. Each may run again without harm. A party
    stays stale until all have run, so an interrupted run is finished by the next one.
    """
    while stale := dict(store.read(_STALE).rows):
        _issuers(store, [*stale], size, watch)
        for noun, step in (("parties", deriving.parties), ("names of parties", deriving.names)):
            watch.phase("deriving", noun, len(stale))
            for batch in batches.of_parties([*stale], size):
                store.transact(partial(step, ids=batch))
                watch.count(len(batch))
        for batch in batches.of_parties([*stale], size):
            store.write(_FRESH, parties=[{"id": id, "pending": stale[id]} for id in batch])


def _issuers(store: Store, ids: Sequence[str], size: int, watch: Phases) -> None:
    """Derive what follows about issuers: a big one in parts, several small ones together."""
    sizes = [row for some in batches.of_parties(ids, 1000) for row in store.read(_SIZES, ids=some).rows]
    big = [id for id, filings, thinned in sizes if filings > size and not thinned]
    watch.phase("deriving", "issuers", len(sizes))
    for id in big:
        for work in _parts(store, id, size):
            store.transact(work)
        watch.count()
    small = ((id, filings) for id, filings, thinned in sizes if filings <= size or thinned)
    for batch in batches.of_sizes(small, size):
        store.transact(partial(deriving.issuers, ids=batch))
        watch.count(len(batch))


def _parts(store: Store, id: str, size: int) -> Iterator[Callable[[Run], None]]:
    owners = [owner for (owner,) in store.read(_OWNERS, id=id).rows]
    for some in chunks(store.reader(), id, owners, size):
        yield partial(deriving.part, id=id, owners=some)
