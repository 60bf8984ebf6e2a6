"""The contents of a store in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from graphload.ask.covering import filed
from graphload.schema.graph import EDGES, NODES
from graphload.schema.keys import told
from graphload.store import Store
from graphload.store.address import Folder, parse
from graphload.store.preparing import lacking

_NODES = "MATCH (n:{label}) WHERE {ours} RETURN count(n)"
_ROLE = "MATCH (n:Party) WHERE n:{label} AND {ours} RETURN count(n)"
_EDGES = "MATCH (a:{start})-[r:{type}]->(b:{end}) WHERE {ours} RETURN count(r)"
_FORMS = f"MATCH (f:Filing) WHERE {told('Filing', 'f')} RETURN f.form AS name, count(*) AS value ORDER BY name"
_STALE = f"MATCH (p:Party {{stale: true}}) WHERE {told('Party', 'p')} RETURN count(p) AS parties"
_ENGINE = "CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition"


@dataclass(frozen=True, slots=True)
class Status:
    """The address and engine of a store, and counts of its contents.

    `nodes` is by label, `edges` by relationship type, `filings` by form. `undated` counts filings without a filing
    date. `stale` counts parties whose derived facts are out of date: the next load brings them up to date.
    """

    address: str
    engine: str
    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    filings: Mapping[str, int]
    first_filed: date | None
    last_filed: date | None
    undated: int
    stale: int
    missing_constraints: tuple[str, ...]

    def rows(self) -> Iterator[tuple[str, str, Any]]:
        """Yield each number with its section and its name."""
        yield "store", "address", self.address
        yield "store", "engine", self.engine
        for section, counts in (("nodes", self.nodes), ("edges", self.edges), ("filings", self.filings)):
            for name, value in counts.items():
                yield section, name, value
        yield "filing dates", "first", self.first_filed
        yield "filing dates", "last", self.last_filed
        yield "filing dates", "unknown", self.undated
        yield "derived facts", "stale parties", self.stale
        yield "constraints", "missing", list(self.missing_constraints)


def status(store: Store) -> Status:
    """Count the contents of a store.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     report = graphload.load(store, "examples/filings/0001046568-22-000002")
    ...     graphload.status(store).filings
    {'4': 1}
    """
    _, first, last, undated = filed(store)
    return Status(
        store.address,
        _engine(store),
        _nodes(store),
        _edges(store),
        dict(store.read(_FORMS).rows),
        first,
        last,
        undated,
        waiting(store),
        missing_constraints(store),
    )


def pending(store: Store) -> str | None:
    """Return a warning where a load was cut off, or is still running: derived facts are then those of before."""
    if not (number := waiting(store)):
        return None
    return (
        f"{'1 party waits' if number == 1 else f'{number:,} parties wait'} for derived facts, as a load was cut off or"
        " is still running: names, balances and amendments may be out of date. The next `graphload load` finishes it."
    )


def waiting(store: Store) -> int:
    """Return how many parties have derived facts that are out of date."""
    count: int = store.read(_STALE).rows[0][0]
    return count


def _nodes(store: Store) -> dict[str, int]:
    queries = {
        node.label: (_ROLE if node.role else _NODES).format(label=node.label, ours=told(node.label)) for node in NODES
    }
    return _counts({label: store.read(query).rows[0][0] for label, query in queries.items()})


def _edges(store: Store) -> dict[str, int]:
    found: dict[str, int] = {}
    for edge in EDGES:
        queries = [_edges_between(start, edge.type, edge.end) for start in edge.start]
        found[edge.type] = sum(store.read(query).rows[0][0] for query in queries)
    return _counts(found)


def _edges_between(start: str, type: str, end: str) -> str:
    return _EDGES.format(start=start, type=type, end=end, ours=f"{told(start, 'a')} AND {told(end, 'b')}")


def _counts(found: dict[str, int]) -> dict[str, int]:
    """Return the counts in the order of their names, without those of nothing."""
    return {name: count for name, count in sorted(found.items()) if count}


def _engine(store: Store) -> str:
    if isinstance(parse(store.address), Folder):
        return f"ArcadeDB {version('arcadedb-embedded')}, embedded"
    return " ".join(map(str, store.read(_ENGINE).rows[0]))


def missing_constraints(store: Store) -> tuple[str, ...]:
    """Return the names of the constraints that a store lacks."""
    return tuple(statement.split()[2] for statement in lacking(lambda cypher: store.read(cypher).rows))
