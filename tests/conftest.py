"""The stores that tests run on.

A test that takes `store`, `address` or `world` runs on the embedded engine and on one Neo4j server: which one differs
from module to module. With the mark `every_engine` it runs on each.

Neo4j takes long to plan queries. So unless CI=true or GRAPHLOAD_TEST_NEO4J is set, what would run on each server runs
on one, which differs from case to case, and tests of commands, of what questions find and those marked `long_on_neo4j`
run on none. Tests with the mark `thorough` are left out, and properties are tried with fewer examples.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from zlib import crc32

import neo4j
import pytest
from hypothesis import HealthCheck, settings

from graphload.load import load
from graphload.store import Store, open_store
from graphload.store.engine import attach
from tests.servers import PLANNED_ONCE, RELEASES, ROOT, SHORT_LIVED, MissingEngineError, Server, started

# Addresses of servers of the developer's own, with NEO4J_USERNAME and NEO4J_PASSWORD. Every test empties them.
OWN = os.environ.get("GRAPHLOAD_TEST_NEO4J", "").split()
NEO4J = OWN or [*RELEASES]
ENGINES = ["embedded", *NEO4J]
# folders of tests that ask questions of filings of their own, or call commands
ASKING = ("analyze", "ask", "check", "cli", "explore", "packs")
THOROUGH = bool(OWN) or os.environ.get("CI") == "true"
on_embedded = pytest.mark.parametrize("engine", ["embedded"], indirect=True)
on_neo4j = pytest.mark.parametrize("engine", NEO4J, indirect=True)
on_newest = pytest.mark.parametrize("engine", NEO4J[-1:], indirect=True)
LOGIN = ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
VARIABLES = (*LOGIN, "NEO4J_URI", "GRAPHLOAD_STORE", "GRAPHLOAD_QUERY_TIMEOUT")
# an engine of a few seconds compiles quickly rather than well, and waits for nobody: tests of its own tell of that
ENGINE = {"GRAPHLOAD_ENGINE_LINGER": "0", "GRAPHLOAD_ENGINE_OPTIONS": "-XX:TieredStopAtLevel=1"}
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


@dataclass(slots=True)
class Engine:
    """A running engine: its address and the variables that belong to it, and a driver of its owner's.

    `has_world` tells that it holds the example filings, for which many tests ask one after the other.
    """

    address: str
    variables: dict[str, str]
    driver: neo4j.Driver
    database: str | None
    has_world: bool = False

    def empty(self) -> None:
        """Delete every node and edge; constraints and indexes stay."""
        self.has_world = False
        with self.driver.session(database=self.database) as session:
            session.run(EMPTY).consume()


def examples(count: int) -> int:
    """Return how many examples of a property are tried: a third of them unless nothing is left out."""
    return count if THOROUGH else count // 3


def pytest_configure() -> None:
    # A run that is terminated stops its servers, as one that is interrupted does. What a shell starts in the background
    # ignores Ctrl-C, what `nohup` starts ignores a hangup, and so would the commands that are tested.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    os.environ.update({name: value for name, value in ENGINE.items() if name not in os.environ})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    given = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
    if "engine" in metafunc.fixturenames and "engine" not in given:
        metafunc.parametrize("engine", engines(metafunc), indirect=True, scope="session")


def engines(test: pytest.Metafunc) -> list[str]:
    """Return the engines that a test runs on which names none."""
    if test.definition.get_closest_marker("every_engine"):
        return ENGINES
    spared = test.definition.path.parent.name in ASKING or test.definition.get_closest_marker("long_on_neo4j")
    if spared and not THOROUGH:
        return ["embedded"]
    return ["embedded", one_of(NEO4J, test.module.__name__)]


def one_of(servers: list[str], name: str) -> str:
    """Return one server, always the same for a name."""
    return servers[crc32(name.encode()) % len(servers)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=turn)
    names = {item.nodeid for item in items}
    items[:] = [item for item in items if THOROUGH or not (item.get_closest_marker("thorough") or repeats(item, names))]
    for item in items:
        for mark in marks_of(item):
            item.add_marker(mark)


def turn(item: pytest.Item) -> int:
    """Return when a test runs: what only reads the example filings first, so that each engine loads these once.

    What changes constraints or indexes runs last, as Neo4j then plans every query again.
    """
    if item.get_closest_marker("changes_schema"):
        return 2
    return 0 if "world" in getattr(item, "fixturenames", ()) else 1


def marks_of(item: pytest.Item) -> Iterator[str]:
    """Yield the marks by which `-m` chooses tests: the engine, and `neo4j` for each server."""
    engine = engine_of(item)
    if engine in NEO4J:
        yield "neo4j"
    if engine in RELEASES or engine == "embedded":
        yield engine


def repeats(item: pytest.Item, names: set[str]) -> bool:
    """Tell whether a test runs on another server too, which is the one for this case of it."""
    engine = engine_of(item)
    if engine not in NEO4J:
        return False
    module, _, case = item.nodeid.replace(engine, "").partition("::")
    chosen = one_of(NEO4J, f"{module} {case.partition('[')[2]}")
    return engine != chosen and item.nodeid.replace(engine, chosen) in names


def engine_of(item: pytest.Item) -> str | None:
    """Return the engine that a test runs on; None for one that needs none."""
    return item.callspec.params.get("engine") if hasattr(item, "callspec") else None


@pytest.fixture(scope="session")
def servers(request: pytest.FixtureRequest) -> Iterator[dict[str, Server | MissingEngineError]]:
    """The Neo4j servers that the chosen tests need; they come up while others run."""
    wanted = {engine_of(item) for item in request.session.items}
    with started([name for name in RELEASES if name in wanted], SHORT_LIVED, PLANNED_ONCE) as running:
        yield running


@pytest.fixture(scope="session")
def engine(
    request: pytest.FixtureRequest,
    servers: dict[str, Server | MissingEngineError],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engine]:
    """Each engine in turn, up for all its tests."""
    if request.param == "embedded":
        with embedded(tmp_path_factory.mktemp("embedded") / "test.graph") as engine:
            yield engine
    elif request.param in OWN:
        with neo4j_at(request.param, {name: os.environ[name] for name in LOGIN if name in os.environ}) as engine:
            yield engine
    else:
        server = servers[request.param]
        if isinstance(server, MissingEngineError):
            without(server)
        server.wait()
        with neo4j_at(server.address, {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}) as engine:
            yield engine


@pytest.fixture
def address(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty store on each engine, with the variables set that graphload reads."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in engine.variables.items():
        monkeypatch.setenv(name, value)
    engine.empty()
    return engine.address


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store on each engine."""
    with open_store(address) as store:
        yield store


