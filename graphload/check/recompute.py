"""Derive every fact of a store again from its filings, and compare. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.phases import UNWATCHED, Phases
from graphload.schema.keys import told
from graphload.store import Store, batches, deriving
from graphload.store.differences import Change

_NEXT = f"MATCH (p:Party) WHERE p.id > $after AND {told('Party', 'p')} RETURN p.id AS id ORDER BY id LIMIT $most"
_PARTIES = f"MATCH (p:Party) WHERE {told('Party', 'p')} RETURN count(p)"
# ids that one query returns
_PAGE = 10_000
# filings whose facts are held in memory at a time
_FILINGS = 500


def differences(store: Store, watch: Phases = UNWATCHED) -> Iterator[Change]:
    """Yield every derived fact that differs from what its filings say. `watch` receives the progress."""
    watch.phase("deriving again", "parties", *store.read(_PARTIES).rows[0])
    after = ""
    while ids := [id for (id,) in store.read(_NEXT, after=after, most=_PAGE).rows]:
        after = ids[-1]
        for batch in batches.of_filings(store, ids, _FILINGS, "FILED|CONCERNS", least=1):
            yield from deriving.compared(store.reader(), batch)
            watch.count(len(batch))
