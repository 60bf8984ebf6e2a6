"""What `import graphload` gives, and that it keeps giving it."""

import doctest
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphload
from tests import edgar_server
from tests.servers import ROOT

SIGNATURES = {
    "ask": ["store", "question", "params"],
    "check": ["paths", "say"],
    "fetch": [
        "folder",
        "ciks",
        "tickers",
        "quarters",
        "days",
        "datasets",
        "forms",
        "since",
        "until",
        "user_agent",
        "rate",
        "say",
    ],
    "find": ["store", "text"],
    "load": ["store", "paths", "jobs", "strict", "given", "watch"],
    "open": ["address", "create", "query_timeout"],
    "questions": ["pack", "folder"],
    "read": ["path", "given"],
    "remove": ["store", "ids"],
    "status": ["store"],
    "verify": ["store"],
}


@pytest.fixture(scope="module")
def edgar() -> Iterator[edgar_server.Edgar]:
    with edgar_server.edgar() as server:
        yield server


def test_these_names_and_no_others() -> None:
    assert sorted(graphload.__all__) == ["__version__", *SIGNATURES]
    assert {*graphload.__all__} <= {*dir(graphload)}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_function_takes_these_parameters(name: str) -> None:
    assert list(inspect.signature(getattr(graphload, name)).parameters) == SIGNATURES[name]


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_example_of_a_function_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edgar: edgar_server.Edgar
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDGAR_BASE", edgar.base)
    function = getattr(graphload, name)
    (example,) = doctest.DocTestFinder(recurse=False).find(function, name, globs={})
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        graphload.opne  # noqa: B018


@pytest.mark.parametrize("before", ["", "load.report", "ask.packs", "check.verifying"])
def test_functions_are_not_hidden_by_the_folders_of_their_name(before: str) -> None:
    given = f"import graphload{before and '.'}{before}"
    code = f"{given}\nassert all(callable(getattr(graphload, name)) for name in {[*SIGNATURES]})"
    subprocess.run([sys.executable, "-c", code], check=True)
