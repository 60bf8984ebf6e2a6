"""`python -m bench attack`: repeat attacks on every engine, and print a table of what came of them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import click

from bench.arena import Arena, FailedError, arena
from bench.attacks import ALONE, ATTACKS
from bench.engines import NAMES
from tests.servers import MissingEngineError

_WIDTH = 20


@click.command()
@click.argument("attacks", nargs=-1, metavar="[ATTACK]...", type=click.Choice([*ATTACKS]))
@click.option("--engine", "engines", multiple=True, type=click.Choice(NAMES), help="An engine. [default: all]")
@click.option("--times", default=20, show_default=True, type=click.IntRange(min=1), help="Kills, and loads at once.")
def main(attacks: tuple[str, ...], engines: tuple[str, ...], times: int) -> None:
    """Attack a store: loads at once, kills, signals, hostile texts, wrong logins, and what takes memory or time.

    Prints a line for each attack and engine. Exit code 1: an attack succeeded.
    """
    failed = False
    for number, name in enumerate(engines or NAMES):
        wanted = [each for each in attacks or ATTACKS if number == 0 or each not in ALONE]
        for line in _lines(name, wanted, times):
            click.echo(line)
            failed = failed or " FAILED " in line
    click.get_current_context().exit(int(failed))


def _lines(name: str, attacks: Iterable[str], times: int) -> Iterator[str]:
    """Yield a line for each attack on an engine."""
    try:
        with arena(name, times) as attacked:
            for attack in attacks:
                yield _line(attacked, attack)
    except MissingEngineError as error:
        yield f"{name:{_WIDTH}} {'':{_WIDTH}} missing  {error}"


def _line(attacked: Arena, attack: str) -> str:
    began = time.monotonic()
    try:
        result, what = "held", ATTACKS[attack](attacked)
    except FailedError as error:
        result, what = "FAILED", str(error)
    except Exception as error:
        result, what = "FAILED", f"{type(error).__name__}: {error}"
    seconds = f"{time.monotonic() - began:,.0f} s"
    return f"{attacked.name:{_WIDTH}} {attack:{_WIDTH}} {result:6} {seconds:>8}  {what}"
