"""The command line. Modules of commands are imported when the command runs; errors are printed only here."""

from __future__ import annotations

import os
import sys
from typing import Any

import click
from click.exceptions import Exit

from graphload import __version__
from graphload.cli.interrupts import interrupts
from graphload.errors import GraphloadError

# command: module and function, and the first sentence of its help
COMMANDS = {
    "demo": ("demo:demo", "Load the examples into a store and ask it three questions."),
    "load": ("loading:load", "Load filings into a store."),
    "fetch": ("fetching:fetch", "Download filings from EDGAR."),
    "check": ("reading:check", "Read filings without a store, and list the problems."),
    "show": ("reading:show", "Print one filing, laid out like the form."),
    "queries": ("asking:queries", "List the questions, or explain one."),
    "ask": ("asking:ask", "Answer a question."),
    "cypher": ("asking:cypher", "Run a read-only Cypher query."),
    "find": ("asking:find", "Find people, organizations and issuers by name, ticker or CIK."),
    "status": ("store:status", "Show the contents of a store in numbers."),
    "verify": ("store:verify", "Check that a store is consistent."),
    "remove": ("loading:remove", "Remove filings from a store."),
    "schema": ("store:schema", "Print the schema of the graph."),
    "serve": ("store:serve", "Keep the engine of a store running, for Neo4j Browser and other clients."),
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
            from graphload.ask.suggest import nearest

            ctx.fail(f"there is no command {name!r}{nearest(name, COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and print an error as one line instead of a traceback."""
        try:
            with interrupts:
                answer = super().invoke(ctx)
                sys.stdout.flush()
        except (click.ClickException, click.Abort, Exit, BrokenPipeError):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if os.environ.get("GRAPHLOAD_DEBUG"):
                sys.excepthook(type(error), error, error.__traceback__)
            line, code = _told(error)
            click.echo(f"graphload: {line}", err=True)
            raise Exit(code) from None
        return answer


def _told(error: BaseException) -> tuple[str, int]:
    """Return the message for an error, and the exit code."""
    # the driver may raise something else on the way out
    if interrupts.came or isinstance(error, KeyboardInterrupt):
        return "interrupted", 130
    if isinstance(error, GraphloadError):
        return str(error), error.exit_code
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(filter(None, [str(error.filename or ""), error.strerror])), 1
    what = f"{type(error).__name__}: {error}".partition("\n")[0]
    return f"internal error in graphload: {what} (please report it, with the output under GRAPHLOAD_DEBUG=1)", 1


@click.command(
    cls=Commands,
    epilog="Begin with `graphload demo`. `graphload COMMAND --help` has examples.",
    context_settings={"max_content_width": 100},
)
@click.version_option(__version__, message="graphload %(version)s")
def main() -> None:
    """SEC ownership filings (Forms 3, 4 and 5) as a property graph: load them, ask them, explore them."""
