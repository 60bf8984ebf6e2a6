"""What holds of every command."""

import re
import shlex
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from subprocess import Popen

import click
import pytest
from click.testing import CliRunner

from graphload import __version__
from graphload.cli import COMMANDS, Commands, main
from graphload.load import export, load
from graphload.store import open_store
from graphload.store.engine import attach
from tests import edgar_server
from tests.helpers import Run, Start, environment, told, unset
from tests.servers import ROOT

CONTEXT = click.Context(main)
SERVED = re.compile("explore (serve|browser$)|serve")  # until Ctrl-C


def command(name: str) -> click.Command:
    first, *below = name.split()
    found = main.get_command(CONTEXT, first)
    for each in below:
        assert isinstance(found, click.Group)
        found = found.get_command(CONTEXT, each)
    assert found is not None
    return found


def with_commands_below(name: str) -> list[str]:
    found = command(name)
    return [name, *(f"{name} {each}" for each in found.commands)] if isinstance(found, click.Group) else [name]


ALL = [each for name in COMMANDS for each in with_commands_below(name)]


def examples(name: str) -> list[str]:
    whole = command(name)
    parts = [whole, *(whole.commands.values() if isinstance(whole, click.Group) else ())]
    return [each for part in parts for each in re.findall(r"^  \$ graphload (.+)$", part.epilog or "", re.MULTILINE)]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_the_first_sentence_of_its_help(name: str) -> None:
    help = command(name).help or ""
    assert " ".join(help.split("\n\n")[0].split()) == COMMANDS[name][1]
    assert len(help.split("\n\n")) > 1, "details are missing"


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained(name: str) -> None:
    options = [param for param in command(name).params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder as the examples in the help find it: filings, and stores that hold them; EDGAR is on this machine."""
    folder = tmp_path_factory.mktemp("examples")
    copytree(ROOT / "examples" / "filings", folder / "filings")
    file = folder / "filings" / "form4.xml"
    file.write_bytes((folder / "filings" / "0001046568-22-000002" / "ownership.xml").read_bytes())
    (folder / "list-of-files.txt").write_text("filings/form4.xml\n", "utf-8")
    admin = folder / "neo4j-community-2026.08.1" / "bin" / "neo4j-admin"
    admin.parent.mkdir(parents=True)
    admin.write_text("#!/bin/sh\n", "utf-8")
    admin.chmod(0o755)
    (folder / "list-of-accession-numbers.txt").write_text("0009000006-21-000011\n", "utf-8")
    (folder / "questions.txt").write_text("ownership/stake Robert Maida\nRETURN 1 AS one\n", "utf-8")
    with (
        attach(folder / "graphload.graph", create=True),
        attach(folder / "insiders.graph", create=True),
        edgar_server.edgar() as edgar,
        pytest.MonkeyPatch.context() as patch,
    ):
        unset(patch)
        patch.setenv("EDGAR_BASE", edgar.base)
        patch.setenv("EDGAR_IDENTITY", "Jane Doe jane@example.com")
        for name in ("graphload.graph", "insiders.graph"):
            with open_store(str(folder / name)) as store:
                load(store, folder / "filings")
        yield folder


@pytest.mark.slow
@pytest.mark.parametrize("example", dict.fromkeys(each for name in ALL for each in examples(name)))
def test_the_examples_in_the_help_run(place: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    monkeypatch.chdir(place)
    if example.startswith("import ") and not (place / "graph").exists():
        export(place / "filings", place / "graph")
    if SERVED.match(example) or re.search("[<>]|^mcp", example):
        in_a_shell(example)
    else:
        told(shlex.split(example))


def in_a_shell(example: str) -> None:
    called = f"exec {shlex.quote(sys.executable)} -m graphload {example}"
    with Popen(called, shell=True, env=environment(), text=True, stdout=-1, stderr=-1) as child:
        assert child.stdout and child.stderr
        served = SERVED.match(example)
        if served:
            said = ("The engine of ", "Files for Neo4j Browser ", "Open http://127.0.0.1:")
            assert child.stdout.readline().startswith(said)
            child.send_signal(signal.SIGTERM)
        _, err = child.communicate(timeout=120)
    assert child.returncode == (130 if served else 0), err


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_examples_of_its_own(name: str) -> None:
    assert examples(name)
    assert all(f"{example} ".startswith(f"{name} ") for example in examples(name))


@pytest.mark.parametrize("name", ["", *ALL])
def test_help_is_short_to_type(run: Run, name: str) -> None:
    assert run(*name.split(), "-h").stdout == run(*name.split(), "--help").stdout != ""


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"graphload {__version__}\n"


def test_the_nearest_command_is_suggested(run: Run) -> None:
    result = run("laod", "filings/")
    assert result.exit_code == 2
    assert "there is no command 'laod': did you mean load?" in result.stderr


def test_the_nearest_option_is_suggested(run: Run) -> None:
    result = run("load", "filings/", "--sore", "x")
    assert result.exit_code == 2
    assert "--store" in result.stderr


def test_an_error_of_ours_is_one_line(run: Run, tmp_path: Path) -> None:
    result = run("status", "--store", tmp_path / "none.graph")
    said = (
        f"graphload: there is no store at {tmp_path / 'none.graph'}: load filings into it, or name another with "
        "--store or GRAPHLOAD_STORE\n"
    )
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", said)


class Faulty(Commands):
    """The commands, each of them with a fault."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return click.Command(cmd_name, callback=lambda: int("many"))


def test_an_internal_error_asks_for_a_report_with_the_lines_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHLOAD_DEBUG", raising=False)
    result = CliRunner().invoke(Faulty("graphload"), ["status"], catch_exceptions=False)
    assert result.exit_code == 1
    first, *below = result.stderr.splitlines()
    assert first == "graphload: internal error in graphload; please report it with the lines below"
    assert below[-1] == "ValueError: invalid literal for int() with base 10: 'many'"


def test_an_error_of_ours_shows_where_it_is_if_asked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHLOAD_DEBUG", "1")
    result = run("status", "--store", tmp_path / "none.graph")
    assert result.exit_code == 1
    assert "Traceback" in result.stderr


def test_nobody_listens_any_more(start: Start) -> None:
    child = start("schema")
    assert child.stdout and child.stderr
    child.stdout.close()
    assert (child.stderr.read(), child.wait(30)) == ("", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told(start: Start) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        child = start("schema", stdout=full)
    assert child.stderr
    assert (child.stderr.read(), child.wait(30)) == ("graphload: No space left on device\n", 1)


@pytest.mark.parametrize(("shell", "at"), [("bash", "1"), ("zsh", "1"), ("fish", "sta")])
def test_shells_complete_commands(start: Start, monkeypatch: pytest.MonkeyPatch, shell: str, at: str) -> None:
    asked = {"_GRAPHLOAD_COMPLETE": f"{shell}_complete", "COMP_WORDS": "graphload sta", "COMP_CWORD": at}
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    child = start()
    assert child.stdout
    assert "status" in child.stdout.read()
