"""Commands that draw: `explore html`, `explore browser`, `explore serve`."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import click

from graphload.cli import options, output, shells, targets
from graphload.cli.interrupts import interrupts
from graphload.explore import MOST, drawn, page, subject
from graphload.explore.kit import kit, link, serving
from graphload.store import open_store

_BROWSER = "http://localhost:7474"
_SERVED = "http://localhost:8765"
_DIRECTIONS = """Files for Neo4j Browser are served at {address}; Ctrl-C stops that.

  guide       {link}
  style       :style {address}/graphload.grass
  favourites  {address}/favourites.zip for the classic Browser: drag the file into it
              {address}/favourites.csv for the import of the new one"""


@click.group(
    cls=options.Group,
    epilog=options.examples(
        "explore html 'Robert Maida' -o maida.html", "explore html BRWI -o brwi.html --on 2023-12-31"
    ),
)
def explore() -> None:
    """Draw who owns what.

    `explore html` writes a page with a picture. `explore browser` gives Neo4j Browser a style, a guide and queries.
    `explore serve` serves the pages of a store.
    """


@explore.command(
    epilog=options.examples(
        "explore html 'Robert Maida' -o maida.html",
        "explore html BRWI -o brwi.html --on 2023-12-31",
        "explore html 0001046568-22-000002 -o filing.html",
    )
)
@click.argument("who", shell_complete=shells.parties)
@click.option(
    "-o", "--output", "file", metavar="FILE", required=True, type=click.Path(allow_dash=True), help="The page."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Positions on this day. [default: today]")
@click.option("--owner", is_flag=True, help="Draw what an issuer holds itself, not who holds its securities.")
@click.option(
    "--most",
    metavar="N",
    type=click.IntRange(1, 400),
    default=MOST,
    show_default=True,
    help="Most positions that are drawn.",
)
@options.store
@options.timeout
def html(
    who: str, file: str, on: datetime | None, owner: bool, most: int, address: str | None, query_timeout: float
) -> None:
    """Write a page with a picture of an owner, an issuer or a filing.

    WHO is a name, a ticker, a CIK or a filing: its accession number, its address at EDGAR, or the id of a row. The page
    is one file that needs no network. Columns show owners, joint filers, the vehicles that they hold through, and
    securities. A click on a name or an amount shows the rows and footnotes that say so, and the holding through time.
    Large pictures leave out the smaller positions; the page says how many, and its table has all of them.
    """
    if file != "-":
        targets.check(file)
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        about = subject(store, who, owner=owner)
        made = drawn(store, about, on.date() if on else None, most)
    text = page(made)
    with targets.opened(None if file == "-" else file) as stream:
        stream.write(text)
    if file != "-":
        output.tell(f"Open {file} in a browser.")
    for note in (f"{who!r}: {about.name}", *made.notes):
        output.tell(note)


@explore.command(epilog=options.examples("explore browser", "explore browser --to kit"))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port of the server. [default: a free one]"
)
@click.option("--browser", default=_BROWSER, show_default=True, metavar="URL", help="Where Neo4j serves its Browser.")
@click.option("--to", "folder", type=click.Path(), metavar="FOLDER", help="Write the files here, and serve nothing.")
def browser(port: int, browser: str, folder: str | None) -> None:
    """Give Neo4j Browser a style, a guide and favourites.

    A server on this machine offers the files until Ctrl-C, and the printed link opens the Browser with the guide. Its
    first slide applies the style. The favourites are dragged into the Browser: `favourites.zip` into the classic one,
    `favourites.csv` into the import of the new one. No store is opened.
    """
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, content in kit(_SERVED).items():
            (Path(folder) / name).write_bytes(content)
        output.tell(f"wrote the files to {folder}; the first slide of the guide expects the style at {_SERVED}")
        return
    with serving(port) as address:
        _until_ended(_DIRECTIONS.format(address=address, link=link(browser, address)))


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
        _until_ended(f"Open {server.address}\nCtrl-C ends it.")


def _until_ended(directions: str) -> None:
    """Print where to look, and wait for Ctrl-C or another signal to end."""
    try:
        click.echo(directions)
        while True:
            interrupts.look()
            time.sleep(0.5)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
        click.get_current_context().exit(130)
