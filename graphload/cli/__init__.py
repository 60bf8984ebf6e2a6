"""The command line. Modules of commands are imported when the command runs; errors are printed only here.

In: arguments. Out: data on standard output, messages on standard error, an exit code. Never: logic of its own.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from graphload import __version__
from graphload.cli import streams
from graphload.cli.interrupts import interrupts
from graphload.errors import GraphloadError
from graphload.visible import visible, visible_lines

_INTERNAL = "internal error in graphload; please report it with the lines below"

# command: module and function, and the first sentence of its help
COMMANDS = {
    "demo": ("demo:demo", "Load the examples into a store and ask it three questions."),
    "load": ("loading:load", "Load filings into a store."),
    "export": ("bulk:export", "Write filings as the files of a graph, with everything that is derived from them."),
    "import": (
        "bulk:import_",
        "Fill a new store, or a database of a Neo4j server, with the files of `graphload export`.",
    ),
    "fetch": ("fetching:fetch", "Download filings from EDGAR."),
    "check": ("reading:check", "Read filings without a store, and list the problems."),
    "show": ("reading:show", "Print one filing, laid out like the form."),
    "queries": ("asking:queries", "List the questions, or explain one."),
    "ask": ("asking:ask", "Answer a question."),
    "cypher": ("asking:cypher", "Run a read-only Cypher query."),
    "analyze": ("analyzing:analyze", "Analyze the network of people and issuers."),
    "find": ("asking:find", "Find people, organizations, issuers and vehicles by name, ticker or CIK."),
    "explore": ("exploring:explore", "Draw who owns what."),
    "status": ("store:status", "Show the contents of a store in numbers."),
    "verify": ("store:verify", "Check that a store is consistent."),
    "remove": ("loading:remove", "Remove filings from a store."),
    "schema": ("store:schema", "Print the schema of the graph."),
    "serve": ("store:serve", "Keep the engine of a store running, for Neo4j Browser and other clients."),
    "shell": ("shell:shell", "Ask again and again, with one start of the engine."),
    "mcp": ("agents:mcp", "Serve a store to agents, by the Model Context Protocol over standard input and output."),
}


class Commands(click.Group):
    """The group of all commands. Listing them imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order in which a new user needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module, function = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(f"graphload.cli.{module}"), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command for an unknown one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from graphload.suggest import nearest

            ctx.fail(f"there is no command {name!r}{nearest(name, COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise _Interrupted from interrupt

    def main(  # type: ignore[override] # as click spells it, less what differs between its versions
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Run a command and, unless asked not to, exit; what it raises is told in a line, and never as a traceback."""
        if not extra.pop("standalone_mode", True):
            return super().main(args, prog_name, standalone_mode=False, **extra)
        streams.prepare()
        completing = os.environ.get("_GRAPHLOAD_COMPLETE", "")
        if completing.startswith("fish_"):
            from graphload.cli import shells

            shells.prepare_fish()
        if completing.endswith("_complete"):
            streams.silence()  # a message would end up in the line that somebody types
        sys.exit(self.run(args, prog_name, **extra))

    def run(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> int:
        """Run a command, tell what it raises in a line, and return the exit code."""
        try:
            with interrupts:
                code = self.main(args, prog_name, standalone_mode=False, **extra) or 0
                sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except BrokenPipeError:
            streams.abandon(sys.stdout)
            code = 1
        except (Exception, KeyboardInterrupt) as error:
            code = _tell(error)
        return int(code)


class _Interrupted(Exception):
    """Ctrl-C or another signal to end, which click would greet with an empty line."""


def _tell(error: BaseException) -> int:
    """Say what went wrong, and return the exit code."""
    line, code = _told(error)
    lines = [f"graphload: {visible(line)}"]
    if line == _INTERNAL or os.environ.get("GRAPHLOAD_DEBUG"):
        lines += [visible_lines(each.rstrip()) for each in traceback.format_exception(error)]
    with suppress(OSError):
        click.echo("\n".join(lines), err=True)
    if isinstance(error, OSError):
        streams.abandon(sys.stdout)
    return code


def _told(error: BaseException) -> tuple[str, int]:
    """Return the message for an error, and the exit code."""
    # the driver may raise something else on the way out, and click another for Ctrl-C
    if interrupts.came or isinstance(error, (KeyboardInterrupt, _Interrupted, click.Abort)):
        return "interrupted", 130
    if isinstance(error, GraphloadError):
        return str(error), error.exit_code
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(filter(None, [str(error.filename or ""), error.strerror])), 1
    return _INTERNAL, 1


@click.command(
    cls=Commands,
    epilog="Begin with `graphload demo`. `graphload COMMAND -h` has examples.",
    context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="graphload %(version)s")
def main() -> None:
    """SEC ownership filings (Forms 3, 4 and 5) as a property graph: load them, ask them, explore them."""
