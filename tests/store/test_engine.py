"""The embedded engine's life: who starts it, who shares it, and that nothing is left of it however it ends."""

import contextlib
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import neo4j
import pytest
from neo4j.exceptions import AuthError, ClientError, DatabaseError, Forbidden

from graphload.errors import StoreError
from graphload.store import Store, open_store
from graphload.store import engine as clients
from graphload.store.arcade import READERS, Login, lost_memory
from graphload.store.engine import Engine, attach
from graphload.store.folder import Run, claim, cut_short, read_run, write_run
from graphload.store.process import Process
from tests.servers import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")]

TIMEOUT = 1.0
PATIENCE = 120.0  # seconds: no machine is so busy
RUNAWAY = "MATCH path = (:Thing {id: 1})-[:NEXT*1..40]->() RETURN count(path)"
DOUBLING = "RETURN size(reduce(text = 'ab', i IN range(1, 40) | text + text)) AS n"
HOLD = """
import sys; from pathlib import Path; from graphload.store.engine import attach
with attach(Path(sys.argv[1]), create=True) as engine:
    print(engine.uri, flush=True)
    sys.stdin.read()
"""

ASK = """
import sys, neo4j; from pathlib import Path; from graphload.store.engine import attach
engine = attach(Path(sys.argv[1]), query_timeout=600)
with neo4j.GraphDatabase.driver(engine.uri, auth=(engine.reader.user, engine.reader.password)) as driver:
    driver.execute_query(sys.argv[2], database_=engine.database)
"""


@pytest.fixture(scope="module", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the tests' own, so that the first start here has no cache and the later ones have."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("caches")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, caches: Path) -> Iterator[tuple[Path, Engine]]:
    """A store with a query that would run for ever, and its engine with a short time-out."""
    folder = tmp_path_factory.mktemp("running") / "test.graph"
    attach(folder, create=True).close()
    assert list(caches.glob("graphload/engine-*.aot"))
    with attach(folder, query_timeout=TIMEOUT) as engine:
        ask(engine, engine.writer, "UNWIND range(1, 100) AS i CREATE (:Thing {id: i})")
        near = "MATCH (a:Thing), (b:Thing) WHERE a.id <> b.id AND abs(a.id - b.id) < 4 CREATE (a)-[:NEXT]->(b)"
        ask(engine, engine.writer, near)
        yield folder, engine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "test.graph"


def ask(engine: Engine, login: Login, query: str, **parameters: Any) -> list[dict[str, Any]]:
    with (
        neo4j.GraphDatabase.driver(engine.uri, auth=(login.user, login.password)) as driver,
        driver.session(database=engine.database) as session,
    ):
        return session.run(query, parameters).data()


@contextmanager
def client(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the store's engine until its standard input ends."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        yield process


def uri(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def processes(folder: Path) -> Run:
    run = read_run(folder)
    assert run is not None
    return run


def soon(condition: Callable[[], bool], within: float = PATIENCE) -> bool:
    deadline = time.monotonic() + within
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def refuses(port: int) -> bool:
    """Tell whether nobody listens on a loopback port."""
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) != 0


def queries(folder: Path, engine: Engine) -> list[str]:
    """Return what an engine runs."""
    command = Path(f"/proc/{processes(folder).engine.pid}/cmdline").read_text("utf-8")
    port = next(part for part in command.split("\0") if "httpIncomingPort" in part).partition("=")[2]
    login = b64encode(f"{engine.writer.user}:{engine.writer.password}".encode()).decode()
    asked = Request(f"http://127.0.0.1:{port}/api/v1/server", b'{"command": "list queries"}')
    asked.add_header("Authorization", f"Basic {login}")
    with urlopen(asked, timeout=PATIENCE) as answer:
        return [str(each) for each in json.load(answer)["result"]]


def all_gone(run: Run) -> bool:
    return not (run.supervisor.alive() or run.engine.alive())


def test_every_client_has_the_same_engine_and_it_stops_with_the_last(folder: Path) -> None:
    with attach(folder, create=True) as first:
        ask(first, first.writer, "CREATE (:Kept {id: 1})")
        with client(folder) as second:
            assert uri(second) == first.uri
            run = processes(folder)
            first.close()
            assert run.engine.alive()
        assert soon(lambda: all_gone(run))
    with attach(folder) as later:
        assert ask(later, later.reader, "MATCH (k:Kept) RETURN k.id AS id") == [{"id": 1}]
        assert later.writer.password != first.writer.password
        run = processes(folder)
    assert not run.engine.alive()
    assert read_run(folder) is None


@pytest.mark.parametrize("victim", ["client", "supervisor", "engine"])
def test_nothing_is_left_running_after_kill_9(folder: Path, victim: str) -> None:
    with client(folder) as holder:
        uri(holder)
        run = processes(folder)
        with attach(folder) as engine:
            ask(engine, engine.writer, "CREATE (:Kept {id: 1})")
            if victim == "client":
                engine.close()
            os.kill({"client": holder.pid, "supervisor": run.supervisor.pid, "engine": run.engine.pid}[victim], 9)
            assert soon(lambda: all_gone(run))
            said = engine.ended(wait=1)
    assert {"client": "None", "supervisor": "lost the process", "engine": "it was killed"}[victim] in str(said)
    with attach(folder) as later:
        assert ask(later, later.reader, "MATCH (k:Kept) RETURN k.id AS id") == [{"id": 1}]


def test_of_two_that_start_at_once_one_starts_the_engine(folder: Path) -> None:
    with client(folder) as one, client(folder) as other:
        assert uri(one) == uri(other) != ""


def test_who_comes_while_the_engine_stops_gets_a_new_one(folder: Path) -> None:
    with client(folder) as other:
        uri(other)
        run = processes(folder)
        other.kill()
        assert soon(lambda: refuses(run.port))
        with attach(folder) as engine:
            assert processes(folder).engine != run.engine
            assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]


def test_who_comes_as_the_last_client_dies_is_answered(folder: Path) -> None:
    with client(folder) as other:
        uri(other)
        other.kill()
        with attach(folder) as engine:
            assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]


