"""The way out: filings are taken from a store, and what is derived from the others is brought up to date."""

from __future__ import annotations

from collections.abc import Sequence

from graphload.load.derive import derive
from graphload.store import Store

# what one transaction takes out
_FILINGS = 200


def remove(store: Store, ids: Sequence[str]) -> list[str]:
    """Take filings out by their ids, with what only they brought, and return the ids that were there."""
    gone = [id for start in range(0, len(ids), _FILINGS) for id in store.remove(ids[start : start + _FILINGS])]
    derive(store)
    return gone
