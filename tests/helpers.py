"""What tests of many kinds do."""

import os
from collections.abc import Mapping, Sequence

from click.testing import CliRunner

from graphload.cli import main
from tests.servers import ROOT


def told(words: Sequence[str], env: Mapping[str, str] | None = None) -> str:
    """Return what a command of graphload prints. It runs in this process, which is quicker than in one of its own."""
    ran = CliRunner().invoke(main, [*words], env=env, catch_exceptions=False, prog_name="graphload")
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def environment(*left_out: str) -> dict[str, str]:
    """Return the variables of a process that runs this checkout, less those that begin with one of these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"PYTHONPATH": str(ROOT)}
