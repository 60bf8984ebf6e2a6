"""Fill a database of a Neo4j server that is not running, by its own command `neo4j-admin database import full`."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePath

from graphload.bulk.files import CSV, DELIMITER, manifest
from graphload.bulk.output import TABLES
from graphload.errors import StoreError

COMMAND = PurePath("bin", "neo4j-admin")
# the folder below which docker-compose.yml shows files to the server
DOCKER = PurePath("/import")


def arguments(csv: PurePath, database: str, *, overwrite: bool = False) -> Iterator[str]:
    """Yield the arguments of `neo4j-admin` that import the CSV files of an export into a database."""
    yield from ("database", "import", "full")
    for table in TABLES.values():
        file = csv / f"{table.name}.csv"
        yield f"--relationships={table.edge}={file}" if table.edge else f"--nodes={file}"
    yield f"--array-delimiter=U+{ord(DELIMITER):04X}"
    yield from ("--multiline-fields=true", "--bad-tolerance=0")
    if overwrite:
        yield "--overwrite-destination=true"
    yield database


def run(folder: Path, home: Path, database: str, *, overwrite: bool = False) -> int:
    """Import an export into a database of the server installed at `home`, and return how many filings it has.

    Raises StoreError if the export is not complete, or if `neo4j-admin` fails; its messages go to standard error.
    """
    filings: int = manifest(folder)["filings"]
    home = home.absolute()
    command = [str(home / COMMAND), *arguments(folder.absolute() / CSV, database, overwrite=overwrite)]
    try:
        # a report of bad rows is written where it runs
        code = subprocess.run(command, cwd=home, check=False, stdin=subprocess.DEVNULL, stdout=2).returncode
    except OSError as error:
        raise StoreError(
            f"cannot run {command[0]}: {error.strerror}; give the folder of a Neo4j server as --neo4j-home"
        ) from error
    if code:
        raise StoreError(
            f"{command[0]} ended with exit code {code}, for the reason above; the database {database} may not be "
            "complete: import it again with --overwrite"
        )
    return filings
