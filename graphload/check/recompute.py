"""Derive every fact of a store again from its filings, and compare. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.schema.keys import told
from graphload.store import Store, batches, deriving
from graphload.store.differences import Change

_NEXT = f"MATCH (p:Party) WHERE p.id > $after AND {told('Party', 'p')} RETURN p.id AS id ORDER BY id LIMIT $most"
# ids that one query returns
_PAGE = 10_000
# filings whose facts are held in memory at a time
_FILINGS = 500


def differences(store: Store) -> Iterator[Change]:
    """Yield every derived fact that differs from what its filings say."""

    after = ""
    while ids := [id for (id,) in store.read(_NEXT, after=after, most=_PAGE).rows]:
        after = ids[-1]
        for batch in batches.of_filings(store, ids, _FILINGS, "FILED|CONCERNS", least=1):
            yield from deriving.compared(store.reader(), batch)
