"""The store: a graph behind Bolt, whichever engine keeps it. Reads as a reader, writes whole filings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from graphload.graph import removal, statements
from graphload.graph.mapping import Rows, fullness

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

    from graphload.store.connect import Connection

T = TypeVar("T")


class Outcome(Enum):
    """What became of a filing that was put in."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a query: plain values, in the order of the columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store:
    """A graph that answers queries and takes filings; open one with `graphload.open`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.address = connection.address

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection; an embedded engine that nobody else uses stops."""
        self._connection.close()

    def read(self, cypher: str, /, **parameters: Any) -> Table:
        """Answer a reading query. The engine itself refuses one that writes, and ends one that takes too long."""
        from neo4j import READ_ACCESS, unit_of_work

        from graphload.store.values import plain

        @unit_of_work(timeout=self._connection.query_timeout)
        def work(tx: ManagedTransaction) -> Table:
            result = tx.run(cypher, parameters)
            columns = tuple(result.keys())
            return Table(columns, [tuple(map(plain, record.values())) for record in result])

        with self._connection.explained(), self._session(self._connection.reader, READ_ACCESS) as session:
            table: Table = session.execute_read(work)
            return table

    def write(self, cypher: str, /, **parameters: Any) -> None:
        """Run one writing statement in a transaction of its own."""
        self.transact(lambda run: run(cypher, **parameters))

    def transact(self, work: Callable[..., T]) -> T:
        """Call `work(run)` in one writing transaction, perhaps again; `run(cypher, **parameters)` returns dicts."""
        from neo4j import WRITE_ACCESS

        def managed(tx: ManagedTransaction) -> T:
            return work(lambda cypher, **parameters: tx.run(cypher, parameters).data())

        with self._connection.explained(), self._session(self._connection.writer, WRITE_ACCESS) as session:
            result: T = session.execute_write(managed)
            return result

    def _session(self, driver: Driver, access: str) -> Any:
        return driver.session(database=self._connection.database, default_access_mode=access)

    def prepare(self) -> None:
        """Make sure that the constraints and indexes are there."""
        for statement in (*statements.constraints(), *statements.indexes()):
            self.write(statement)

    def replace(self, batch: Sequence[Rows]) -> list[Outcome]:
        """Put whole filings in, in one transaction: all of them or none.

        A filing that is there with the same content, or in a fuller reading, stays as it is; other content replaces it.
        """
        return self.transact(lambda run: _replace(run, batch))


Run = Callable[..., list[dict[str, Any]]]


def _replace(run: Run, batch: Sequence[Rows]) -> list[Outcome]:
    present = {row["id"]: row for row in run(removal.PRESENT, ids=[rows.filing.id for rows in batch])}
    there = set(present)
    outcomes, wanted = [], {}
    for rows in batch:
        new, old = rows.filing.props, present.get(rows.filing.id)
        if old is not None and (old["contentHash"] == new["contentHash"] or fullness(new) < fullness(old)):
            outcomes.append(Outcome.UNCHANGED)
            continue
        outcomes.append(Outcome.REPLACED if old else Outcome.LOADED)
        present[rows.filing.id] = new
        wanted[rows.filing.id] = rows
    shared = _take_out(run, sorted(there & wanted.keys()))
    _put_in(run, list(wanted.values()))
    for name, statement in removal.SWEEP:
        if shared.get(name):
            run(statement, ids=shared[name])
    return outcomes


def _take_out(run: Run, ids: list[str]) -> dict[str, list[str]]:
    """Take filings out, and return what they shared with others."""
    if not ids:
        return {}
    shared = {name: [row["id"] for row in run(statement, ids=ids)] for name, statement in removal.SHARED.items()}
    for statement in removal.TAKE_OUT:
        run(statement, ids=ids)
    return shared


def _put_in(run: Run, batch: list[Rows]) -> None:
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for rows in batch:
        nodes["Filing"][rows.filing.id] = rows.filing.props
        for node in rows.nodes:
            nodes[node.label].setdefault(node.id, node.props)
        for edge in rows.edges:
            edges[edge.type, edge.start_label, edge.end_label].append(
                {"start": edge.start, "end": edge.end, "props": edge.props}
            )
    for label, found in nodes.items():
        run(statements.put_nodes(label), rows=[{"id": id, "props": props} for id, props in found.items()])
    for (type, start, end), found_edges in edges.items():
        run(statements.put_edges(type, start, end), rows=found_edges)
