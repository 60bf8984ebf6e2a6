import json
import signal
import stat
from importlib.metadata import version
from pathlib import Path
from typing import Any

import neo4j
import pytest

from examples.world import FILINGS
from graphload.ask import checks, questions
from graphload.load import derive, load
from graphload.map.mapping import rows
from graphload.schema import render
from graphload.store import Store, open_store
from tests.helpers import Run, Start
from tests.servers import ROOT

# a joint filing and an account in a plan
JOINT = next(filing for filing in FILINGS if len(filing.owners) > 1 and filing.rows)
ALLIED_MOTION = next(filing for filing in FILINGS if filing.issuer.ticker == "AMOT")
ALLIED_MOTION_ID = ALLIED_MOTION.envelope.accession


@pytest.fixture
def filled(store: Store) -> Store:
    store.prepare()
    store.replace([rows(filing) for filing in (JOINT, ALLIED_MOTION)])
    derive(store)
    return store


def verified(run: Run, store: Store) -> tuple[int, dict[str, dict[str, Any]]]:
    result = run("verify", "--store", store.address, "--json")
    return result.exit_code, {row["check"]: row for row in json.loads(result.stdout)}


def test_a_store_that_was_loaded_holds_together(run: Run, filled: Store) -> None:
    code, found = verified(run, filled)
    assert code == 0
    assert {row["result"] for row in found.values()} == {"ok"}
    asked = [question.name for question in (*checks(), *questions("quality"))]
    files = [] if "://" in filled.address else ["files"]
    assert [*found] == ["constraints", *asked, "derived facts", *files]


def test_what_breaks_a_store_is_counted_and_fails(run: Run, filled: Store) -> None:
    filled.write("UNWIND range(100, 299) AS number CREATE (:Address {id: 'LOST ' + toString(number) + '||||'})")
    code, found = verified(run, filled)
    assert code == 1
    assert [row for row in found.values() if row["result"] != "ok"] == [
        {
            "check": "checks/address-unused",
            "result": "FAILED",
            "offenders": 200,
            "examples": ["LOST 100||||", "LOST 101||||", "LOST 102||||"],
            "reason": None,
        }
    ]


def test_what_filers_do_wrong_is_a_warning(run: Run, filled: Store) -> None:
    filled.write("MATCH (f:Filing)-[r:TRANSACTION]->() WHERE f.id = $id SET r.code = null", id=ALLIED_MOTION_ID)
    code, found = verified(run, filled)
    assert code == 0
    assert [row["check"] for row in found.values() if row["result"] == "warning"] == ["quality/uncoded"]


def test_a_derived_fact_that_differs_fails(run: Run, filled: Store) -> None:
    filled.write("MATCH (v:Vehicle)-[owns:OWNS]->(:Security) WHERE v.kind = 'esop' SET owns.shares = 4274.0")
    code, found = verified(run, filled)
    assert code == 1
    assert [row["check"] for row in found.values() if row["result"] == "FAILED"] == ["derived facts"]
    (said,) = found["derived facts"]["examples"]
    assert said.endswith(": shares is 4274.0, not 4275.0")


@pytest.mark.changes_schema
def test_a_missing_constraint_is_found(run: Run, filled: Store) -> None:
    filled.write("DROP CONSTRAINT plan_id")
    try:
        code, found = verified(run, filled)
        assert code == 1
        assert found["constraints"]["examples"] == ["plan_id"]
    finally:
        filled.prepare()


def test_status_tells_what_is_there(run: Run, filled: Store) -> None:
    filled.write("MATCH (p:Person) SET p.stale = true")
    result = run("status", "--store", filled.address, "--json")
    assert result.exit_code == 0
    found = {(row["section"], row["name"]): row["value"] for row in json.loads(result.stdout)}
    days = sorted(str(filing.envelope.filed_on) for filing in (JOINT, ALLIED_MOTION))
    people = filled.read("MATCH (p:Person) RETURN count(p)").rows[0][0]
    assert found["store", "address"] == filled.address
    assert found["nodes", "Filing"] == 2
    assert found["edges", "FILED"] == len(JOINT.owners) + 1
    assert found["filings", "4"] == sum(filing.form.value == "4" for filing in (JOINT, ALLIED_MOTION))
    assert [found["filing dates", name] for name in ("first", "last", "unknown")] == [*days, 0]
    assert found["derived facts", "stale parties"] == people > 0
    assert found["constraints", "missing"] == []
    assert run("status", "--store", filled.address).stdout.endswith("missing          none\n")


def test_status_names_the_engine(run: Run, filled: Store, engine: Any) -> None:
    result = run("status", "--store", filled.address, "--csv")
    known = f"ArcadeDB {version('arcadedb-embedded')}, embedded" if "://" not in engine.address else "Neo4j Kernel "
    assert f"store,engine,{known}" in result.stdout.replace('"', "")


@pytest.mark.parametrize(
    ("option", "expected"),
    [([], render.markdown()), (["--mermaid"], render.mermaid()), (["--cypher"], render.cypher())],
)
def test_the_schema_is_printed(run: Run, option: list[str], expected: str) -> None:
    assert run("schema", *option).stdout == expected


