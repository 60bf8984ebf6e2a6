"""Open a store: connect the drivers for an address."""

from __future__ import annotations

import logging
import math
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphload import __version__
from graphload.errors import StoreError, UsageError
from graphload.store.address import Server, default, parse
from graphload.store.arcade import more_memory
from graphload.store.bolt import Store
from graphload.store.contention import ReturnedError
from graphload.store.engine import Engine, attach
from graphload.store.failures import explained

if TYPE_CHECKING:
    from neo4j import Driver

# The driver's own lines are for applications that configure logging. Ours say what they mean in a sentence.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
logging.getLogger("graphload").addHandler(logging.NullHandler())

QUERY_TIMEOUT = 60.0
LONGEST_TIMEOUT = 10_000_000  # seconds, four months
_VARIABLE = "GRAPHLOAD_QUERY_TIMEOUT"
_HEAVY = ("numpy", "pandas", "pyarrow")


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

    @property
    def read_only(self) -> bool:
        """Whether the store is known to be one that may only be read."""
        return self.engine is not None and self.engine.read_only

    def close(self) -> None:
        """Close the drivers, and let go of the embedded engine."""
        self.held.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turn errors of the driver into errors of graphload. If the engine has ended, say why."""
        if self.engine:
            self.engine.returned()  # what came before is no matter of this query
        try:
            with explained(self.address, self.query_timeout):
                yield
        except StoreError as error:
            if self.engine and (told := self._told(self.engine, error)):
                raise told from error
            raise

    def _told(self, engine: Engine, error: StoreError) -> StoreError | None:
        """Return an error with what the embedded engine tells, if anything."""
        from neo4j.exceptions import ServiceUnavailable, SessionExpired

        ended = engine.ended(wait=2.0)
        if trouble := engine.trouble():
            return StoreError(f"{self.address} cannot be written: {trouble}")
        if engine.returned():
            return ReturnedError(self._short("ran out of memory, perhaps by this query, and was started again"))
        if ended:
            return StoreError(f"{ended}; what was loaded is safe, and the next load goes on from there")
        if isinstance(error.__cause__, (ServiceUnavailable, SessionExpired)):
            return StoreError(self._short("gave up this query, perhaps for lack of memory"))
        return None

    def _short(self, what: str) -> str:
        less = f"ask for less, or give it more ({more_memory()}); what was loaded is safe"
        return f"the engine of {self.address} {what}: {less}"


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
    if query_timeout is not None:
        timeout = seconds(query_timeout, "the time limit of a query")
    else:
        timeout = seconds(os.environ.get(_VARIABLE) or QUERY_TIMEOUT, _VARIABLE)
    found = parse(address)
    with ExitStack() as held, explained(address):
        if isinstance(found, Server):
            if (found.database or "").lower() == "system":
                raise StoreError(
                    "NEO4J_DATABASE is system, which holds the users and databases of a server and no graph: "
                    "set it to another database"
                )
            driver = held.enter_context(_driver(found.uri, found.user, found.password))
            driver.verify_connectivity()
            return Store(Connection(address, driver, driver, found.database, timeout, held.pop_all()))
        engine = held.enter_context(attach(found.path, create=create, query_timeout=timeout))
        reader, writer = (
            held.enter_context(_driver(engine.uri, login.user, login.password, **_NEAR, **patience))
            for login, patience in ((engine.reader, _ONCE), (engine.writer, _SOON))
        )
        return Store(Connection(address, reader, writer, engine.database, timeout, held.pop_all(), engine))


# a local engine that does not answer at once has ended
_NEAR = {"connection_timeout": 5.0, "connection_acquisition_timeout": 10.0}
# a query that ends the engine would end the next one too
_ONCE, _SOON = {"max_transaction_retry_time": 0.0}, {"max_transaction_retry_time": 5.0}


def _driver(uri: str, user: str, password: str, **options: Any) -> Driver:
    with _lean():
        from neo4j import GraphDatabase, NotificationMinimumSeverity

    return GraphDatabase.driver(
        uri,
        auth=(user, password),
        **options,
        user_agent=f"graphload/{__version__}",
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )


@contextmanager
def _lean() -> Iterator[None]:
    """Import the driver without numpy, pandas and pyarrow on the command line, which uses none of them with it.

    Where they are installed the driver imports them, which takes half a second and starts threads.
    """
    hidden = [name for name in _HEAVY if "graphload.cli" in sys.modules and name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # None stands for what cannot be imported
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)


def seconds(limit: str | float, name: str) -> float:
    """Return a time limit; raise UsageError, with the name of what gives it, unless it is one that engines take."""
    try:
        number = float(limit)
    except ValueError:
        number = math.nan
    if not 0 < number <= LONGEST_TIMEOUT:
        raise UsageError(f"{name} should be a number of seconds, more than 0 and at most {LONGEST_TIMEOUT:,}: {limit}")
    return number