@pytest.fixture(scope="module")
def world(engine: Engine) -> Iterator[Store]:
    """The example filings on each engine, loaded once for all such tests in a row; GRAPHLOAD_STORE names the store."""
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        for name, value in {**engine.variables, "GRAPHLOAD_STORE": engine.address}.items():
            patch.setenv(name, value)
        with open_store() as store:
            if not engine.has_world:
                engine.empty()
                load(store, [str(ROOT / "examples" / "filings")])
                engine.has_world = True
            yield store


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real filings beside the checkout, or where GRAPHLOAD_SHARED says."""
    folder = Path(os.environ.get("GRAPHLOAD_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no real filings: {folder} is not there; GRAPHLOAD_SHARED names another folder")
    return folder


@contextmanager
def embedded(folder: Path) -> Iterator[Engine]:
    """Keep the embedded engine up: stores that are opened on its folder attach to it, which is quicker than a start."""
    with attach(folder, create=True) as running:
        login = (running.writer.user, running.writer.password)
        with neo4j.GraphDatabase.driver(running.uri, auth=login) as driver:
            yield Engine(str(folder), {}, driver, running.database)


@contextmanager
def neo4j_at(address: str, variables: dict[str, str]) -> Iterator[Engine]:
    """Connect to a Neo4j server."""
    login = (variables.get("NEO4J_USERNAME", "neo4j"), variables["NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(address, auth=login) as driver:
        yield Engine(address, variables, driver, variables.get("NEO4J_DATABASE"))


def without(error: MissingEngineError) -> NoReturn:
    """Skip a test whose engine is missing; on the build server that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(str(error))
    pytest.skip(str(error))


# on a busy machine the making of examples is slow, which is no fault
settings.register_profile(
    "busy", deadline=None, max_examples=examples(100), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")