def test_the_files_of_an_import_are_printed(run: Run) -> None:
    printed = dict(line.split("\t") for line in run("schema", "--import").stdout.splitlines())
    assert printed == render.import_headers()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the examples, and whose engine does not run."""
    folder = tmp_path_factory.mktemp("shown") / "shown.graph"
    with open_store(str(folder)) as store:
        load(store, [str(ROOT / "examples" / "filings")])
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_serve_keeps_an_engine_up_for_others(start: Start, run: Run, shown: Path, number: int) -> None:
    child = start("serve", "--store", shown)
    assert child.stdout and child.stderr
    lines = iter(child.stdout.readline, "\n"), iter(child.stdout.readline, "\n")
    _, said = ([*part] for part in lines)
    address, user, password_in, _ = (line.split(None, 1)[1].strip() for line in said)
    password = shown / "password"
    assert password_in == f"in the file {password}"
    assert stat.S_IMODE(password.stat().st_mode) == 0o600
    login = (user, password.read_text("utf-8"))
    with neo4j.GraphDatabase.driver(address, auth=login) as driver, driver.session() as session:
        assert session.run("MATCH (f:Filing) RETURN count(f) AS n").single(strict=True)["n"] > 0
        with pytest.raises(neo4j.exceptions.ClientError):
            session.run("CREATE (:Filing)").consume()
    assert run("status", "--store", shown).exit_code == 0
    child.send_signal(number)
    assert (child.stderr.read(), child.wait(60)) == ("stopped\n", 130)
    assert not password.exists()


def test_serve_keeps_no_server_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    result = run("serve", "--store", "neo4j://localhost")
    assert result.exit_code == 2
    assert "is a Neo4j server, which runs by itself" in result.stderr


# nodes and relationships that somebody else may keep in the same database
OTHERS = (
    "CREATE (:Party {name: 'Lionel Messi', theirs: true})",
    "CREATE (:Party {id: 10, name: 10, theirs: true}), (:Party {id: 1234567890, name: 'Lionel', theirs: true})",
    "CREATE (:Party {id: [1, 2], name: ['Lionel'], formerNames: 7, stale: true, theirs: true})",
    "CREATE (:Party {id: 'lionel', name: 'Lionel', ticker: 'LIO', kind: 'person', stale: true, theirs: true})",
    """CREATE (:Address {id: 'lionel', theirs: true})
<-[:LOCATED_AT]-(:Party {id: 'other', name: 'Lionel', theirs: true})""",
    "CREATE (:Signatory {id: 'lionel', theirs: true}), (:Plan {id: 'other', theirs: true}), (:Group {theirs: true})",
    "CREATE (:Filing {id: 'lionel', form: '4', theirs: true})-[:TRANSACTION {id: 'x'}]->(:Security {theirs: true})",
    "CREATE (:Album {id: 'lionel', title: 'Lionel', theirs: true})-[:LIKES]->(:Album {id: 'other', theirs: true})",
    "CREATE (:Filing {name: 'Lionel', theirs: true})-[:HOLDING {name: 'drawer'}]->(:Security {theirs: true})",
    "CREATE (:Vehicle {name: 'car', theirs: true})-[:OWNS]->(:Security {id: 'lionel', theirs: true})",
    # at nodes of graphload's
    """MATCH (s:Security)<-[:TRANSACTION]-(:Filing) WITH s LIMIT 1 MATCH (p:Party {id: 'lionel'})
CREATE (p)-[:OWNS]->(s)""",
    """MATCH (f:Filing)-[:CONCERNS]->(p:Party) WITH p LIMIT 1
MATCH (f:Filing {id: 'lionel'}) MATCH (o:Party {id: 'other'})
CREATE (f)-[:CONCERNS]->(p)<-[:INSIDER_OF]-(o), (p)-[:SAME_AS]->(o)""",
)
THEIRS = "MATCH (n) WHERE n.theirs RETURN labels(n) AS labels, properties(n) AS props"


def test_what_others_keep_in_the_same_database_is_not_seen_and_left_alone(run: Run, filled: Store) -> None:
    asked = (["status"], ["find", "lionel"], ["find", "lio"], ["find", "maida"], ["ask", "trades/purchases"])
    before = [run(*each, "--store", filled.address, "--csv").stdout for each in asked]
    for statement in OTHERS:
        filled.write(statement)
    theirs = sorted(map(str, filled.read(THEIRS).rows))
    assert len(theirs) == 18
    assert [run(*each, "--store", filled.address, "--csv").stdout for each in asked] == before
    code, found = verified(run, filled)
    assert (code, [row for row in found.values() if row["result"] != "ok"]) == (0, [])
    missed = run("ask", "insiders/roster", "-p", "issuer=lionell", "--store", filled.address)
    assert (missed.exit_code, "did you mean" in missed.stderr) == (2, False), missed.stderr
    assert run("remove", "lionel", "--store", filled.address).exit_code == 2
    filled.write("MATCH (p:Party) SET p.stale = CASE WHEN p.theirs THEN p.stale ELSE true END")
    derive(filled)
    assert run("remove", JOINT.envelope.accession, ALLIED_MOTION_ID, "--store", filled.address).exit_code == 0
    assert sorted(map(str, filled.read(THEIRS).rows)) == theirs
    assert filled.read("MATCH (f:Filing) WHERE f.theirs IS NULL RETURN count(f)").rows == [(0,)]


def test_an_answer_from_facts_that_are_not_up_to_date_says_so(run: Run, filled: Store) -> None:
    asked = (
        ["ask", "insiders/stale", "-p", "days=1", "-p", "on=2026-01-01", "--json"],
        ["find", "maida", "--json"],
        ["cypher", "RETURN 1 AS one"],
    )
    for command in asked:
        assert run(*command, "--store", filled.address).stderr == ""
    filled.write("MATCH (p:Party {id: $id}) SET p.stale = true", id=ALLIED_MOTION.issuer.cik)
    for command in asked:
        result = run(*command, "--store", filled.address)
        assert result.exit_code == 0
        assert result.stderr.startswith("1 party waits for derived facts, as a load was cut off or is still running: ")
        assert result.stderr.endswith("The next `graphload load` finishes it.\n")
    derive(filled)
    assert run("find", "maida", "--json", "--store", filled.address).stderr == ""
