"""The command that asks again and again without another start of the engine: `shell`."""

from __future__ import annotations

import os
import shlex
import sys

import click

from graphload.ask import packs
from graphload.cli import COMMANDS, options
from graphload.errors import UsageError
from graphload.store import open_store

_CYPHER = ("call", "match", "optional", "return", "show", "unwind", "with")
_OWN = ("shell", "serve", "mcp")  # commands that take the terminal
_HELP = f"""A line is a question with its parameters, a query in Cypher, or a command:

  ownership/stake Robert Maida
  trades/purchases value=500000 since=2024-01-01 --csv
  MATCH (i:Issuer) RETURN i.name AS name ORDER BY name
  find thistlewood

Tab completes questions, parameters and names. `queries` lists the questions, `queries PACK/QUESTION` explains one.
Other commands: {", ".join(name for name in COMMANDS if name not in _OWN)}.
Ctrl-C ends a query, Ctrl-D the shell."""


@click.command(epilog=options.examples("shell --store insiders.graph < questions.txt"))
@options.store
@options.timeout
def shell(address: str | None, query_timeout: float) -> None:
    """Ask again and again, with one start of the engine.

    A line is a question with its parameters, a query in Cypher that only reads, or another command of graphload; `help`
    shows examples. Tab completes questions, parameters and names; the arrow keys bring back earlier lines. Without a
    terminal, lines are read from standard input, and empty ones and those that begin with # are skipped.

    Exit code 0: every line of standard input was answered, or a terminal was used. Else the highest of the lines.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        os.environ |= {"GRAPHLOAD_STORE": store.address, "GRAPHLOAD_QUERY_TIMEOUT": str(query_timeout)}
        if sys.stdin.isatty():
            click.echo(f"{store.address}. `help` shows what a line may be.", err=True)
            from graphload.cli import prompt

            for line in prompt.lines(store):
                _answer(line)
            codes = []
        else:
            codes = [_answer(line) for line in sys.stdin if not line.startswith("#")]
    click.get_current_context().exit(max(codes, default=0))


def _answer(line: str) -> int:
    """Run a line, and return its exit code."""
    if line.strip().lower() in ("help", "?"):
        click.echo(_HELP)
        return 0
    try:
        args = arguments(line)
    except UsageError as error:
        click.echo(f"graphload: {error}", err=True)
        return error.exit_code
    if not args:
        return 0
    from graphload.cli import main

    return main.run(args, "graphload")


def arguments(line: str) -> list[str]:
    """Return the command that a line means, as the words of a command line. Raises UsageError."""
    line = line.strip()
    if line.partition(" ")[0].lower() in _CYPHER:
        return ["cypher", "--", line.removesuffix(";")]
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(
            f'{line!r} is not understood: {str(error).lower()}; put texts with a quotation mark into "…"'
        ) from None
    if words and words[0] in _OWN:
        raise UsageError(f"`{words[0]}` runs outside of the shell: end it with Ctrl-D, then run `graphload {words[0]}`")
    return _asked(words) if words and "/" in words[0] else words


def _asked(words: list[str]) -> list[str]:
    """Return the words of `ask`: NAME=VALUE are parameters, and words without a name the value of the missing one."""
    question, *rest = words
    options, others = _options(rest)
    names = _parameters(question)
    given = [word for word in others if word.partition("=")[0] in names]
    value = " ".join(word for word in others if word not in given)
    return ["ask", question, *([value] if value else []), *(f"-p{word}" for word in given), *options]


def _options(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the options among some words, each with its value, and the other words."""
    from graphload.cli.asking import ask

    declared = [each for each in ask.params if isinstance(each, click.Option) and not each.is_flag]
    valued = {name for each in declared for name in each.opts}
    options: list[str] = []
    others: list[str] = []
    for word in words:
        of_an_option = bool(options) and options[-1] in valued
        (options if of_an_option or word.startswith("-") else others).append(word)
    return options, others


def _parameters(question: str) -> set[str]:
    """Return the names of a question's parameters; none for an unknown question, of which `ask` tells."""
    try:
        return {param.name for param in packs.question(question).params}
    except UsageError:
        return set()
