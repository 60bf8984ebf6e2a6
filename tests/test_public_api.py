"""What `import graphload` gives, and that it keeps giving it."""

import doctest
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import graphload
from tests.servers import ROOT

SIGNATURES = {
    "ask": ["store", "question", "params"],
    "check": ["paths", "say"],
    "export": ["paths", "to", "jobs", "watch"],
    "find": ["store", "text"],
    "load": ["store", "paths", "jobs", "strict", "given", "watch"],
    "open": ["address", "create", "query_timeout"],
    "questions": ["pack", "folder"],
    "remove": ["store", "ids"],
    "status": ["store"],
    "verify": ["store"],
}


def test_these_names_and_no_others() -> None:
    assert sorted(graphload.__all__) == ["__version__", *SIGNATURES]
    assert {*graphload.__all__} <= {*dir(graphload)}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_function_takes_these_parameters(name: str) -> None:
    assert list(inspect.signature(getattr(graphload, name)).parameters) == SIGNATURES[name]


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_example_of_a_function_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
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
