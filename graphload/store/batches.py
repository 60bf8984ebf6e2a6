"""Split the parties of a store into batches of limited size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphload.store.bolt import Store

_FILINGS = """UNWIND $ids AS id MATCH (p:Party {{id: id}})
RETURN id, COUNT {{ (p)-[:{edges}]-(:Filing) }} AS filings ORDER BY id"""


def of_parties(ids: Sequence[str], size: int) -> Iterable[list[str]]:
    """Yield batches of `size` parties."""
    return ([*ids[start : start + size]] for start in range(0, len(ids), size))


def of_filings(store: Store, ids: Sequence[str], size: int, edges: str, *, least: int = 0) -> Iterator[list[str]]:
    """Yield batches of parties with at most `size` filings together, or of one party that has more.

    `edges` names the relationships to filings that count. A party counts as at least `least` filings. One that counts
    as none is left out.
    """
    batch: list[str] = []
    filings = 0
    for some in of_parties(ids, 1000):
        for id, found in store.read(_FILINGS.format(edges=edges), ids=some).rows:
            count = max(found, least)
            if batch and filings + count > size:
                yield batch
                batch, filings = [], 0
            if count:
                batch.append(id)
                filings += count
    if batch:
        yield batch
