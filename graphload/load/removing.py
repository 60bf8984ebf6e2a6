"""Remove filings from a store, and bring the derived facts up to date."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.load.derive import derive
from graphload.phases import UNWATCHED, Phases
from graphload.store import Store

# filings that one transaction removes
_FILINGS = 200


def remove(store: Store, ids: Sequence[str], watch: Phases = UNWATCHED) -> list[str]:
    """Remove filings by their ids, with everything that no other filing uses. Return the ids that were in the store.

    `watch` receives the progress.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.remove(store, ["0001046568-22-000002", "0001046568-22-000003"])
    ['0001046568-22-000002']
    """
    gone: list[str] = []
    watch.phase("removing", "filings", len(ids))
    for start in range(0, len(ids), _FILINGS):
        batch = ids[start : start + _FILINGS]
        gone += store.remove(batch)
        watch.count(len(batch))
    derive(store, watch)
    return gone
