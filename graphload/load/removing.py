"""Remove filings from a store, and bring the derived facts up to date."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.load.derive import derive
from graphload.store import Store

# filings that one transaction removes
_FILINGS = 200


def remove(store: Store, ids: Sequence[str]) -> list[str]:
    """Remove filings by their ids, with everything that no other filing uses. Return the ids that were in the store.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.remove(store, ["0001046568-22-000002", "0001046568-22-000003"])
    ['0001046568-22-000002']
    """
    gone = [id for start in range(0, len(ids), _FILINGS) for id in store.remove(ids[start : start + _FILINGS])]
    derive(store)
    return gone