def test_ctrl_c_at_a_terminal_is_for_the_client_alone(folder: Path) -> None:
    with client(folder) as holder:
        uri(holder)
        with attach(folder) as engine:
            os.killpg(holder.pid, signal.SIGINT)
            holder.wait()
            assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]


def test_a_forked_worker_does_not_hold_the_engine(folder: Path) -> None:
    with attach(folder, create=True) as engine:
        run, worker = processes(folder), os.fork()
        if worker == 0:
            time.sleep(60)
            os._exit(0)
        engine.close()
        assert not run.engine.alive()
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Thing {id: 0})",
        "CREATE (:Other)",
        "MERGE (:Thing {id: 0})",
        "MATCH (t:Thing {id: 1}) SET t.name = 'x'",
        "MATCH (t:Thing {id: 1}) REMOVE t.id",
        "MATCH (t:Thing {id: 1}) SET t:Other",
        "MATCH (t:Thing {id: 1}) DETACH DELETE t",
        "MATCH (a:Thing {id: 1}), (b:Thing {id: 2}) CREATE (a)-[:NEXT]->(b)",
        "FOREACH (i IN [1] | CREATE (:Thing {id: 0}))",
        "CALL { CREATE (:Thing {id: 0}) } IN TRANSACTIONS",
        "CREATE CONSTRAINT FOR (t:Thing) REQUIRE t.id IS UNIQUE",
        "CREATE INDEX FOR (t:Thing) ON (t.name)",
        "CREATE USER other SET PASSWORD 'password'",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    ],
)
def test_the_reader_cannot_write(running: tuple[Path, Engine], query: str) -> None:
    _, engine = running
    with pytest.raises(Forbidden):
        ask(engine, engine.reader, query)
    assert ask(engine, engine.reader, "MATCH (n) RETURN count(n) AS n, sum(n.id) AS s") == [{"n": 100, "s": 5050}]


def test_a_query_of_the_reader_that_takes_too_long_is_ended(running: tuple[Path, Engine]) -> None:
    folder, engine = running
    for patient in (engine, attach(folder, query_timeout=2 * TIMEOUT)):
        began = time.monotonic()
        with pytest.raises(ClientError) as raised:
            ask(patient, patient.reader, RUNAWAY)
        assert raised.value.code == "Neo.ClientError.Transaction.Terminated"
        limit = TIMEOUT if patient is engine else 2 * TIMEOUT
        assert time.monotonic() - began >= limit
    patient.close()


