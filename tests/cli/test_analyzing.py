"""`graphload analyze`, on each engine."""

import json

import networkx as nx
import pytest

from graphload.ask import question
from graphload.cli.analyzing import QUESTIONS, analyze
from tests.helpers import Run


@pytest.mark.usefixtures("world")
def test_the_best_connected_are_printed(run: Run) -> None:
    result = run("analyze", "central", "--projection", "issuers", "--json", "--limit", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    (row,) = json.loads(result.stdout)
    assert (row["id"], row["kind"], row["degree"]) == ("0009000003", "issuer", 3)


@pytest.mark.usefixtures("world")
def test_whom_a_name_meant_and_what_is_to_be_known_is_told(run: Run) -> None:
    result = run("analyze", "bridges", "BRWI", "Robert Maida", "--apart", "--csv")
    assert result.exit_code == 0
    assert result.stdout == "steps,path,ids,overlaps,filings\n"
    assert result.stderr.splitlines()[:3] == [
        "one 'BRWI': Brightwater Instruments, Inc. (0009000001), by ticker",
        "other 'Robert Maida': Maida Robert P (0009000161), by words of the name",
        "No path of at most 4 steps leads from one to the other.",
    ]


@pytest.mark.parametrize("shape", ["graphml", "gexf", "node-link"])
@pytest.mark.usefixtures("world")
def test_a_graph_is_printed_for_other_programs(run: Run, shape: str) -> None:
    result = run("analyze", "network", "--projection", "issuers", f"--{shape}")
    assert (result.exit_code, result.stderr) == (0, "")
    if shape == "graphml":
        assert {*nx.parse_graphml(result.stdout)} == {"0009000001", "0009000002", "0009000003", "0009000004"}
    assert result.stdout.startswith("{" if shape == "node-link" else "<g")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["bridges", "Gannet Street", "BRWI"], "may mean Gannet Street GP LLC (0009000032)"),
        (["bridges", "BRWI", "9000001"], "both ends of a bridge are Brightwater Instruments, Inc. (0009000001)"),
        (["network", "--projection", "persons"], "there is no projection 'persons'"),
        (["network", "--projection", "persons", "--gexf"], "there is no projection 'persons'"),
        (["central", "--since", "yesterday"], "parameter since takes a date like 2024-01-31, not 'yesterday'"),
        (["central", "--hub", "x"], "'x' is not a valid integer"),
    ],
)
@pytest.mark.usefixtures("world")
def test_a_wrong_request_is_told(run: Run, given: list[str], said: str) -> None:
    result = run("analyze", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_help_explains_every_option_and_column(run: Run, name: str) -> None:
    page = run("analyze", name, "--help").stdout
    asked = question(QUESTIONS[name])
    assert [each.name for each in asked.params if f"--{each.name}" not in page and each.name.upper() not in page] == []
    assert [column.name for column in asked.columns if f"\n  {column.name} " not in page] == []
    assert f"$ graphload analyze {name}" in page
    assert analyze.commands[name].help == f"{asked.title}\n\n{asked.prose}"
