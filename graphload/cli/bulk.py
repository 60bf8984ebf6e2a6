"""The commands of whole graphs: `export` and `import`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from graphload.bulk import admin
from graphload.bulk.creating import create
from graphload.bulk.files import manifest
from graphload.cli import options, output
from graphload.cli.progress import counting, watching
from graphload.load import export as export_to
from graphload.store import open_store
from graphload.store.address import Folder, default, parse

_SERVER = "neo4j://localhost"
_DIRECTORY = click.Path(file_okay=False, path_type=Path)


@click.command(
    epilog=options.examples(
        "export filings/ --to graph",
        "export filings/ --to other-graph --jobs 4",
        "export - --to small-graph < list-of-files.txt",
    )
)
@options.paths
@click.option("--to", metavar="DIR", required=True, type=_DIRECTORY, help="New folder for the files.")
@options.jobs
@options.as_json
def export(paths: tuple[str, ...], to: Path, jobs: int, as_json: bool) -> None:
    """Write filings as the files of a graph, with everything that is derived from them.

    For large sets: no store is needed. Memory grows with the largest issuer, little with the number of filings. A PATH
    is the same as for `load`, and filings are set aside in the same way. DIR gets one file for each label and for each
    relationship type between two labels, as Parquet and as CSV for `neo4j-admin database import`, and a manifest.json.
    `graphload import` fills a store with them. The graph is the one that `load` makes. The same filings give the same
    files, byte by byte.

    DIR is there when it is complete. After an interrupted export, run it again.

    Exit code 0: every filing is exported. 3: some filings were set aside.
    """
    with watching(None if "-" in paths else paths, as_json, "export") as watch:
        report = export_to(options.listed(paths), to, jobs=jobs, watch=watch)
    output.tell(f"Fill a store with it: {shlex.join(['graphload', 'import', str(to), '--store', 'NEW-STORE'])}")
    click.get_current_context().exit(report.exit_code)


@click.command(
    "import",
    epilog=options.examples(
        "import graph --store all.graph",
        "import graph --neo4j-home neo4j-community-2026.08.1",
        "import graph --store neo4j://localhost",
    ),
)
@click.argument("folder", metavar="DIR", type=_DIRECTORY)
@options.store
@click.option("--neo4j-home", "home", metavar="DIR", type=_DIRECTORY, help="A Neo4j server that is not running.")
@click.option("--database", metavar="NAME", default="neo4j", show_default=True, help="Database of a Neo4j server.")
@click.option("--overwrite", is_flag=True, help="Replace this database.")
@click.option("--finish", is_flag=True, help="Create the constraints and indexes of a server, after its import.")
def import_(folder: Path, address: str | None, home: Path | None, database: str, overwrite: bool, finish: bool) -> None:
    """Fill a new store, or a database of a Neo4j server, with the files of `graphload export`.

    A store in a folder is new: it is there when it is complete. A Neo4j server reads such files only while it is not
    running. --neo4j-home runs its neo4j-admin; with the address of a server, the commands to run are printed. Start the
    server afterwards, and create its constraints and indexes with --finish.

    `graphload load` adds filings to what was imported, and leaves those that are there unchanged.
    """
    place = address or default()
    if finish:
        with open_store(place) as store:
            store.prepare()
        output.tell("Constraints and indexes are there.")
    elif home:
        _tell(admin.run(folder, home, database, overwrite=overwrite))
        command = shlex.join(["graphload", "import", str(folder), "--finish", "--store", _SERVER])
        output.tell(f"Start the server, then create its constraints and indexes: {command}")
    elif "://" in place:
        manifest(folder)
        click.echo(_directions(folder, place, database, overwrite))
    else:
        found = parse(place)
        assert isinstance(found, Folder)
        with counting() as lines:
            filings = create(folder, found.path, lines)
        _tell(filings)


def _tell(filings: int) -> None:
    output.tell(f"Imported {filings:,} filings.")


def _directions(folder: Path, address: str, database: str, overwrite: bool) -> str:
    """Return the commands that import into a server, here and in Docker."""
    finish = shlex.join(["graphload", "import", str(folder), "--finish", "--store", address])
    there = folder.absolute() / "csv"
    here, docker = (
        shlex.join(["neo4j-admin", *admin.arguments(csv, database, overwrite=overwrite)])
        for csv in (there, admin.DOCKER)
    )
    return f"""# stop the server, then, as its user:
{here}
# or, for the server of docker-compose.yml:
docker compose run --rm --volume {shlex.quote(f"{there}:{admin.DOCKER}:ro")} neo4j {docker}
# start the server, then:
{finish}"""
