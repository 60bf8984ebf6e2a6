"""Commands that draw: `explore html` and `explore serve`."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import click

from graphload.cli import options, output
from graphload.cli.interrupts import interrupts
from graphload.explore import MOST, drawn, page, subject
from graphload.store import open_store


@click.group(
    epilog=options.examples(
        "explore html 'Robert Maida' -o maida.html", "explore html BRWI -o brwi.html --on 2023-12-31"
    )
)
def explore() -> None:
    """Draw who owns what.

    `graphload explore html --help` explains the pages.
    """


@explore.command(
    epilog=options.examples(
        "explore html 'Robert Maida' -o maida.html",
        "explore html BRWI -o brwi.html --on 2023-12-31",
        "explore html 0001046568-22-000002 -o filing.html",
    )
)
@click.argument("who")
@click.option(
    "-o", "--output", "file", metavar="FILE", required=True, type=click.Path(allow_dash=True), help="The page."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Positions on this day. [default: today]")
@click.option("--owner", is_flag=True, help="Draw what an issuer holds itself, not who holds its securities.")
@click.option("--most", type=click.IntRange(1, 400), default=MOST, show_default=True, help="Positions that are drawn.")
@options.store
@options.timeout
def html(
    who: str, file: str, on: datetime | None, owner: bool, most: int, address: str | None, query_timeout: float
) -> None:
    """Write a page with a picture of an owner, an issuer or a filing.

    WHO is a name, a ticker, a CIK or an accession number. The page is one file that needs no network. Columns show
    owners, joint filers, the vehicles that they hold through, and securities. A click on a name or an amount shows the
    rows and footnotes that say so, and the holding through time. Large pictures leave out the smaller positions; the
    page says how many, and its table has all of them.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        about = subject(store, who, owner=owner)
        made = drawn(store, about, on.date() if on else None, most)
    text = page(made)
    if file == "-":
        click.echo(text, nl=False)
    else:
        Path(file).write_text(text, "utf-8")
    for note in (f"{who!r}: {about.name}", *made.notes):
        output.tell(note)


@explore.command(epilog=options.examples("explore serve", "explore serve --store insiders.graph --port 8345"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="A port of this machine. [default: any free one]",
)
@options.store
@options.timeout
def serve(port: int, address: str | None, query_timeout: float) -> None:
    """Serve the pages of a store to a browser on this machine, until Ctrl-C.

    A search comes first. A party's page is its picture; a filing's page shows the filing as the form prints it, each
    footnote at its cell; a question's page is a form, with its answer as a table and as CSV. The command prints the
    address to open. It holds a token, without which nothing is served. Nothing is written to the store.
    """
    from graphload.explore.serving import serving

    with open_store(address, create=False, query_timeout=query_timeout) as store, serving(store, port) as server:
        try:
            click.echo(f"Open {server.address}\nCtrl-C ends it.")
            while True:
                interrupts.look()
                time.sleep(0.5)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            click.get_current_context().exit(130)
