"""The store: one Bolt client for every engine. It runs read-only queries and writes whole filings."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from graphload.map.readings import Outcome
from graphload.map.standing import standing
from graphload.schema import statements
from graphload.schema.rows import Rows
from graphload.store.contention import despite_restarts, patiently
from graphload.store.preparing import prepare
from graphload.store.replacing import remove, replace

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

    from graphload.store.connect import Connection

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a query: the columns, and rows of plain Python values."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        """Return each row as a dict."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store:
    """A graph that can be queried and loaded. Open one with `graphload.open`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.address = connection.address

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.address}>"

    def close(self) -> None:
        """Close the connection. An embedded engine without other clients stops."""
        self._connection.close()

    def read(self, cypher: str, /, **parameters: Any) -> Result:
        """Run a read-only query. The engine refuses statements that write, and ends a query at its time limit."""
        from neo4j import READ_ACCESS, unit_of_work

        from graphload.store.values import plain

        @unit_of_work(timeout=self._connection.query_timeout)
        def work(tx: ManagedTransaction | Session) -> Result:
            result = tx.run(cypher, parameters)
            columns = tuple(result.keys())
            return Result(columns, [tuple(map(plain, record.values())) for record in result])

        with self._connection.explained(), self._session(self._connection.reader, READ_ACCESS) as session:
            if self._connection.read_only:  # on such a graph the embedded engine begins no transaction
                return work(session)
            return patiently(lambda: session.execute_read(work))

    def reader(self) -> Callable[..., list[dict[str, Any]]]:
        """Return `run(cypher, **parameters)` that reads, each query by itself, and returns dicts."""
        return lambda cypher, **parameters: self.read(cypher, **parameters).dicts()

    def write(self, cypher: str, /, **parameters: Any) -> None:
        """Run one writing statement in a transaction of its own."""
        self.transact(lambda run: run(cypher, **parameters))

    def transact(self, work: Callable[..., T]) -> T:
        """Call `work(run)` in one writing transaction, more than once if it is retried.

        `run(cypher, **parameters)` returns rows as dicts."""
        from neo4j import WRITE_ACCESS

        from graphload.store.values import plain

        def managed(tx: ManagedTransaction) -> T:
            def run(cypher: str, **parameters: Any) -> list[dict[str, Any]]:
                result = tx.run(cypher, parameters)
                columns = result.keys()
                return [dict(zip(columns, map(plain, record.values()), strict=True)) for record in result]

            return work(run)

        def once() -> T:
            with self._connection.explained(), self._session(self._connection.writer, WRITE_ACCESS) as session:
                return patiently(lambda: session.execute_write(managed))

        return despite_restarts(once)

    @contextmanager
    def _session(self, driver: Driver, access: str) -> Iterator[Session]:
        """Yield a session. On Ctrl-C its connection is closed at once, which ends what the engine runs for it."""
        try:
            with driver.session(database=self._connection.database, default_access_mode=access) as session:
                try:
                    yield session
                except KeyboardInterrupt as interrupt:
                    raise CancelledError from interrupt  # the driver waits for nothing more
        except CancelledError as cancelled:
            raise KeyboardInterrupt from cancelled

    def prepare(self) -> None:
        """Make sure that the constraints and indexes are there, and the nodes that every store has."""
        from neo4j import WRITE_ACCESS

        with self._connection.explained(), self._session(self._connection.writer, WRITE_ACCESS) as session:
            prepare(lambda cypher: [*session.run(cypher)])
        for label in statements.STANDING:
            rows = [{"id": node.id, "props": node.props} for node in standing() if node.label == label]
            self.write(statements.put_nodes(label), rows=rows)

    def replace(self, batch: Sequence[Rows]) -> list[Outcome]:
        """Write filings in one transaction: all of them or none.

        A filing that is in the store with the same content, or from a fuller source, stays unchanged; other content
        replaces it. A filing with an accession number replaces one with the same facts and no accession number.
        """
        return self.transact(lambda run: replace(run, batch))

    def remove(self, ids: Sequence[str]) -> list[str]:
        """Remove filings in one transaction, with everything that no other filing uses. Return the ids found."""
        return self.transact(lambda run: remove(run, ids))
