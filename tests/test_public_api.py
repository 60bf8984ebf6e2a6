"""What `import graphload` gives, and that it keeps giving it."""

import inspect
import subprocess
import sys

import pytest

import graphload

SIGNATURES = {
    "ask": ["store", "question", "params"],
    "load": ["store", "paths", "jobs", "strict", "given", "watch"],
    "open": ["address", "create", "query_timeout"],
}


def test_these_names_and_no_others() -> None:
    assert sorted(graphload.__all__) == ["__version__", *SIGNATURES]
    assert {*graphload.__all__} <= {*dir(graphload)}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_function_takes_these_parameters(name: str) -> None:
    assert list(inspect.signature(getattr(graphload, name)).parameters) == SIGNATURES[name]


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        graphload.opne  # noqa: B018


@pytest.mark.parametrize("before", ["", "import graphload.load.report", "import graphload.ask.packs"])
def test_functions_are_not_hidden_by_the_folders_of_their_name(before: str) -> None:
    code = f"{before}\nimport graphload\nassert callable(graphload.load) and callable(graphload.ask)"
    subprocess.run([sys.executable, "-c", code], check=True)
