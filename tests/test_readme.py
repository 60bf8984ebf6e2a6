"""README.md: what is generated in it is up to date, and what it tells people to type works.

`python -m tests.test_readme` brings the generated blocks up to date.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
import pytest

from graphload.ask import Param, questions
from graphload.cli import COMMANDS, main
from graphload.schema import render
from graphload.store.engine import attach
from tests import edgar_server
from tests.servers import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- (graphload [^>]+) -->\n).*?(<!-- end -->)", re.DOTALL)
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
OURS = re.compile(r"\b(?:EDGAR|GRAPHLOAD|NEO4J)_[A-Z]+(?:_[A-Z]+)*\b")


def commands() -> str:
    """Return the help of every command, and of the commands of a group."""
    context = click.Context(main, info_name="graphload", terminal_width=100)
    return "\n".join(f"### {name}\n\n```text\n{page}\n```\n" for name, page in pages(main, context, COMMANDS))


def pages(
    group: click.Group, above: click.Context, names: Iterable[str], before: str = ""
) -> Iterator[tuple[str, str]]:
    for name in names:
        command = group.get_command(above, name)
        assert command is not None
        context = click.Context(command, above, name, terminal_width=100)
        yield before + name, command.get_help(context)
        if isinstance(command, click.Group):
            yield from pages(command, context, command.commands, f"{before}{name} ")


def packs() -> str:
    """Return a table of every question with its parameters."""
    lines = ["| question | what it answers | parameters |", "|---|---|---|"]
    for each in questions():
        parameters = ", ".join(map(parameter, each.params))
        lines.append(f"| `{each.name}` | {each.title} | {parameters} |")
    return "\n".join(lines) + "\n"


def parameter(param: Param) -> str:
    default = "" if param.required or param.default is None else f" = {str(param.default).lower()}"
    return f"`{param.name}`{default}" if param.required or default else f"[`{param.name}`]"


BLOCKS: dict[str, Callable[[], str]] = {
    "graphload schema --mermaid": lambda: f"```mermaid\n{render.mermaid()}```\n",
    "graphload schema --markdown": render.markdown,
    "graphload COMMAND --help": commands,
    "graphload queries": packs,
}


def rendered(text: str) -> str:
    """Return the text with every block as it should be."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{BLOCKS[found[2]]()}\n{found[3]}", text)


def fences(*kinds: str) -> Iterator[str]:
    text = BLOCK.sub("", README.read_text("utf-8"))
    return (found[2] for found in FENCE.finditer(text) if found[1] in kinds)


def typed() -> Iterator[tuple[str, str]]:
    """Yield the commands of the consoles, each after the exports before it, with what it prints."""
    exports = ""
    for fence in fences("console"):
        for command, output in re.findall(r"^\$ (.+\n(?: {4}.+\n)*)((?:(?!\$ ).*\n)*)", fence, re.MULTILINE):
            if command.startswith("export "):
                exports += command
            else:
                yield exports + command, output


CONSOLE = [*typed()]


def test_every_block_is_there() -> None:
    assert {found[2] for found in BLOCK.finditer(README.read_text("utf-8"))} == set(BLOCKS)


def test_generated_blocks_are_up_to_date() -> None:
    text = README.read_text("utf-8")
    assert text == rendered(text), "`make docs` brings README.md up to date"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder like a checkout, with a command `graphload`; EDGAR and engines that several commands use are kept up."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "bin").mkdir()
    command = folder / "bin" / "graphload"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m graphload "$@"\n', "utf-8")
    command.chmod(0o755)
    with (
        attach(folder / "demo.graph", create=True),
        attach(folder / "insiders.graph", create=True),
        edgar_server.edgar() as edgar,
        pytest.MonkeyPatch.context() as patch,
    ):
        for name in [name for name in os.environ if OURS.fullmatch(name)]:
            patch.delenv(name)
        patch.setenv("EDGAR_BASE", edgar.base)
        yield folder


def variables(place: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return inherited | {"PYTHONPATH": str(ROOT), "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("command", "output"), CONSOLE, ids=[command.strip() for command, _ in CONSOLE])
def test_what_is_typed_works_and_prints_what_is_shown(place: Path, command: str, output: str) -> None:
    ran = subprocess.run(
        command, shell=True, cwd=place, env=variables(place), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert not output or lines(ran.stdout) == lines(output)


@pytest.mark.parametrize("code", [*fences("python")])
def test_python_works(place: Path, code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=place, env=variables(place), check=True)


@pytest.mark.parametrize("query", [*fences("cypher")])
def test_cypher_finds_something(place: Path, query: str) -> None:
    command = ["graphload", "cypher", query, "--jsonl", "--store", "insiders.graph"]
    assert subprocess.check_output(command, cwd=place, env=variables(place))


@pytest.mark.parametrize("line", [line for fence in fences("sh") for line in fence.splitlines()])
def test_what_is_not_run_names_what_there_is(line: str) -> None:
    """Blocks that need Docker, make or pip: files, targets, commands and options exist."""
    words = shlex.split(line, comments=True)
    for word in words:
        assert not re.fullmatch(r"[\w-]+\.(yml|toml)", word) or (ROOT / word).is_file()
    if words[:1] == ["make"]:
        assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    if words[:1] == ["graphload"]:
        command = main.get_command(click.Context(main), words[1])
        assert command is not None
        command.make_context(words[1], words[2:])


def test_every_variable_is_explained() -> None:
    read = {name for file in (ROOT / "graphload").rglob("*.py") for name in OURS.findall(file.read_text("utf-8"))}
    explained = re.findall(r"^\| `(\w+)` \|", README.read_text("utf-8"), re.MULTILINE)
    assert sorted(name for name in explained if OURS.fullmatch(name)) == sorted(read)


if __name__ == "__main__":
    README.write_text(rendered(README.read_text("utf-8")), "utf-8")
