"""The engines of this machine, one after the other, each with a driver of its own beside graphload's store."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from graphload.store.engine import attach
from tests.servers import RELEASES, Server, started

NAMES = ("embedded", *RELEASES)
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine: its address for graphload, and a bare driver with the database to use."""

    address: str
    driver: Driver
    database: str | None

    def empty(self) -> None:
        """Delete every node and edge."""
        with self.driver.session(database=self.database) as session:
            session.run(EMPTY).consume()


@contextmanager
def served(name: str) -> Iterator[Server]:
    """Start a Neo4j server and stop it at the end. Raise MissingEngineError where this machine has none."""
    with started([name]) as servers:
        server = servers[name]
        if not isinstance(server, Server):
            raise server
        server.wait()
        yield server


@contextmanager
def running(name: str) -> Iterator[Engine]:
    """Start an engine on nothing and stop it at the end. Raise MissingEngineError where this machine has none."""
    if name == "embedded":
        with tempfile.TemporaryDirectory() as folder, attach(Path(folder, "bench.graph"), create=True) as engine:
            login = (engine.writer.user, engine.writer.password)
            with _driver(engine.uri, login) as driver:
                yield Engine(f"{folder}/bench.graph", driver, engine.database)
        return
    with served(name) as server:
        os.environ |= {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}
        with _driver(server.address, ("neo4j", server.password)) as driver:
            yield Engine(server.address, driver, None)


def _driver(uri: str, login: tuple[str, str]) -> Driver:
    return GraphDatabase.driver(uri, auth=login, notifications_min_severity=NotificationMinimumSeverity.OFF)
