"""The command for a new user: `demo`."""

from __future__ import annotations

import shlex

import click

from graphload import shipped
from graphload.ask import ask
from graphload.cli import names, options, output
from graphload.cli.progress import watching
from graphload.load import load
from graphload.store import Store, open_store

STORE = "demo.graph"
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("trades/purchases", {}),
    ("insiders/roster", {"issuer": "BRWI"}),
    ("ownership/stake", {"person": "Robert Maida", "issuer": "AMOT"}),
)
NEXT = """The ESOP trust holds shares for many employees. The 4,275 shares are in Robert Maida's account there.

Next:
  graphload queries                           every question
  graphload queries ownership/stake           how that answer comes about
  graphload find thistlewood{store}
  graphload status{store}
  graphload load FOLDER --store mine.graph    filings of your own
"""


@click.command(epilog=options.examples("demo", "demo --store insiders.graph"))
@click.option(
    "--store",
    "address",
    metavar="STORE",
    type=click.Path(),
    default=STORE,
    show_default=True,
    help="A folder, or the address of a Neo4j server.",
)
def demo(address: str) -> None:
    """Load the examples into a store and ask it three questions.

    The examples are filings of invented companies and insiders, and one filing modelled on a real one of Allied Motion.
    The store is kept for further questions.
    """
    folder = shipped.folder("examples") / "filings"
    with open_store(address) as store:
        with watching([str(folder)], as_json=False) as watch:
            load(store, [str(folder)], watch=watch)
        names.keep(store)
        for name, parameters in QUESTIONS:
            _ask(store, name, parameters)
    click.echo(NEXT.format(store=f" --store {shlex.quote(address)}"), nl=False)


def _ask(store: Store, name: str, parameters: dict[str, str]) -> None:
    answer = ask(store, name, **parameters)
    given = "".join(f" -p {shlex.quote(f'{key}={value}')}" for key, value in parameters.items())
    click.echo(f"\n{answer.question.title}\n$ graphload ask {name}{given} --store {shlex.quote(store.address)}\n")
    output.show(answer.columns, answer.rows)
    click.echo()
