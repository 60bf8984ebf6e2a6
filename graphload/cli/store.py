"""Commands about a store: `status`, `verify`, `schema`, `serve`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

import click

from graphload.ask import Question, questions
from graphload.check.recompute import differences
from graphload.cli import options, output
from graphload.cli.interrupts import interrupts
from graphload.errors import StoreError, UsageError
from graphload.load.derive import waiting
from graphload.schema import render
from graphload.schema.graph import EDGES, NODES
from graphload.schema.statements import constraints
from graphload.store import Store, open_store
from graphload.store.address import Folder, default, parse
from graphload.store.engine import Engine, attach
from graphload.store.folder import cut_short, write_whole
from graphload.visible import visible_lines

_PASSWORD = "password"  # the file in a store's folder

# what a store holds of ours, which is what has a key; a database may hold other people's nodes too
_NODES = "MATCH (n:{label}) WHERE n.id = toString(n.id) RETURN count(n)"
_ROLE = "MATCH (n:Party) WHERE n:{label} AND n.id = toString(n.id) RETURN count(n)"
_EDGES = "MATCH (a:{start})-[r:{type}]->(b:{end}) WHERE a.id = toString(a.id) AND b.id = toString(b.id) RETURN count(r)"
_FORMS = "MATCH (f:Filing) WHERE f.id = toString(f.id) RETURN f.form AS name, count(*) AS value ORDER BY name"
_DATES = """MATCH (f:Filing) WHERE f.id = toString(f.id)
RETURN min(f.filedOn) AS first, max(f.filedOn) AS last, count(*) - count(f.filedOn) AS unknown"""
_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name"
_MOST = 10**9  # rows: more than any graph has, and a LIMIT that every engine takes
# how many rows answer a question, and the first three; what has no key is not ours
_COUNTED = """CALL () {{ {} }}
WITH id WHERE id = toString(id)
WITH id ORDER BY id
RETURN count(*) AS offenders, collect(id)[..3] AS examples"""
_ENGINE = "CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition"


@click.command(epilog=options.examples("status", "status --store insiders.graph --json"))
@options.store
@options.timeout
@output.options
def status(address: str | None, query_timeout: float, shape: str | None) -> None:
    """Tell what a store holds.

    Where it is and which engine keeps it, nodes by label, edges by type, filings by form and their dates, how many
    parties have derived facts that wait to be brought up to date, and which constraints are missing.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        output.show(("section", "name", "value"), list(_status(store)), shape)


def _status(store: Store) -> Iterator[tuple[str, str, Any]]:
    yield "store", "address", store.address
    yield "store", "engine", _engine(store)
    for section, counts in (("nodes", _nodes(store)), ("edges", _edges(store)), ("filings", store.read(_FORMS).rows)):
        for name, value in counts:
            if value:
                yield section, name, value
    for name, value in store.read(_DATES).dicts()[0].items():
        yield "filing dates", name, value
    yield "derived facts", "stale parties", waiting(store)
    yield "constraints", "missing", _missing(store)


def _nodes(store: Store) -> Iterator[tuple[str, int]]:
    for node in sorted(NODES, key=lambda each: each.label):
        query = _ROLE if node.role else _NODES
        yield node.label, store.read(query.format(label=node.label)).rows[0][0]


def _edges(store: Store) -> Iterator[tuple[str, int]]:
    for edge in sorted(EDGES, key=lambda each: each.type):
        queries = [_EDGES.format(start=start, type=edge.type, end=edge.end) for start in edge.start]
        yield edge.type, sum(store.read(query).rows[0][0] for query in queries)


def _engine(store: Store) -> str:
    if isinstance(parse(store.address), Folder):
        return f"ArcadeDB {version('arcadedb-embedded')}, embedded"
    return " ".join(map(str, store.read(_ENGINE).rows[0]))


def _missing(store: Store) -> list[str]:
    """Return the names of the constraints that should be there and are not."""
    there = {name for (name,) in store.read(_CONSTRAINTS).rows}
    return [name for statement in constraints() if (name := statement.split()[2]) not in there]


@click.command(epilog=options.examples("verify", "verify --store insiders.graph --timeout 600"))
@options.store
@options.timeout
@output.options
def verify(address: str | None, query_timeout: float, shape: str | None) -> None:
    """Check that a store holds together.

    Every check is a row: ok, FAILED or warning, how many offend, and the first three. Most checks are questions, and
    `graphload ask` lists all that one finds: those of the pack `integrity` fail; those of `quality` warn of what filers
    do wrong. At the end derived facts are compared with those derived anew, in a transaction that is taken back, for
    which the store's user must be one that may write. Exit code 1 if a check failed.
    """
    with open_store(address, create=False, query_timeout=query_timeout) as store:
        rows = list(_verified(store))
    output.show(("check", "result", "offenders", "examples"), rows, shape)
    if any(result == "FAILED" for _, result, *_ in rows):
        click.get_current_context().exit(1)


def _verified(store: Store) -> Iterator[tuple[str, str, int, list[str]]]:
    missing = _missing(store)
    yield "constraints", "FAILED" if missing else "ok", len(missing), missing
    for pack, result in (("integrity", "FAILED"), ("quality", "warning")):
        for question in questions(pack):
            offenders, examples = _offenders(store, question)
            yield question.name, result if offenders else "ok", offenders, examples
    found = differences(store)
    examples = [str(each) for each in islice(found, 3)]
    offenders = len(examples) + sum(1 for _ in found)
    yield "derived facts", "FAILED" if offenders else "ok", offenders, examples
    if isinstance(found_at := parse(store.address), Folder):
        short = [file.name for file in cut_short(found_at.path)]
        yield "files", "FAILED" if short else "ok", len(short), short[:3]


def _offenders(store: Store, question: Question) -> tuple[int, list[str]]:
    given = {param.name: param.default for param in question.params} | {"limit": _MOST}
    offenders, examples = store.read(_COUNTED.format(question.cypher), **given).rows[0]
    return offenders, examples


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

    The reference in Markdown, unless another shape is asked for. No store is needed.
    """
    click.echo(_SHAPES[shape](), nl=False)


@click.command(epilog=options.examples("serve", "serve --store insiders.graph"))
@options.store
@options.timeout
def serve(address: str | None, query_timeout: float) -> None:
    """Keep the engine of a store up, for Neo4j Browser and other clients.

    It runs until Ctrl-C. Clients connect by Bolt as the user that may only read; the password is new at every start
    and stands in a file that only you can read. Other graphload commands use the same engine meanwhile, and start
    quicker.
    """
    found = parse(address or default())
    if not isinstance(found, Folder):
        raise UsageError(f"{address or default()} is a server, which is up without us: connect to it as it is")
    password = found.path.resolve() / _PASSWORD
    with attach(found.path, query_timeout=query_timeout) as engine:
        try:
            write_whole(password, engine.reader.password)
            click.echo(visible_lines(_directions(address or default(), engine, password)))
            while (end := engine.ended(wait=1.0)) is None:
                interrupts.look()
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
  password  stands in {password}
  database  {engine.database}

In Neo4j Browser, connect to that address. On a command line: cypher-shell -a {engine.uri} -u {engine.reader.user}"""
