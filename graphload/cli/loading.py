"""The commands that change a store: `load` and `remove`."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import click

from graphload.ask.filings import is_row, named
from graphload.cli import names, options, output
from graphload.cli.progress import counting, watching
from graphload.errors import UsageError
from graphload.filing.codes import Basis
from graphload.filing.values import Envelope
from graphload.load import load as load_into
from graphload.load import remove as remove_from
from graphload.schema.keys import ours
from graphload.store import open_store

_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")


def _accession(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the accession number, with dashes, that a number or an address tells."""
    if value is None or _ACCESSION.fullmatch(value := named(value)):
        return value
    raise click.BadParameter(
        f"{value!r} should look like 0001046568-22-000002, or be the address of the filing at EDGAR.", ctx, param
    )


@click.command(
    epilog=options.examples(
        "load filings/",
        "load filings/ --store insiders.graph --jobs 4",
        "load filings/form4.xml --accession 0001046568-22-000002 --filed-on 2022-03-09",
        "load - < list-of-files.txt",
    )
)
@options.paths
@options.store
@options.jobs
@click.option("--strict", is_flag=True, help="Stop at the first filing that cannot be read.")
@click.option(
    "--accession",
    metavar="NUMBER",
    callback=_accession,
    help="Accession number of the one file, or its address at EDGAR.",
)
@click.option("--filed-on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Filing date of the one file.")
@options.as_json
def load(
    paths: tuple[str, ...],
    address: str | None,
    jobs: int,
    strict: bool,
    accession: str | None,
    filed_on: datetime | None,
    as_json: bool,
) -> None:
    """Load filings into a store.

    A PATH is a file, a folder, or - for a list of paths on standard input, one a line. Files are ownership XML, EDGAR
    full submissions (.txt, .nc, .sgml), EDGAR's HTML pages, the same as text or Markdown, the SEC's quarterly data
    sets, EDGAR's daily feed, or archives of such files: zip, tar, tar.gz, tar.bz2, gz, bz2. File names do not matter.
    Archives may be nested one level deep. A filing that cannot be read completely is set aside, with the reason on
    standard error. A filing that is in the store already is left unchanged, or replaced if it has changed. To finish an
    interrupted load, run it again.

    Exit code 0: every filing is in the store. 3: some filings were set aside. 1: one was, with --strict.
    """
    given = _given(paths, accession, filed_on)
    with open_store(address) as store, watching(None if "-" in paths else paths, as_json) as watch:
        report = load_into(store, options.listed(paths), jobs=jobs, strict=strict, given=given, watch=watch)
        (names.keep if report.loaded or report.replaced else names.keep_if_none)(store)
    click.get_current_context().exit(report.exit_code)


def _given(paths: tuple[str, ...], accession: str | None, filed_on: datetime | None) -> Envelope:
    """Return the envelope that the options give for a single file."""
    if accession is None and filed_on is None:
        return Envelope()
    if len(paths) != 1 or paths[0] == "-" or Path(paths[0]).is_dir():
        raise click.UsageError("--accession and --filed-on are for one file: give one PATH, no folder and no list.")
    return Envelope(
        accession=accession,
        accession_basis=Basis.GIVEN if accession else None,
        filed_on=filed_on.date() if filed_on else None,
        filed_on_basis=Basis.GIVEN if filed_on else None,
    )


@click.command(epilog=options.examples("remove 0001046568-22-000002", "remove - < list-of-accession-numbers.txt"))
@click.argument("filings", nargs=-1, required=True, metavar="ACCESSION...")
@options.store
def remove(filings: tuple[str, ...], address: str | None) -> None:
    """Remove filings from a store.

    An ACCESSION is an accession number with or without dashes, an address at EDGAR, the `id` of a filing without
    either, or - for a list on standard input, one a line. Rows, people and securities that no other filing mentions are
    removed too, and derived facts are brought up to date.

    Filings that are not in the store are named, and change nothing: a command that was cut off is finished by the same
    command.
    """
    wanted = list(dict.fromkeys(map(_id, options.listed(filings))))
    with open_store(address, create=False) as store, counting() as watch:
        gone = remove_from(store, wanted, watch)
    output.tell(f"Removed {len(gone)}.")
    if missing := [each for each in wanted if each not in gone]:
        output.tell(f"Not in the store: {', '.join(missing)}; check the accession numbers if they should be.")


def _id(filing: str) -> str:
    """Return the id of a filing. Raises UsageError for the id of a row, and for what cannot be an id."""
    if is_row(filing):
        raise UsageError(
            f"{filing} is a row, and only whole filings are removed: give {named(filing)} to remove its filing"
        )
    id = named(filing)
    if not ours("Filing", id):
        raise UsageError(f"{filing} is neither an accession number nor the id of a filing")
    return id
