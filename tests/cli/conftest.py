"""The command line, called in this process and in others."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graphload.cli import main
from graphload.cli.progress import Lines
from tests.helpers import Run, Start, environment
from tests.servers import ROOT


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call a command in this process; an exception that reaches us fails the test. Lines of progress are left out."""
    monkeypatch.setattr(Lines, "every", float("inf"))

    def call(*arguments: object, given: str | None = None) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], given, catch_exceptions=False, prog_name="graphload")

    return call


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a command in a process of its own, its streams piped."""
    with ExitStack() as stack:

        def call(*arguments: object, **options: Any) -> subprocess.Popen[str]:
            command = [sys.executable, "-m", "graphload", *map(str, arguments)]
            streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
            variables = environment()
            child = stack.enter_context(
                subprocess.Popen(command, text=True, **({"env": variables} | streams | options))
            )
            stack.callback(child.kill)
            return child

        yield call


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with three filings, a file that is none, and a submission of another form."""
    folder = tmp_path / "filings"
    for source in sorted((ROOT / "examples" / "filings").iterdir())[:3]:
        (folder / source.name).mkdir(parents=True)
        for file in source.iterdir():
            (folder / source.name / file.name).write_bytes(file.read_bytes())
    return folder
