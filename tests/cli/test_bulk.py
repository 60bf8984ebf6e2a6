"""`export` and `import` on the command line."""

from pathlib import Path

import pytest

from graphload import extras
from graphload.store import open_store
from tests.helpers import Run


@pytest.fixture
def graph(run: Run, filings: Path, tmp_path: Path) -> Path:
    """An export of the filings."""
    assert run("export", filings, "--to", tmp_path / "graph").exit_code == 0
    return tmp_path / "graph"


@pytest.mark.slow
def test_a_store_is_made_of_an_export(run: Run, graph: Path, tmp_path: Path) -> None:
    first, second = (run("import", graph, "--store", tmp_path / "new.graph") for _ in range(2))
    assert (first.exit_code, first.stdout, first.stderr) == (0, "", "Imported 3 filings.\n")
    assert (second.exit_code, second.stdout) == (1, "")
    assert "is there already" in second.stderr
    with open_store(str(tmp_path / "new.graph")) as store:
        assert store.read("MATCH (f:Filing) RETURN count(f)").rows == [(3,)]


def test_an_export_tells_what_it_sets_aside(run: Run, filings: Path, tmp_path: Path) -> None:
    (filings / "0-broken.xml").write_text("<ownershipDocument>\n<documentType>99</documentType></ownershipDocument>")
    result = run("export", filings, "--to", tmp_path / "graph")
    line, report, *next_steps = result.stderr.splitlines()
    assert (result.exit_code, len(next_steps)) == (3, 2)
    assert next_steps[1].startswith("Fill a store with it: graphload import ")
    assert line.startswith(f"{filings / '0-broken.xml'}: line 2: documentType: not one of ")
    assert report.startswith("Exported 3, replaced 0, left 0 unchanged, passed over 0, set aside 1, in ")


def test_the_second_export_into_a_folder_says_that_there_is_one(run: Run, filings: Path, graph: Path) -> None:
    result = run("export", filings, "--to", graph)
    said = f"graphload: {graph} holds a complete export: give another folder, or remove it\n"
    assert (result.exit_code, result.stderr) == (1, said)


def test_the_commands_for_a_server_are_printed(run: Run, graph: Path) -> None:
    result = run("import", graph, "--store", "neo4j://localhost")
    here, docker = (line for line in result.stdout.splitlines() if "neo4j-admin" in line)
    assert here.startswith(f"neo4j-admin database import full --nodes={graph}/csv/Party.csv ")
    assert here.endswith(" neo4j")
    assert f"--volume {graph}/csv:/import:ro" in docker and "--nodes=/import/Party.csv" in docker
    assert result.stdout.splitlines()[-1] == f"graphload import {graph} --finish --store neo4j://localhost"


def test_a_server_that_fails_is_told(run: Run, graph: Path, tmp_path: Path) -> None:
    absent = run("import", graph, "--neo4j-home", tmp_path / "none")
    assert (absent.exit_code, "No such file" in absent.stderr) == (1, True)
    admin = tmp_path / "home" / "bin" / "neo4j-admin"
    admin.parent.mkdir(parents=True)
    admin.write_text("#!/bin/sh\nexit 4\n", "utf-8")
    admin.chmod(0o755)
    failed = run("import", graph, "--neo4j-home", tmp_path / "home")
    assert (failed.exit_code, "ended with exit code 4" in failed.stderr) == (1, True)


def test_the_constraints_of_a_store_are_made_after_its_import(run: Run, graph: Path, address: str) -> None:
    result = run("import", graph, "--finish", "--store", address)
    assert (result.exit_code, result.stderr) == (0, "Constraints and indexes are there.\n")


def test_without_pyarrow_it_is_told_how_to_get_it(
    run: Run, filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    result = run("export", filings, "--to", tmp_path / "graph")
    assert result.exit_code == 2
    assert "pip install 'graphload[bulk]'" in result.stderr
