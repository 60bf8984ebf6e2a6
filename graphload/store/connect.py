"""Open a store: connect the drivers for an address."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphload import __version__
from graphload.errors import StoreError, UsageError
from graphload.store.address import Server, default, parse
from graphload.store.bolt import Store
from graphload.store.engine import Engine, attach
from graphload.store.failures import explained

if TYPE_CHECKING:
    from neo4j import Driver

QUERY_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Connection:
    """The drivers of one graph.

    Reading queries cannot write: the embedded engine enforces that by the user, Neo4j by the access mode.
    """

    address: str
    reader: Driver
    writer: Driver
    database: str | None
    query_timeout: float
    held: ExitStack
    engine: Engine | None = None

    def close(self) -> None:
        """Close the drivers, and let go of the embedded engine."""
        self.held.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn errors of the driver into errors of graphload. If the engine has ended, say why."""
        try:
            with explained(self.address):
                yield
        except StoreError as error:
            if self.engine and (why := self.engine.ended(wait=2.0)):
                raise StoreError(f"{why}; what was loaded is safe, and the next load goes on from there") from error
            raise


def open_store(address: str | None = None, *, create: bool = True, query_timeout: float | None = None) -> Store:
    """Open a store: a folder for the embedded engine, or the address of a Neo4j server.

    Without an address, GRAPHLOAD_STORE, NEO4J_URI or the folder `graphload.graph` is used. `create` makes a missing
    folder. `query_timeout` limits each reading query, in seconds. Raises UsageError for an invalid address, and
    StoreError for a store that cannot be opened or reached.

    >>> import graphload
    >>> with graphload.open("example.graph") as store:
    ...     store.read("RETURN 1 AS one").rows
    [(1,)]
    """
    address = address or default()
    timeout = query_timeout if query_timeout is not None else _seconds(os.environ.get("GRAPHLOAD_QUERY_TIMEOUT"))
    found = parse(address)
    with ExitStack() as held, explained(address):
        if isinstance(found, Server):
            driver = held.enter_context(_driver(found.uri, found.user, found.password))
            driver.verify_connectivity()
            return Store(Connection(address, driver, driver, found.database, timeout, held.pop_all()))
        engine = held.enter_context(attach(found.path, create=create, query_timeout=timeout))
        reader, writer = (
            held.enter_context(_driver(engine.uri, login.user, login.password, **_NEAR))
            for login in (engine.reader, engine.writer)
        )
        return Store(Connection(address, reader, writer, engine.database, timeout, held.pop_all(), engine))


# a local engine that does not answer at once has ended
_NEAR = {"connection_timeout": 5.0, "connection_acquisition_timeout": 10.0, "max_transaction_retry_time": 5.0}


def _driver(uri: str, user: str, password: str, **options: Any) -> Driver:
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    return GraphDatabase.driver(
        uri,
        auth=(user, password),
        **options,
        user_agent=f"graphload/{__version__}",
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )


def _seconds(raw: str | None) -> float:
    try:
        return float(raw) if raw else QUERY_TIMEOUT
    except ValueError:
        raise UsageError(f"GRAPHLOAD_QUERY_TIMEOUT is not a number of seconds: {raw!r}") from None