def test_a_query_whose_client_is_gone_is_ended(running: tuple[Path, Engine]) -> None:
    folder, engine = running
    with subprocess.Popen([sys.executable, "-c", ASK, str(folder), RUNAWAY], cwd=ROOT) as asking:
        try:
            assert soon(lambda: queries(folder, engine) != []), f"no query came, exit {asking.poll()}"
        finally:
            asking.kill()
    assert soon(lambda: queries(folder, engine) == []), queries(folder, engine)


def test_a_stranger_is_refused(running: tuple[Path, Engine]) -> None:
    _, engine = running
    with pytest.raises(AuthError):
        ask(engine, Login("root", "playwithdata"), "RETURN 1")


def test_secrets_are_in_files_of_the_owner_and_nowhere_else(running: tuple[Path, Engine]) -> None:
    folder, engine = running
    run = processes(folder)
    secrets = [engine.writer.password, engine.reader.password, run.token]
    for process in (run.supervisor, run.engine):
        for place in ("cmdline", "environ"):
            shown = Path(f"/proc/{process.pid}/{place}").read_text("utf-8")
            assert not [secret for secret in secrets if secret in shown]
    assert not [secret for secret in secrets if secret in repr((run, engine.writer, engine.reader))]
    for path in folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
        if path.is_file() and path.name != "run.json":
            assert not [secret for secret in secrets if secret.encode() in path.read_bytes()], path


def test_a_copy_of_a_running_store_is_another_store(running: tuple[Path, Engine], tmp_path: Path) -> None:
    folder, engine = running
    shutil.copytree(folder, tmp_path / "copy.graph")
    with attach(tmp_path / "copy.graph") as other:
        assert other.uri != engine.uri
    assert engine.ended() is None


