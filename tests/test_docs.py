"""README.md and docs/: what they tell people to type works, and prints what they show.

A page is one session: its commands run in order, in one folder with the store of `graphload demo`, and an `export`
holds until the end of the page. In what is shown `…` stands for anything.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphload import __version__, errors
from graphload.ask.header import parse
from graphload.cli import main
from graphload.load import load
from graphload.store import open_store
from graphload.store.engine import attach
from tests import edgar_server
from tests.docs.pages import DOCS, NOTE
from tests.helpers import told, unset
from tests.servers import ROOT

OURS = re.compile(r"\b(?:EDGAR|GRAPHLOAD|NEO4J)_[A-Z]+(?:_[A-Z]+)*\b")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
# exports, then one command of graphload without redirection
PLAIN = re.compile(r"(?:export .+\n)*graphload [^|<>]+(?:\n {4}.+)*\n")
LONGEST = 150  # lines of README.md
OTHERS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
WRITTEN = [*OTHERS, *(page for page in sorted(DOCS.rglob("*.md")) if not page.read_text("utf-8").startswith(NOTE))]
QUESTION = Path("packs", "mine", "biggest.cypher")


def fences(*kinds: str) -> Iterator[tuple[Path, str]]:
    """Yield the blocks of some kinds, each with its page."""
    for page in WRITTEN:
        yield from ((page, found[2]) for found in FENCE.finditer(page.read_text("utf-8")) if found[1] in kinds)


def named(pair: tuple[Path, str]) -> str:
    return f"{pair[0].relative_to(ROOT)}: {pair[1].strip()[:80]}"


def typed() -> Iterator[tuple[Path, str, str]]:
    """Yield the commands of the consoles, each after the exports above it on its page, with what it prints."""
    exports: dict[Path, str] = {}
    for page, fence in fences("console"):
        for command, output in re.findall(r"^\$ (.+\n(?: {4}.+\n)*)((?:(?!\$ ).*\n)*)", fence, re.MULTILINE):
            if command.startswith("export "):
                exports[page] = exports.get(page, "") + command
            else:
                yield page, exports.get(page, "") + command, output


CONSOLE = [*typed()]
CYPHER = [*fences("cypher")]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a command `graphload`, the examples, a store that is kept up, and EDGAR."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "examples").symlink_to(ROOT / "examples")
    shutil.copytree(ROOT / "examples" / "filings" / "0001046568-22-000002", folder / "filings" / "0001046568-22-000002")
    (folder / "bin").mkdir()
    command = folder / "bin" / "graphload"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m graphload "$@"\n', "utf-8")
    command.chmod(0o755)
    (folder / QUESTION).parent.mkdir(parents=True)
    (folder / QUESTION).write_text(next(code for _, code in CYPHER if code.startswith("//")), "utf-8")
    with (
        attach(folder / "demo.graph", create=True),
        edgar_server.edgar() as edgar,
        pytest.MonkeyPatch.context() as patch,
    ):
        unset(patch)
        patch.delenv("COLUMNS", raising=False)
        patch.setenv("EDGAR_BASE", edgar.base)
        patch.setenv("GRAPHLOAD_STORE", "demo.graph")
        with open_store(str(folder / "demo.graph")) as store:
            load(store, [str(ROOT / "examples" / "filings")])
        yield folder


def variables(place: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def alike(line: str, shown: str) -> bool:
    return re.fullmatch(re.escape(shown).replace("…", ".*"), line) is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "output"), [each[1:] for each in CONSOLE], ids=[named((page, what)) for page, what, _ in CONSOLE]
)
def test_what_is_typed_works_and_prints_what_is_shown(
    place: Path, monkeypatch: pytest.MonkeyPatch, command: str, output: str
) -> None:
    monkeypatch.chdir(place)
    printed = in_this_process(command) if PLAIN.fullmatch(command) else in_a_shell(command, variables(place))
    if output:
        assert len(lines(printed)) == len(lines(output)), printed
        assert [pair for pair in zip(lines(printed), lines(output), strict=True) if not alike(*pair)] == []


def in_this_process(command: str) -> str:
    *exports, words = [shlex.split(line) for line in command.replace("\n    ", " ").splitlines()]
    return told(words[1:], dict(each.split("=", 1) for _, *pairs in exports for each in pairs))


def in_a_shell(command: str, variables: dict[str, str]) -> str:
    ran = subprocess.run(command, shell=True, env=variables, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for _, code in fences("python")], ids=[named(each) for each in fences("python")])
def test_python_works(place: Path, code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=place, env=variables(place), check=True)


@pytest.mark.slow
@pytest.mark.parametrize("query", [code for _, code in CYPHER], ids=map(named, CYPHER))
def test_cypher_finds_something(place: Path, query: str) -> None:
    if query.startswith("//"):
        assert parse(query, "mine/biggest", str(QUESTION)).columns
        query = query.replace("$limit", "10").replace("$form", "null")
    assert subprocess.check_output(["graphload", "cypher", query, "--jsonl"], cwd=place, env=variables(place))


def parse_command(words: list[str]) -> None:
    """Raise click.UsageError unless there is such a command with such options.

    It is parsed below `graphload`, as a command keeps for ever what its first context says of `-h`.
    """
    above = main.make_context("graphload", [*words])
    name, command, arguments = main.resolve_command(above, [*words])
    assert command is not None
    command.make_context(name, arguments, parent=above)


@pytest.mark.parametrize("line", [line for _, fence in fences("sh") for line in fence.splitlines()])
def test_what_is_not_run_names_what_there_is(line: str) -> None:
    """Blocks that need Docker, make or pip: files, targets, extras, commands and options exist."""
    words = shlex.split(line, comments=True)
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    for word in words:
        assert not re.fullmatch(r"[\w-]+\.(yml|toml)", word) or (ROOT / word).is_file()
        assert all(re.search(rf"^{extra} = \[", project, re.MULTILINE) for extra in re.findall(r"\[(\w+)\]", word))
    if words[:1] == ["make"]:
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    if words[:1] == ["graphload"]:
        parse_command(words[1:])


@pytest.mark.parametrize("text", [text for _, text in fences("json")])
def test_a_configuration_names_a_command(text: str) -> None:
    for server in json.loads(text)["mcpServers"].values():
        parse_command(server["args"])


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_questions_that_are_named_exist(page: Path) -> None:
    packs = {path.name for path in (ROOT / "cypher").iterdir()}
    for pack, name in re.findall(r"`([a-z][a-z-]+)/([a-z][a-z0-9-]+)`", page.read_text("utf-8")):
        assert pack not in packs or (ROOT / "cypher" / pack / f"{name}.cypher").is_file(), f"{pack}/{name}"


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= LONGEST


def test_the_citation_is_of_this_version() -> None:
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_every_exit_code_is_explained() -> None:
    page = (DOCS / "reference" / "exit-codes.md").read_text("utf-8")
    raised = (errors.GraphloadError.exit_code, errors.UsageError.exit_code)
    assert {*re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == {"0", "3", "130", *map(str, raised)}


def test_every_variable_is_explained() -> None:
    read = {name for file in (ROOT / "graphload").rglob("*.py") for name in OURS.findall(file.read_text("utf-8"))}
    page = (DOCS / "reference" / "variables.md").read_text("utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(name for name in explained if OURS.fullmatch(name)) == sorted(read)
