"""Attacks on a store, one a function: what was tried, or FailedError with what went wrong."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial

from bench.arena import WITHOUT, Arena, FailedError
from bench.hostile import (
    EXAMPLE,
    bad_members,
    hostile_texts,
    long_signatures,
    odd_arguments,
    unknown_elements,
)
from graphload.load import derive
from graphload.store import open_store
from tests.exported import held

RUNAWAY = "UNWIND range(1, 4000000) AS a UNWIND range(1, 4000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS n"
DOUBLED = "RETURN size(reduce(text = 'ab', i IN range(1, 40) | text + text)) AS n"
WRITES = ("CREATE (:A)", "MERGE (:A)", "MATCH (n) SET n.a = 1", "MATCH (n) DETACH DELETE n", "DROP INDEX party_cik")

Attack = Callable[[Arena], str]


def two_loads_at_once(arena: Arena) -> str:
    """Start two loads of the same and of overlapping filings at the same time."""
    expected, _ = arena.calm()
    some = sorted(arena.filings.rglob("*.xml"))[::2]
    for turn in range(arena.times):
        arena.empty()
        paths = [arena.filings, arena.filings] if turn % 2 else [arena.filings, *some]
        loads = [arena.start("load", arena.filings), arena.start("load", *paths[1:])]
        said = [load.communicate()[1] for load in loads]
        if any(load.returncode for load in loads):
            raise FailedError(f"turn {turn}: {[text.strip()[-150:] for text in said]}")
        arena.same(expected)
    return f"{arena.times} times: the graph of one"


def killed_load(arena: Arena) -> str:
    """Kill the command in a load, again and again, and finish it."""
    return _killed(arena, lambda load: load.kill())


def killed_engine(arena: Arena) -> str:
    """Kill the engine or the server in a load, again and again, and finish it."""
    return _killed(arena, lambda _: arena.kill_engine())


def _killed(arena: Arena, kill: Callable[[subprocess.Popen[str]], None]) -> str:
    expected, seconds = arena.calm()
    for turn in range(arena.times):
        load = arena.start("load", arena.filings)
        time.sleep(arena.random.uniform(0.2, 0.95) * seconds)
        kill(load)
        _, said = load.communicate(timeout=300)
        if "Traceback" in said or "internal error" in said:
            raise FailedError(f"turn {turn}: {said.strip()[-200:]}")
        if turn % 5 == 4:
            arena.empty()
    arena.expect(0, "Loaded", "load", arena.filings)
    arena.same(expected)
    return f"{arena.times} times: the graph of a calm load"


def killed_bulk(arena: Arena) -> str:
    """Kill an export and, on the embedded engine, an import, again and again, and finish each by the same command."""
    expected, _ = arena.calm()
    graph, store = arena.folder / "graph", arena.folder / "imported.graph"
    steps = [(graph, ("export", arena.filings, "--to", graph)), (store, ("import", graph, "--store", store))]
    for made, command in steps[:1] if arena.server else steps:
        began = time.monotonic()
        arena.expect(0, "", *command)
        seconds = time.monotonic() - began
        for turn in range(arena.times):
            shutil.rmtree(made)
            child = arena.start(*command)
            time.sleep(arena.random.uniform(0.2, 0.95) * seconds)
            child.kill()
            child.communicate(timeout=300)
            if not made.exists():
                arena.expect(0, "", *command)
            if made == graph and held(graph, WITHOUT) != expected:
                raise FailedError(f"turn {turn}: the export is not the graph of a calm load")
    if not arena.server:
        with open_store(str(store)) as imported:
            arena.same(expected, imported)
    return f"{arena.times} times: the graph of a calm load"


def interrupted(arena: Arena) -> str:
    """Send Ctrl-C and SIGTERM while a query runs."""
    longest = 0.0
    for number in (signal.SIGINT, signal.SIGTERM):
        child = arena.start("cypher", RUNAWAY, "--timeout", 9000)
        time.sleep(6)
        began = time.monotonic()
        child.send_signal(number)
        _, said = child.communicate(timeout=120)
        longest = max(longest, time.monotonic() - began)
        if (child.returncode, said) != (130, "graphload: interrupted\n"):
            raise FailedError(f"signal {number}: exit {child.returncode}: {said[-200:]}")
    return f"ended within {longest:.1f} s"


def overdue(arena: Arena) -> str:
    """Let a query run longer than it may."""
    arena.expect(2, "the query took longer than it may", "cypher", RUNAWAY, "--timeout", 2)
    arena.expect(0, "1", "cypher", "RETURN 1 AS one")
    return "ended by its time limit"


def writing(arena: Arena) -> str:
    """Write by a query."""
    for statement in WRITES:
        arena.expect(2, "only reading queries are answered", "cypher", statement)
    return f"{len(WRITES)} statements refused"


def out_of_memory(arena: Arena) -> str:
    """Take all memory by one query, while another client reads and writes."""
    with arena.store() as store:
        before = arena.engine()
        for turn in range(2):
            store.write("CREATE (:Kept {id: $turn})", turn=turn)
            arena.expect(1, "more memory than the engine has" if arena.server else "=1536m", "cypher", DOUBLED)
        kept = store.read("MATCH (k:Kept) RETURN count(k)").rows[0][0]
        store.write("MATCH (k:Kept) DELETE k")
        if kept != 2 or arena.engine() != before:
            raise FailedError(f"the engine ended, or lost what was written: {kept} of 2 nodes")
    return "the query ended, and the engine went on"


def half_derived(arena: Arena) -> str:
    """Ask while derived facts wait."""
    arena.empty()
    arena.expect(0, "Loaded", "load", arena.filings)
    with arena.store() as store:
        store.write("MATCH (p:Party) WITH p LIMIT 3 SET p.stale = true")
        arena.expect(0, "3 parties wait for derived facts", "find", "a")
        derive(store)
    return "said on stderr"


def other_nodes(arena: Arena) -> str:
    """Keep other people's nodes, with labels of the graph, in the same database."""
    before = [arena.run(*asked)[1] for asked in (("status", "--csv"), ("find", "lionel"))]
    with arena.store() as store:
        store.write("CREATE (:Party:Person {id: 'lionel', name: 'Lionel', stale: true}), (:Filing {id: [1]})")
        store.write("CREATE (:Address {id: 'lionel'}), (:Signatory {id: 'lionel'}), (:Issuer {id: 1, name: 'Lionel'})")
        try:
            if [arena.run(*asked)[1] for asked in (("status", "--csv"), ("find", "lionel"))] != before:
                raise FailedError("status or find shows them")
            arena.expect(0, "", "verify")
        finally:
            store.write("MATCH (n) WHERE n.id IN ['lionel', 1, [1]] DETACH DELETE n")
    return "not seen"


