"""Derived facts, brought up to date for what filings touched, by the statements of `cypher/derive/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from graphload import shipped
from graphload.load.amendments import amendments
from graphload.load.links import links
from graphload.load.parties import parties
from graphload.load.positions import positions
from graphload.store import Store
from graphload.store.replacing import Run

# A party stays stale where another filing came while its facts were derived.
_STALE = "MATCH (p:Party {stale: true}) RETURN p.id AS id, coalesce(p.pending, 0) AS pending ORDER BY id LIMIT $size"
_FRESH = """UNWIND $parties AS party MATCH (p:Party {id: party.id}) WHERE coalesce(p.pending, 0) = party.pending
SET p.stale = null, p.pending = null"""


@cache
def derivations() -> dict[str, str]:
    """Return the statements by the name of their file, in order."""
    files = sorted((shipped.folder("cypher") / "derive").glob("*.cypher"))
    return {file.stem: shipped.cypher(f"derive/{file.stem}") for file in files}


def derive(store: Store, done: Callable[[int], object] = id, size: int = 250) -> None:
    """Bring derived facts up to date, of so many parties at a time; `done` is told after each batch how many it held.

    Each step is a transaction and may run again without harm, and a party stays stale until all have run: what was cut
    off is finished by the next.
    """
    for waiting in _stale(store, size):
        ids = [party["id"] for party in waiting]
        for step in steps():
            store.transact(partial(step, ids=ids))
        store.write(_FRESH, parties=waiting)
        done(len(waiting))


def steps() -> Iterator[Callable[..., object]]:
    """Yield what derives facts, in order: each takes `run`, of a writing transaction, and the `ids` of parties."""
    yield parties
    for statement in derivations().values():
        yield partial(_run, statement)
    yield from (amendments, positions, links)


def _run(statement: str, run: Run, ids: list[str]) -> None:
    run(statement, ids=ids)


def _stale(store: Store, size: int) -> Iterator[list[dict[str, str]]]:
    while parties := store.read(_STALE, size=size).dicts():
        yield parties