def test_a_folder_that_is_not_a_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("do not touch")
    with pytest.raises(StoreError, match="holds files and is not a store"):
        attach(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_missing_store_is_made_only_on_request(folder: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*test\.graph: load filings into it, or name another"):
        attach(folder)
    assert not folder.exists()


@pytest.mark.parametrize(("marker", "said"), [('{"format": 2}', "names format 2"), ("", "is damaged")])
def test_a_store_that_we_cannot_read_is_refused(folder: Path, marker: str, said: str) -> None:
    folder.mkdir()
    (folder / "graphload.json").write_text(marker)
    with pytest.raises(StoreError, match=said):
        attach(folder)


def test_a_file_is_not_a_store(folder: Path) -> None:
    folder.write_text("")
    with pytest.raises(StoreError, match="Not a directory"):
        attach(folder, create=True)


@pytest.mark.parametrize(
    ("memory", "said"),
    [("much", "should be a size like 2g"), ("1k", "Too small maximum heap .GRAPHLOAD_ENGINE_MEMORY=768m gives it")],
)
def test_an_engine_that_cannot_start_says_why(
    folder: Path, memory: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHLOAD_ENGINE_MEMORY", memory)
    with pytest.raises(StoreError, match=said):
        attach(folder, create=True)
    monkeypatch.delenv("GRAPHLOAD_ENGINE_MEMORY")
    attach(folder).close()


def test_a_query_that_takes_all_memory_ends_alone(folder: Path) -> None:
    with open_store(str(folder)) as store, open_store(str(folder)) as other:
        began = processes(folder)

        def work(run: Callable[..., Any]) -> None:
            run("CREATE (:Kept {id: 1})")
            with pytest.raises(StoreError, match=r"gave up this query.*GRAPHLOAD_ENGINE_MEMORY=1536m"):
                store.read(DOUBLING)
            run("MATCH (k:Kept) SET k.seen = true")
            times.append(1)

        times: list[int] = []
        other.transact(work)
        assert len(times) == 1
        assert store.read("MATCH (k:Kept) RETURN k.id AS id, k.seen AS seen").rows == [(1, True)]
        assert processes(folder) == began


def test_queries_that_take_all_memory_leave_places_for_others(folder: Path) -> None:
    with open_store(str(folder)) as store:
        for number in range(5):
            store.write("CREATE (:Kept {id: $number})", number=number)
            with open_store(str(folder)) as other, pytest.raises(StoreError, match="GRAPHLOAD_ENGINE_MEMORY=1536m"):
                other.read(DOUBLING)
        assert soon(lambda: answers(store))
        assert store.read("MATCH (k:Kept) RETURN count(k)").rows == [(5,)]


def test_an_engine_that_lost_memory_in_its_storage_comes_back(folder: Path) -> None:
    with open_store(str(folder)) as store, open_store(str(folder)) as other:
        other.write("CREATE (:Kept {id: 1})")
        began = processes(folder)
        tries: list[int] = []

        def work(run: Callable[..., Any]) -> None:
            run("CREATE (:Kept {id: 2})")
            tries.append(1)
            if len(tries) == 1:
                with (folder / "log" / "engine.log").open("a") as log:
                    log.write(OUT_OF_MEMORY + STORING)
                assert soon(lambda: processes(folder).engine != began.engine)
            run("MATCH (k:Kept) SET k.seen = true")

        other.transact(work)
        assert len(tries) == 2
        assert soon(lambda: answers(store))
        assert store.read("MATCH (k:Kept) RETURN k.id AS id ORDER BY id").rows == [(1,), (2,)]
        assert processes(folder).supervisor == began.supervisor


OUT_OF_MEMORY = """
Exception in thread "BOLT-/127.0.0.1:40938" java.lang.OutOfMemoryError: Java heap space
\tat java.base/java.lang.StringConcatHelper.doConcat(Unknown Source)
\tat com.arcadedb.query.opencypher.ast.ArithmeticExpression.apply(ArithmeticExpression.java:152)
"""
STORING = "\tat com.arcadedb.database.TransactionContext.commit(TransactionContext.java:95)\n"


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("INFO all is well\n", None),
        (OUT_OF_MEMORY, None),
        (2 * OUT_OF_MEMORY + "INFO a line of\n" + STORING, None),
        (3 * OUT_OF_MEMORY, 'Exception in thread "BOLT-/127.0.0.1:40938" java.lang.OutOfMemoryError: Java heap space'),
        (OUT_OF_MEMORY + STORING, 'Exception in thread "BOLT-/127.0.0.1:40938" java.lang.OutOfMemoryError: Java'),
        (OUT_OF_MEMORY.replace("BOLT-/", "Flusher "), 'Exception in thread "Flusher 127.0.0.1:40938" java.lang.OutOf'),
        ("SEVER <Page> \njava.lang.OutOfMemoryError: Java heap space", "java.lang.OutOfMemoryError: Java heap space"),
    ],
)
def test_only_memory_lost_by_more_than_a_query_ends_the_engine(said: str, lost: str | None) -> None:
    found = lost_memory(said)
    assert found is None if lost is None else found and found.startswith(lost)


def answers(store: Store) -> bool:
    with contextlib.suppress(StoreError):
        return bool(store.read("RETURN 1 AS one").rows)
    return False


@pytest.mark.parametrize(
    "query",
    [
        "UNWIND range(1, 100000) AS i WITH i, range(1, 1000) AS list RETURN list ORDER BY i",
        "RETURN size([i IN range(1, 10000000) | i]) AS n",
        "RETURN replace(reduce(text = 'ab', i IN range(1, 21) | text + text), 'a', "
        "reduce(text = 'ab', i IN range(1, 12) | text + text)) AS n",
    ],
)
def test_too_little_memory_names_what_would_do(folder: Path, query: str) -> None:
    with open_store(str(folder)) as store:
        with pytest.raises(StoreError, match="GRAPHLOAD_ENGINE_MEMORY=1536m") as raised:
            store.read(query)
        assert "arcadedb." not in str(raised.value)
        assert soon(lambda: answers(store))


def test_a_supervisor_that_does_not_answer_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "REACH", 1.0)
    with client(folder) as holder:
        uri(holder)
        supervisor = processes(folder).supervisor.pid
        os.kill(supervisor, signal.SIGSTOP)
        try:
            with pytest.raises(StoreError, match=f"held by process {supervisor}"):
                attach(folder)
        finally:
            os.kill(supervisor, signal.SIGCONT)