def wrong_logins(arena: Arena) -> str:
    """Ask with a wrong password, for the system database, and where nobody listens."""
    if not arena.server:
        return "not tried: there is no login"
    kept = arena.variables
    try:
        for change, words in (
            ({"NEO4J_PASSWORD": "wrong"}, "refuses the user or the password"),
            ({"NEO4J_DATABASE": "system"}, "NEO4J_DATABASE is system"),
        ):
            arena.variables = kept | change
            arena.expect(1, words, "status")
    finally:
        arena.variables = kept
    arena.expect(1, "cannot be reached: is it running?", "status", "--store", "bolt://127.0.0.1:9")
    return "told in a sentence"


def full_disk(arena: Arena) -> str:
    """Limit the size of files below what an engine writes, then load without the limit."""
    if arena.server or not hasattr(os, "fork"):
        return "not tried: it is the server's disk"
    folder = arena.folder / "full.graph"
    for size in (100_000, 500_000, 1_000_000):
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        code, _, said = arena.run("load", arena.filings, "--store", folder, preexec_fn=limit)
        if code != 1:
            raise FailedError(f"exit {code} with files of {size:,} bytes: {said[-200:]}")
        arena.expect(0, "Loaded", "load", EXAMPLE.parent, "--store", folder)
        arena.expect(0, "", "verify", "--store", folder)
    with open_store(str(folder)) as store:
        store.read("RETURN 1 AS one")
    return "said, and nothing damaged"


ATTACKS: dict[str, Attack] = {
    attack.__name__.replace("_", "-"): attack
    for attack in (
        two_loads_at_once, killed_load, killed_engine, killed_bulk, interrupted, overdue, writing, out_of_memory,
        half_derived, other_nodes, hostile_texts, odd_arguments, wrong_logins, long_signatures, bad_members,
        unknown_elements, full_disk,
    )
}  # fmt: skip
# those that meet no store are tried once
ALONE = {"odd-arguments", "long-signatures", "bad-members", "unknown-elements"}
