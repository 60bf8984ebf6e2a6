"""The benches run, on few filings and without a look at the numbers; and what they compare does the same work."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import networkx as nx
import pytest
from click.testing import CliRunner

import bench.big
import bench.bulk
import bench.parse
import bench.query
import bench.questions
import bench.readers
import bench.whole
import bench.write
from bench import attack, boards
from bench.__main__ import BENCHES, main
from bench.arena import FailedError
from bench.attacks import ALONE, ATTACKS
from bench.baseline import put
from bench.generate import AGENT, filings, write_files
from bench.ratios import Ratio
from examples.world import FILINGS
from graphload.analyze.projections import people
from graphload.ask import questions
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.map.mapping import rows
from graphload.read import read
from graphload.schema.statements import STANDING
from graphload.store import Store
from tests.conftest import Engine

NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
EDGES = "MATCH (a)-[e]->(b) RETURN a.id AS start, type(e) AS type, b.id AS end, properties(e) AS properties"


@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("name", [name for name in BENCHES if name != "peers" or find_spec("edgar")])
def test_every_bench_measures_and_tells_its_goal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (bench.write, bench.query, bench.questions):
        monkeypatch.setattr(module, "NAMES", ["embedded"])
    if hasattr(import_module(f"bench.{name}"), "TURNS"):
        monkeypatch.setattr(f"bench.{name}.TURNS", 2)
    monkeypatch.setattr(bench.parse, "GENERATED", 20)
    monkeypatch.setattr(bench.big, "SHAPES", bench.big.SHAPES[:1])
    monkeypatch.setattr(bench.bulk, "SERVERS", [])
    few = questions("insiders")
    monkeypatch.setattr(bench.questions, "questions", lambda: few)
    ran = CliRunner().invoke(main, [name, "--filings", "50"], catch_exceptions=False)
    assert ran.exit_code == 0
    lines = [line for line in ran.stdout.splitlines() if line.endswith(("held", "MISSED"))]
    assert lines and all(line.startswith(f"{name}: ") for line in lines)
    for line in lines:
        *numbers, verdict = line[60:].split()
        middle, least, most, goal = map(float, numbers)
        assert goal > 0 and least <= middle <= most, line
        assert least >= 0 or "exponent" in line, line  # which may be below zero where filings are so few
        assert verdict == ("held" if middle <= goal else "MISSED"), line


def test_the_questions_about_a_large_set_have_the_parameters_that_they_need() -> None:
    found = {question.name: question.params for question in questions()}
    assert len(bench.whole.QUESTIONS) == 20
    for name, given in bench.whole.QUESTIONS.items():
        needed = {param.name for param in found[name] if param.required}
        assert needed <= given.keys() <= {param.name for param in found[name]}, name


def test_a_ratio_is_judged_by_its_median() -> None:
    assert str(Ratio("a", 1.5, (1.0, 1.5, 9.0))).endswith("held")
    assert str(Ratio("a", 1.5, (1.0, 1.6, 1.6))).endswith("MISSED")


@pytest.mark.parametrize("shape", [{}, {"long": True}, {"connected": True}])
def test_generated_filings_are_always_the_same_and_are_read_back(tmp_path: Path, shape: dict[str, bool]) -> None:
    write_files(tmp_path, filings(300, **shape))
    made = {filing.envelope.accession: filing for filing in filings(300, **shape)}
    found = [document for document in documents([str(tmp_path)]) if isinstance(document, Document)]
    assert len(found) == len(made) == 300
    for document in found:
        reading = read(Document(document.content, Path(document.origin).name, document.envelope))
        assert not reading.unread
        same = made[reading.filing.envelope.accession]
        unknown = replace(same.envelope, filed_on=None, filed_on_basis=None)  # ownership XML does not say it
        assert reading.filing == replace(same, envelope=unknown)


def test_connected_filings_are_of_those_who_sit_there() -> None:
    made = [*filings(2000, connected=True)]
    seats = {(seat.owner, seat.issuer) for seat in boards.seats(8 * 300, 300)}
    filed = {
        (int(str(owner.cik)) - 2_000_000, int(str(each.issuer.cik)) - 1_000_000)
        for each in made
        for owner in each.owners
    }
    assert filed <= seats
    assert 40 < sum(each.issuer.cik == "0001000000" for each in made) < 120
    assert sum(owner.cik == "0002000000" for each in made for owner in each.owners) >= 10
    assert max(len(each.owners) for each in made) == 10
    assert 20 < sum(each.form.amendment for each in made) < 60
    issuers = Counter(owner for owner, _ in filed)
    assert any(boards.is_fund(owner) and count > 20 for owner, count in issuers.items())
    assert sum(not boards.is_fund(owner) and count > 1 for owner, count in issuers.items()) > 100
    assert len({each.issuer.cik for each in made if str(each.envelope.accession).startswith(AGENT)}) > 50
    assert sum("Grace Hobart" in str(each.signatures[0].text) for each in made) > 200


def test_a_generated_network_hangs_together_and_has_boards_funds_and_hubs() -> None:
    made = boards.network(4000, 480)
    assert made == boards.network(4000, 480)
    graph = people(made, hub=20, organizations=True)
    assert len(max(nx.connected_components(graph), key=len)) > 0.9 * len(graph)
    assert sum(held["kind"] == "organization" for _, held in graph.nodes(data=True)) == 8
    assert len(graph.graph["hubs"]) == 2
    assert 1.2 < len(made.links) / 4000 < 2


def test_every_place_gives_the_same_filings(tmp_path: Path) -> None:
    bench.readers.put(FILINGS, tmp_path)
    told = sorted(str(filing.envelope.accession) for filing in FILINGS)
    for place in {name for pair in bench.readers.PLACES for name in pair[:2]}:
        found = bench.readers.read_all(tmp_path / place)
        assert sorted(str(filing.envelope.accession) for filing in found) == told


def test_the_loader_written_by_hand_makes_the_same_graph(engine: Engine, store: Store) -> None:
    batch = [rows(filing) for filing in filings(100)]
    store.prepare()
    put(engine.driver, engine.database, batch)
    by_hand = sorted(_all(store))
    engine.empty()
    store.replace(batch)
    assert sorted(_all(store)) == by_hand


def _all(store: Store) -> Iterator[str]:
    """Yield every node and edge that filings bring, less what derived facts begin with: marks, and roles of parties."""
    for row in (*store.read(NODES).dicts(), *store.read(EDGES).dicts()):
        properties = row.pop("properties")
        if {*row.get("labels", ())} & {*STANDING}:
            continue
        if "Party" in row.get("labels", ()):
            row["labels"] = ["Party"]
        for name in ("stale", "pending"):
            properties.pop(name, None)
        yield repr((row, sorted(properties.items())))


@pytest.mark.slow
def test_attacks_are_told_in_a_table_and_one_that_succeeds_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def success(_: object) -> NoReturn:
        raise FailedError("it fell")

    asked = ["--engine", "embedded", "--times", "1", "odd-arguments"]
    held = CliRunner().invoke(attack.main, asked, catch_exceptions=False)
    assert (held.exit_code, held.stdout.split()[:3]) == (0, ["embedded", "odd-arguments", "held"])
    monkeypatch.setitem(ATTACKS, "odd-arguments", success)
    fallen = CliRunner().invoke(attack.main, asked, catch_exceptions=False)
    assert (fallen.exit_code, fallen.stdout.split()[2]) == (1, "FAILED")
    assert "it fell" in fallen.stdout


def test_every_attack_says_what_it_tries() -> None:
    assert [name for name, tried in ATTACKS.items() if not tried.__doc__] == []
    assert {*ATTACKS} > ALONE
