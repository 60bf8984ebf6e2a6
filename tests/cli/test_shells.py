"""What shells complete, and that they never hear of an error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from graphload.ask.question import Type
from graphload.cli import main, names
from graphload.store import Store
from graphload.store.folder import read_run
from tests.servers import ROOT

NAMES = """ALLIED MOTION TECHNOLOGIES INC\tIssuer,Party
AMOT\tIssuer,Party
Maida & Sons\tOrganization,Party
Maida Robert P\tParty,Person
Robert P Maida\tParty,Person
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a store of which only the names are there: whoever opens it fails."""
    monkeypatch.delenv("GRAPHLOAD_PACKS", raising=False)
    monkeypatch.delenv("_GRAPHLOAD_COMPLETE", raising=False)
    monkeypatch.setenv("GRAPHLOAD_STORE", str(tmp_path))
    (tmp_path / "names.tsv").write_text(NAMES, "utf-8")
    return tmp_path


def complete(line: str, incomplete: str) -> list[str]:
    words = line.split()
    return [item.value for item in ShellComplete(main, {}, "graphload", "").get_completions(words, incomplete)]


def test_questions_parameters_and_columns_are_completed(store: Path) -> None:
    assert complete("ask", "trades/o") == ["trades/officer-purchases"]
    assert complete("queries", "ownership/s") == ["ownership/stake"]
    assert complete("queries", "lat")[0] == "lateness"
    stake = ["person=", "issuer=", "on=", "knownBy=", "closed=", "asFiled="]
    assert complete("ask ownership/stake -p", "") == stake
    assert complete("ask ownership/stake x --columns", "issuer,sh") == ["issuer,shares"]
    assert complete(f"ask --packs {store}", "") == []
    assert complete("ask nothing -p", "") == []


@pytest.mark.parametrize(
    ("line", "incomplete", "found"),
    [
        ("ask ownership/stake", "rob", ["Robert P Maida"]),
        ("ask ownership/stake", "MAI", ["Maida & Sons", "Maida Robert P"]),
        ("ask ownership/stake", "am", []),
        ("ask ownership/stake robert p", "ma", ["Maida"]),
        ("ask insiders/roster", "am", ["AMOT"]),
        ("ask ownership/stake -p", "person=rob", ["person=Robert P Maida"]),
        ("ask ownership/stake -p", "issuer=al", ["issuer=ALLIED MOTION TECHNOLOGIES INC"]),
        ("ask ownership/stake -p", "on=2", []),
        # as bash parts it
        ("ask ownership/stake -p person =", "rob", ["Robert P Maida"]),
        ("ask short-swing/exposure", "rob", []),
        ("find", "a", ["ALLIED MOTION TECHNOLOGIES INC", "AMOT"]),
        ("explore html", "maida r", ["Maida Robert P"]),
        ("analyze bridges AMOT", "rob", ["Robert P Maida"]),
        ("find", "", []),
    ],
)
def test_names_are_completed(store: Path, line: str, incomplete: str, found: list[str]) -> None:
    assert complete(line, incomplete) == found
    assert complete(f"{line} --store {store / 'none'}", incomplete) == []


def test_names_are_as_they_are_typed(store: Path) -> None:
    (store / "names.tsv").write_text("BRWI\tIssuer\nBrightwater, Inc.\tIssuer\n", "utf-8")
    assert complete("find", "BR") == ["BRWI"]
    assert complete("find", "Br") == ["Brightwater, Inc."]
    # a shell would make `b` of `br`, which is all that the names have in common
    assert complete("find", "br") == ["brWI", "brightwater, Inc."]


def test_names_of_a_store_are_kept(world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    names.keep(world)
    people, issuers = ({*names.kept(world.address, type)} for type in (Type.PERSON, Type.ISSUER))
    assert {"Maida Robert P", "Robert P Maida"} <= people
    assert {"Brightwater Instruments, Inc.", "AMOT"} <= issuers
    assert "AMOT" not in people
    assert {*names.kept(world.address, Type.PARTY)} == people | issuers


def told(line: str, shell: str = "bash") -> tuple[str, str, int]:
    words = {"_GRAPHLOAD_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    ran = subprocess.run(
        [sys.executable, "-m", "graphload"],
        env=os.environ | words | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout, ran.stderr, ran.returncode


def test_bash_is_given_one_word(store: Path) -> None:
    # of two backslashes click's script for bash leaves one
    assert told("graphload find Mai")[0].splitlines() == [r"plain,Maida\\ \\&\\ Sons", r"plain,Maida\\ Robert\\ P"]
    assert told("graphload find 'Mai")[0].splitlines() == ["plain,Maida & Sons", "plain,Maida Robert P"]
    assert read_run(store) is None


@pytest.mark.usefixtures("store")
def test_fish_keeps_commas() -> None:
    words = os.environ | {"_GRAPHLOAD_COMPLETE": "fish_source", "PYTHONPATH": str(ROOT)}
    script = subprocess.run([sys.executable, "-m", "graphload"], env=words, capture_output=True, text=True, check=True)
    assert 'string split -m 1 "," $completion' in script.stdout


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "line",
    [
        "graphload ask nothing/here Mai",
        "graphload ask ownership/stake --packs none own",
        "graphload ask ownership/stake -p nobody=Mai",
        "graphload nothing Mai",
        "graphload ask ownership/stake --store neo4j://user@host Mai",
    ],
)
def test_an_error_is_kept_from_the_line_that_somebody_types(line: str) -> None:
    out, err, _ = told(line)
    assert (out.strip(), err) == ("", "")


def test_a_broken_file_of_names_completes_nothing(store: Path) -> None:
    (store / "names.tsv").write_bytes(b"\xff\xfe\x00 no tab\nMai\n\t\n")
    assert complete("find", "Mai") == []
    (store / "names.tsv").unlink()
    (store / "names.tsv").mkdir()
    assert complete("find", "Mai") == []
