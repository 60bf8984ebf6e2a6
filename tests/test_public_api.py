"""What `import graphload` gives, and that it keeps giving it."""

import doctest
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import graphload
from tests import edgar_server
from tests.conftest import on_embedded
from tests.servers import ROOT

SIGNATURES = {
    "ask": ["store", "question", "params"],
    "check": ["paths", "say"],
    "export": ["paths", "to", "jobs", "watch"],
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
    "network": ["store", "params"],
    "open": ["address", "create", "query_timeout"],
    "picture": ["store", "who", "on", "owner", "most"],
    "questions": ["pack", "folder"],
    "read": ["path", "given"],
    "remove": ["store", "ids", "watch"],
    "status": ["store"],
    "verify": ["store", "watch"],
}
FUNCTIONS = [(name, getattr(graphload, name), parameters) for name, parameters in SIGNATURES.items()]
each_function = pytest.mark.parametrize(
    ("function", "parameters"), [each[1:] for each in FUNCTIONS], ids=[each[0] for each in FUNCTIONS]
)


@pytest.fixture(scope="module")
def edgar() -> Iterator[edgar_server.Edgar]:
    with edgar_server.edgar() as server:
        yield server


def test_these_names_and_no_others() -> None:
    assert sorted(graphload.__all__) == ["__version__", *sorted(SIGNATURES)]
    assert {*graphload.__all__} <= {*dir(graphload)}


@each_function
def test_a_function_takes_these_parameters(function: Callable[..., Any], parameters: list[str]) -> None:
    assert list(inspect.signature(function).parameters) == parameters


@on_embedded
@each_function
def test_the_example_of_a_function_runs(
    function: Callable[..., Any],
    parameters: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edgar: edgar_server.Edgar,
    address: str,
) -> None:
    del parameters
    (tmp_path / "example.graph").symlink_to(address)  # whose engine is up already
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDGAR_BASE", edgar.base)
    (example,) = doctest.DocTestFinder(recurse=False).find(function, function.__name__, globs={})
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