@pytest.mark.parametrize("same", [True, False])
def test_what_an_old_run_left_is_ended_unless_its_id_is_used_by_another(folder: Path, same: bool) -> None:
    claim(folder, create=True)
    with subprocess.Popen(["sleep", "60"]) as sleeper:
        left = Process.of(sleeper.pid) if same else Process(sleeper.pid, "another time")
        write_run(folder, Run(1, "token", Process(sleeper.pid, "another time"), left))
        attach(folder).close()
        assert (sleeper.poll() is not None) == same
        sleeper.kill()


def test_a_damaged_cache_is_survived_and_dropped(folder: Path, caches: Path) -> None:
    attach(folder, create=True).close()
    (cache,) = caches.glob("graphload/engine-*.aot")
    whole = cache.read_bytes()
    # another file of the name: the engine of other tests has the first one mapped, and would not survive a change
    cache.unlink()
    cache.write_bytes(whole[:5_000_000] + bytes(1_000_000) + whole[6_000_000:])
    with attach(folder) as engine:
        assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]
    assert list(cache.parent.iterdir()) == []


def test_an_engine_waits_for_more_clients_and_then_stops_by_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHLOAD_ENGINE_LINGER", "5")
    attach(folder, create=True).close()
    run = processes(folder)
    with attach(folder) as engine:
        assert processes(folder) == run
        assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]
    assert soon(lambda: all_gone(run)), run
    assert read_run(folder) is None


@pytest.mark.parametrize("end", ["removed", "moved", "killed"])
def test_an_engine_that_waits_is_no_orphan(folder: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setenv("GRAPHLOAD_ENGINE_LINGER", "3000")
    attach(folder, create=True).close()
    run = processes(folder)
    if end == "removed":
        shutil.rmtree(folder)
    elif end == "moved":
        folder.rename(folder.with_name("other.graph"))
    else:
        os.kill(run.supervisor.pid, signal.SIGKILL)
    assert soon(lambda: all_gone(run)), run
    assert end == "killed" or not folder.exists()


def test_more_memory_is_a_new_engine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHLOAD_ENGINE_LINGER", "3000")
    attach(folder, create=True).close()
    before = processes(folder)
    monkeypatch.setenv("GRAPHLOAD_ENGINE_MEMORY", "800m")
    monkeypatch.setenv("GRAPHLOAD_ENGINE_LINGER", "0")
    with attach(folder) as engine:
        assert ask(engine, engine.reader, "RETURN 1 AS one") == [{"one": 1}]
        assert processes(folder) != before
        command = Path(f"/proc/{processes(folder).engine.pid}/cmdline").read_text("utf-8")
        assert "-Xmx800m" in command.split("\0")
    assert all_gone(before)


def test_a_client_too_many_is_told_so(folder: Path) -> None:
    with attach(folder, create=True) as first:
        others = [attach(folder) for _ in range(READERS - 1)]
        with pytest.raises(StoreError, match=f"{READERS} clients use the engine of .*: end one of them"):
            attach(folder)
        others.pop().close()
        attach(folder).close()
        for other in others:
            other.close()
        assert ask(first, first.reader, "RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("place", ["file:///etc/hostname", "http://example.org/x.csv"])
def test_no_query_reads_files_or_the_network(running: tuple[Path, Engine], place: str) -> None:
    _, engine = running
    assert engine.ended() is None, engine.ended()
    for login in (engine.reader, engine.writer):
        with pytest.raises((ClientError, DatabaseError), match=r"(?i)not allowed|disabled|denied"):
            ask(engine, login, f"LOAD CSV FROM '{place}' AS line RETURN line")


def test_files_that_were_cut_short_are_found(folder: Path) -> None:
    with open_store(str(folder)) as store:
        store.write("CREATE (:Kept {id: 1})")
    assert cut_short(folder) == []
    file = max(folder.rglob("Kept_*.bucket"), key=lambda file: file.stat().st_size)
    os.truncate(file, 1000)
    assert cut_short(folder) == [file]
