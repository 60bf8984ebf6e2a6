"""Options that several commands share, and the examples below a command's help."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

import click

from graphload.errors import UsageError
from graphload.store.connect import QUERY_TIMEOUT, seconds

T = TypeVar("T")
Option: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


def _seconds(value: str | float) -> float:
    """Return a time limit."""
    try:
        return seconds(value, "the time limit")
    except UsageError as error:
        raise click.BadParameter(str(error)) from None


store: Option = click.option(
    "--store",
    "address",
    metavar="STORE",
    type=click.Path(),
    help="A folder, or the address of a Neo4j server. [default: GRAPHLOAD_STORE, else NEO4J_URI, else graphload.graph]",
)
timeout: Option = click.option(
    "--timeout",
    "query_timeout",
    metavar="SECONDS",
    type=_seconds,
    default=QUERY_TIMEOUT,
    envvar="GRAPHLOAD_QUERY_TIMEOUT",
    help="Time limit for one query. [default: GRAPHLOAD_QUERY_TIMEOUT, else 60]",
)
jobs: Option = click.option(
    "--jobs", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read filings."
)
as_json: Option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
paths: Option = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())


class Group(click.Group):
    """A group that lists its commands with the whole first sentence of their help, as `graphload --help` does."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.get_short_help_str(limit=500)) for name, each in self.commands.items()])


def examples(*commands: str) -> str:
    """Return the epilog of a command: its examples. A test runs each of them."""
    return "\n".join(["\b", "Examples:", *(f"  $ graphload {command}" for command in commands)])


def listed(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths. `-` stands for the paths on standard input."""
    for path in paths:
        if path == "-":
            lines = (line.rstrip(b"\r\n") for line in sys.stdin.buffer)
            yield from (os.fsdecode(line) for line in lines if line)
        else:
            yield path


def typed(read: Callable[[str], T]) -> Callable[[str], T]:
    """Return the type of an option whose text a function reads; its UsageError is one of the option."""

    def value(text: str) -> T:
        try:
            return read(text)
        except UsageError as error:
            raise click.BadParameter(f"{error}.") from None

    value.__name__ = read.__name__
    return value
