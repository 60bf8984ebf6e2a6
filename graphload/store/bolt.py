"""The store: a graph behind Bolt, whichever engine keeps it. Reads as a reader, writes whole filings."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from graphload.schema import statements
from graphload.schema.rows import Rows
from graphload.store.replacing import Outcome, remove, replace

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

    from graphload.store.connect import Connection

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
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

    def read(self, cypher: str, /, **parameters: Any) -> Result:
        """Answer a reading query. The engine itself refuses one that writes, and ends one that takes too long."""
        from neo4j import READ_ACCESS, unit_of_work

        from graphload.store.values import plain

        @unit_of_work(timeout=self._connection.query_timeout)
        def work(tx: ManagedTransaction | Session) -> Result:
            result = tx.run(cypher, parameters)
            columns = tuple(result.keys())
            return Result(columns, [tuple(map(plain, record.values())) for record in result])

        with self._connection.explained(), self._session(self._connection.reader, READ_ACCESS) as session:
            # the embedded engine begins no transaction on a graph that may only be read
            return work(session) if self._connection.read_only else session.execute_read(work)

    def write(self, cypher: str, /, **parameters: Any) -> None:
        """Run one writing statement in a transaction of its own."""
        self.transact(lambda run: run(cypher, **parameters))

    def transact(self, work: Callable[..., T]) -> T:
        """Call `work(run)` in one writing transaction, perhaps again; `run(cypher, **parameters)` returns dicts."""
        from neo4j import WRITE_ACCESS

        from graphload.store.values import plain

        def managed(tx: ManagedTransaction) -> T:
            return work(lambda cypher, **parameters: [plain(row) for row in tx.run(cypher, parameters).data()])

        with self._connection.explained(), self._session(self._connection.writer, WRITE_ACCESS) as session:
            return session.execute_write(managed)

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
        """Make sure that the constraints and indexes are there."""
        for statement in (*statements.constraints(), *statements.indexes()):
            self.write(statement)

    def replace(self, batch: Sequence[Rows]) -> list[Outcome]:
        """Put whole filings in, in one transaction: all of them or none.

        A filing that is there with the same content, or in a fuller reading, stays as it is; other content replaces it.
        One without an accession number gives way to one with the same facts that has it.
        """
        return self.transact(lambda run: replace(run, batch))

    def remove(self, ids: Sequence[str]) -> list[str]:
        """Take filings out, in one transaction, with what they alone brought; return those that were there."""
        return self.transact(lambda run: remove(run, ids))
