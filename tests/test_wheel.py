import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from graphload import __version__
from tests.servers import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.thorough]


@pytest.fixture(scope="module")
def graphload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from a wheel in an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT], check=True)
    venv.create(folder / "venv", with_pip=True)
    wheel = next(folder.glob("*.whl"))
    subprocess.run([folder / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return folder / "venv" / "bin" / "graphload"


def run(command: Path, *arguments: str, folder: Path) -> str:
    ours = ("GRAPHLOAD_", "NEO4J_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.check_output([command, *arguments], cwd=folder, env=environment, text=True)


def test_it_says_its_version(graphload: Path, tmp_path: Path) -> None:
    assert __version__ in run(graphload, "--version", folder=tmp_path)


def test_the_demo_runs_where_there_is_no_checkout(graphload: Path, tmp_path: Path) -> None:
    assert run(graphload, "demo", folder=tmp_path)


def test_packs_and_examples_come_along(graphload: Path) -> None:
    package = next(graphload.parents[1].glob("lib/python*/site-packages/graphload"))
    for shipped, source in (("_cypher", "cypher"), ("_examples/filings", "examples/filings")):
        assert files(package / shipped) == files(ROOT / source)


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found
    return found
