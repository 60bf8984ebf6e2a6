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
    rows = (row for some in of_parties(ids, 1000) for row in store.read(_FILINGS.format(edges=edges), ids=some).rows)
    counts = ((id, max(filings, least)) for id, filings in rows)
    yield from of_sizes(((id, count) for id, count in counts if count), size)


def of_sizes(counts: Iterable[tuple[str, int]], size: int) -> Iterator[list[str]]:
    """Yield batches of parties that count at most `size` together, or of one that counts more."""
    batch: list[str] = []
    filled = 0
    for id, count in counts:
        if batch and filled + count > size:
            yield batch
            batch, filled = [], 0
        batch.append(id)
        filled += count
    if batch:
        yield batch
