"""Reading and writing on each engine, and what goes wrong."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import date, datetime

import pytest

from graphload.errors import GraphloadError, StoreError, UsageError
from graphload.store import Store, open_store
from graphload.store.failures import QueryError
from tests.conftest import on_neo4j
from tests.servers import ROOT

pytestmark = pytest.mark.every_engine
RUNAWAY = "UNWIND range(1, 4000000) AS a UNWIND range(1, 4000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n"


def test_values_come_back_as_plain_python(store: Store) -> None:
    values = {
        "text": "é",
        "number": 1.5,
        "day": date(2022, 3, 7),
        "at": datetime(2022, 3, 7, 16, 5),
        "list": ["a", "b"],
        "no": None,
    }
    table = store.read("RETURN " + ", ".join(f"${name} AS {name}" for name in values), **values)
    assert table.columns == tuple(values)
    assert table.dicts() == [values]


def test_a_day_long_ago_is_kept(store: Store) -> None:
    store.write("CREATE (:Party {id: 'x', day: $day})", day=date(22, 3, 7))
    assert store.read("MATCH (p:Party {id: 'x'}) RETURN p.day").rows == [(date(22, 3, 7),)]


def test_nodes_edges_and_paths_are_dicts(store: Store) -> None:
    store.write("CREATE (:Party {id: 'x'})-[:MEMBER_OF {n: 1}]->(:Group {id: 'g'})")
    ((node, edge, path),) = store.read("MATCH p = (a:Party)-[r]->() RETURN a, r, p").rows
    assert node == {"labels": ["Party"], "id": "x"}
    assert edge == {"type": "MEMBER_OF", "n": 1}
    assert path == [node, edge, {"labels": ["Group"], "id": "g"}]


@pytest.mark.parametrize(
    ("test", "embedded"), [("MATCH (f:Filing {id: o.filing})", 0), ("MATCH (f:Filing) WHERE f.id = o.filing", 1)]
)
def test_a_relationship_in_the_braces_of_a_node_is_the_one_exception(store: Store, test: str, embedded: int) -> None:
    """docs/guides/packs.md says it; once the embedded engine finds the filing, that sentence may go."""
    store.write("CREATE (:Party {id: 'x'})-[:OWNS {filing: 'f'}]->(:Security {id: 's'}) CREATE (:Filing {id: 'f'})")
    found = store.read(f"MATCH ()-[o:OWNS]->() {test} RETURN f.id AS id").rows
    assert len(found) == (1 if "://" in store.address else embedded)


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Party {id: 'new'})",
        "MERGE (p:Party {id: 'new'}) RETURN p",
        "MATCH (p:Party) SET p.name = 'new'",
        "MATCH (p:Party) DETACH DELETE p",
        "CREATE INDEX new IF NOT EXISTS FOR (p:Party) ON (p.new)",
    ],
)
def test_a_reader_cannot_write(store: Store, cypher: str) -> None:
    store.write("CREATE (:Party {id: 'x', name: 'old'})")
    with pytest.raises(QueryError, match="only reading queries are answered"):
        store.read(cypher)
    assert store.read("MATCH (p:Party) RETURN p.id, p.name").rows == [("x", "old")]


def test_a_query_that_is_not_cypher_is_the_askers_fault(store: Store) -> None:
    with pytest.raises(UsageError, match="the query is not understood"):
        store.read("MATHC (n) RETURN n")


def test_a_query_may_match_many_regular_expressions(store: Store) -> None:
    matches = "UNWIND range(1, 300000) AS i WITH i WHERE toString(i) + ' depositary shares' =~ '.*[0-9]+ depositary.*'"
    assert store.read(f"{matches} RETURN count(i)").rows == [(300_000,)]


def test_a_failed_transaction_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphload.store.contention._PATIENCE", 0.5)  # it may have met another transaction
    store.prepare()
    with pytest.raises(GraphloadError):
        store.transact(lambda run: (run("CREATE (:Party {id: 'half'})"), run("CREATE (:Party {id: 'half'})")))
    assert store.read("MATCH (p:Party) RETURN count(p)").rows == [(0,)]


@on_neo4j
def test_a_query_ends_when_its_time_is_up(address: str) -> None:
    ends_in_time(address)


@pytest.mark.slow
def test_a_query_ends_when_its_time_is_up_on_the_embedded_engine(tmp_path: object) -> None:
    ends_in_time(f"{tmp_path}/a.graph")


def ends_in_time(address: str) -> None:
    with open_store(address, query_timeout=1.5) as store:
        with pytest.raises(QueryError, match="the query took longer than it may"):
            store.read(RUNAWAY)
        assert store.read("RETURN 1 AS one").rows == [(1,)]


@on_neo4j
def test_a_server_that_refuses_the_password_is_said_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    with pytest.raises(StoreError, match="refuses the user or the password: check NEO4J_USERNAME and NEO4J_PASSWORD"):
        open_store(address)


@on_neo4j
def test_a_database_that_is_not_there_is_said_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreError, match="NEO4J_DATABASE"), open_store(address) as store:
        store.read("RETURN 1 AS one")


def test_a_server_that_is_down_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "any")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(StoreError, match=f"bolt://127.0.0.1:{port} cannot be reached: is it running?"):
        open_store(f"bolt://127.0.0.1:{port}")


def test_ctrl_c_ends_the_query_and_the_command(address: str) -> None:
    """The query would run for hours, so that both ends show that the key was obeyed."""
    command = [sys.executable, "-m", "graphload", "cypher", RUNAWAY, "--timeout", "9000", "--store", address]
    with open_store(address) as store:
        engine = store._connection.engine
        for number in (signal.SIGINT, signal.SIGTERM):
            with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as child:
                time.sleep(4)  # whether it has come to the query or not
                child.send_signal(number)
                _, said = child.communicate(timeout=120)
            assert (child.returncode in (130, -number), said) == (True, "graphload: interrupted\n")
        if engine is None:
            deadline = time.monotonic() + 120
            running = "SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q STARTS WITH 'UNWIND range' RETURN q"
            while store.read(running).rows and time.monotonic() < deadline:
                time.sleep(0.1)
            assert store.read(running).rows == []


@on_neo4j
def test_what_is_no_fault_of_a_query_is_not_said_of_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(address) as store:
        ender = threading.Thread(target=end_runaways, args=(address,))
        ender.start()
        with pytest.raises(StoreError, match="ended the query before its time was up"):
            store.read(RUNAWAY)
        ender.join()
    with monkeypatch.context() as patch:
        patch.setenv("NEO4J_DATABASE", "system")
        with pytest.raises(StoreError, match="NEO4J_DATABASE is system"):
            open_store(address)
    with monkeypatch.context() as patch:
        patch.setenv("NEO4J_PASSWORD", "not-the-password")
        for _ in range(10):
            with pytest.raises(StoreError) as raised:
                open_store(address)
            if "too often" in str(raised.value):
                break
        assert "refuses every login for a while, as the password was wrong too often" in str(raised.value)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with contextlib.suppress(StoreError), open_store(address):
            return
        time.sleep(1)
    pytest.fail("the server still refuses to log in")


def end_runaways(address: str) -> None:
    running = (
        "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS q WHERE q STARTS WITH 'UNWIND range' RETURN id"
    )
    with open_store(address) as store:
        while not (ids := [id for (id,) in store.read(running).rows]):
            time.sleep(0.1)
        for id in ids:
            store.read("TERMINATE TRANSACTIONS $id", id=id)


def test_a_server_that_is_gone_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for scheme in ("bolt", "neo4j"):
        command = [sys.executable, "-m", "graphload", "status", "--store", f"{scheme}://127.0.0.1:{port}"]
        run = subprocess.run(
            command, cwd=ROOT, env=os.environ | {"NEO4J_PASSWORD": "any"}, capture_output=True, text=True, check=False
        )
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1), run.stderr
        assert f"{scheme}://127.0.0.1:{port} cannot be reached: is it running? (" in run.stderr


@pytest.mark.parametrize(
    ("cypher", "kind"),
    [("RETURN 1 / 0 AS n", UsageError), ("RETURN $missing", UsageError), ("RETURN nothing(1)", UsageError)],
)
def test_a_fault_of_a_query_is_said_of_it(store: Store, cypher: str, kind: type[GraphloadError]) -> None:
    with pytest.raises(kind, match="the query is not understood"):
        store.read(cypher)
