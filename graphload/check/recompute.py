"""What derived facts should be: derived from what filings say, and compared with what is there. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from graphload.store import Store, deriving
from graphload.store.differences import Change

_NEXT = "MATCH (p:Party) WHERE p.id > $after RETURN p.id AS id ORDER BY id LIMIT 200"


def differences(store: Store) -> Iterator[Change]:
    """Yield every derived fact that would change if all were derived anew."""

    after = ""
    while ids := [id for (id,) in store.read(_NEXT, after=after).rows]:
        after = ids[-1]
        yield from deriving.compared(store.reader(), ids)
