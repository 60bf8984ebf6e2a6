"""`python -m bench`: every bench, or those that are named. `python -m bench attack` tries attacks instead."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from bench import attack
from bench.ratios import HEAD

# how many filings each generates, or people for analyze; those that tell peaks of memory come first: on Linux a
# process's peak begins with its parent's
BENCHES: dict[str, tuple[int, ...]] = {
    "growth": (50_000,),
    "analyze": (20_000,),
    "start": (),
    "parse": (),
    "readers": (),
    "peers": (),
    "write": (10_000,),
    "query": (1_000,),
    "questions": (20_000,),
    "derive": (50_000,),
    "big": (20_000,),
    "bulk": (5_000,),
}
# those that tell of a big store what the others do not
LARGE: dict[str, tuple[int, ...]] = {
    "growth": (100_000,),
    "questions": (100_000,),
    "big": (72_000,),
    "analyze": (100_000,),
    "bulk": (20_000,),
    "whole": (1_000_000,),
}
ALL = [*(BENCHES | LARGE)]
SIZES = ", ".join(f"{count:,} for {name}" for name, counts in BENCHES.items() for count in counts)


@click.command()
@click.argument("names", nargs=-1, metavar=f"[{'|'.join(ALL)}]...", type=click.Choice(ALL))
@click.option(
    "--filings",
    type=click.IntRange(min=50),
    help=f"How many filings to generate; for analyze, people. [default: {SIZES}]",
)
@click.option("--large", is_flag=True, help="Measure up to a million filings, for some hours.")
def main(names: tuple[str, ...], filings: int | None, *, large: bool) -> None:
    """Print what graphload costs where the plainest way costs 1: medians, least and most of turns taken in one run."""
    click.echo(HEAD)
    for name in names or (LARGE if large else BENCHES):
        sizes = (BENCHES | LARGE if large else LARGE | BENCHES)[name]
        counts = (filings,) if filings and sizes else sizes
        for line in import_module(f"bench.{name}").measure(*counts):
            click.echo(str(line))


if __name__ == "__main__":
    if sys.argv[1:2] == ["attack"]:
        attack.main(sys.argv[2:], prog_name="python -m bench attack")
    main()
