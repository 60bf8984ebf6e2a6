"""Commands about a store: `status`, `verify`, `schema`, `serve`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from graphload.check import status as store_status
from graphload.check import verify as verify_store
from graphload.cli import options, output
from graphload.cli.interrupts import interrupts
from graphload.cli.progress import counting
from graphload.errors import StoreError, UsageError
from graphload.schema import render
from graphload.store import open_store
from graphload.store.address import Folder, default, parse
from graphload.store.engine import Engine, attach
from graphload.store.folder import write_whole
from graphload.visible import visible_lines

_PASSWORD = "password"  # the file in a store's folder

_COLUMNS = ("check", "result", "offenders", "examples", "reason")


@click.command(epilog=options.examples("status", "status --store insiders.graph --json"))
@options.store
@options.timeout
@output.options
def status(address: str | None, query_timeout: float, shape: str) -> None:
    """Show the contents of a store in numbers.

    Its address and engine, nodes by label, relationships by type, filings by form, the first and the last filing date,
    parties whose derived facts are out of date, and missing constraints.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        rows = list(store_status(store).rows())
    if shape == "table":  # an empty cell beside "missing" would look like a fault
        rows = [(section, name, "none" if value == [] else value) for section, name, value in rows]
    output.show(("section", "name", "value"), rows, shape)


@click.command(epilog=options.examples("verify", "verify --store insiders.graph --timeout 600"))
@options.store
@options.timeout
@output.options
def verify(address: str | None, query_timeout: float, shape: str) -> None:
    """Check that a store is consistent.

    Each row is one check with its result: ok, FAILED, warning or not run. `offenders` counts what it found, up to
    10,000, and `examples` shows the first three. `graphload ask checks/NAME` lists all of them, and `graphload queries
    --checks` lists the checks. Questions of the pack `quality` warn of errors that filers made. At the end, all derived
    facts are derived again and compared. A check that exceeds the time limit or the engine's memory is `not run`, with
    the reason. Nothing is written.

    Exit code 0: no check failed. 1: a check failed or was not run.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store, counting() as watch:
        verification = verify_store(store, watch)
    rows = [(each.check, each.result, each.offenders, each.examples, each.reason) for each in verification.results]
    output.show(_COLUMNS, rows, shape)
    if not verification.ok:
        click.get_current_context().exit(1)


_SHAPES: dict[str, Callable[[], str]] = {
    "markdown": render.markdown,
    "mermaid": render.mermaid,
    "cypher": render.cypher,
    "import": lambda: "".join(f"{file}\t{header}\n" for file, header in render.import_headers().items()),
}


@click.command(epilog=options.examples("schema", "schema --mermaid"))
@click.option("--markdown", "shape", flag_value="markdown", default="markdown", help="Every label, type and property.")
@click.option("--mermaid", "shape", flag_value="mermaid", help="A diagram.")
@click.option("--cypher", "shape", flag_value="cypher", help="The constraints and indexes, as a script.")
@click.option("--import", "shape", flag_value="import", help="The files of neo4j-admin import, each with its header.")
def schema(shape: str) -> None:
    """Print the schema of the graph.

    The default is a reference in Markdown. No store is needed.
    """
    click.echo(_SHAPES[shape](), nl=False)


@click.command(epilog=options.examples("serve", "serve --store insiders.graph"))
@options.store
@options.timeout
def serve(address: str | None, query_timeout: float) -> None:
    """Keep the engine of a store running, for Neo4j Browser and other clients.

    The engine runs until Ctrl-C. Clients connect by Bolt, as a user who may only read. The password changes at every
    start; it is in a file that only you can read. Other graphload commands use the same engine and start faster.
    """
    found = parse(address or default())
    if not isinstance(found, Folder):
        raise UsageError(
            f"{address or default()} is a Neo4j server, which runs by itself: connect clients to it directly"
        )
    password = found.path.resolve() / _PASSWORD
    with attach(found.path, query_timeout=query_timeout) as engine:
        try:
            write_whole(password, engine.reader.password)
            click.echo(visible_lines(_directions(address or default(), engine, password)))
            while (end := engine.ended(wait=1.0)) is None:
                interrupts.look()
                if engine.returned():
                    click.echo("the engine ran out of memory, and was started again", err=True)
            raise StoreError(end)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            click.get_current_context().exit(130)
        finally:
            password.unlink(missing_ok=True)


def _directions(address: str, engine: Engine, password: Path) -> str:
    return f"""The engine of {address} is up; Ctrl-C stops it.

  address   {engine.uri}
  user      {engine.reader.user}
  password  in the file {password}
  database  {engine.database}

In Neo4j Browser, connect to that address. On a command line: cypher-shell -a {engine.uri} -u {engine.reader.user}"""
