"""The command that downloads filings from EDGAR: `fetch`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphload.cli import options, output
from graphload.cli.progress import Lines, counting
from graphload.edgar.index import FORMS, FilingFilter, IndexEntry, Quarter, cik, datasets
from graphload.errors import FetchError
from graphload.formats import json_text

if TYPE_CHECKING:
    from graphload.edgar.client import Edgar
    from graphload.edgar.fetch import FetchRequest, Report

_COLUMNS = ("accession", "form", "filedOn", "cik", "path", "there")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog=options.examples(
        "fetch --ticker AAPL --form 4 --since 2025-01-01 --to filings/",
        "fetch --cik 0000320193 --since 2024-01-01 --until 2024-12-31",
        "fetch --day 2024-08-01 --list",
        "fetch --quarter 2024q3 --form 3 --form 3/A",
        "fetch --dataset 2024q3 --to datasets/",
    )
)
@click.option(
    "--cik", "ciks", metavar="CIK", type=options.typed(cik), multiple=True, help="Filings of an issuer or owner."
)
@click.option("--ticker", "tickers", metavar="SYMBOL", multiple=True, help="Filings of an issuer.")
@click.option(
    "--quarter",
    "quarters",
    metavar="YYYYqN",
    type=options.typed(Quarter.of),
    multiple=True,
    help="All filings of a quarter.",
)
@click.option("--day", "days", metavar="DATE", type=_DAY, multiple=True, help="All filings of a day.")
@click.option(
    "--dataset",
    "datasets",
    metavar="YYYYqN",
    type=options.typed(Quarter.of),
    multiple=True,
    help="The SEC's tables of a quarter.",
)
@click.option(
    "--form",
    "forms",
    metavar="FORM",
    type=click.Choice(sorted(FORMS)),
    multiple=True,
    help="Only this form. [default: all]",
)
@click.option("--since", metavar="DATE", type=_DAY, help="Only what was filed on this day or later.")
@click.option("--until", metavar="DATE", type=_DAY, help="Only what was filed on this day or earlier.")
@click.option(
    "--to",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default="filings",
    show_default=True,
    help="Folder for the files.",
)
@click.option("--list", "only_list", is_flag=True, help="List the filings, and download none.")
@click.option(
    "--user-agent",
    metavar="TEXT",
    envvar="EDGAR_IDENTITY",
    help="Your name and e-mail address. [default: EDGAR_IDENTITY]",
)
@click.option("--rate", metavar="N", type=float, default=5, show_default=True, help="Requests a second, 10 at most.")
@click.option(
    "--base", metavar="URL", envvar="EDGAR_BASE", help="A mirror. [default: EDGAR_BASE, else https://www.sec.gov]"
)
@click.option(
    "--data-base",
    metavar="URL",
    envvar="EDGAR_DATA_BASE",
    help="The mirror of https://data.sec.gov. [default: EDGAR_DATA_BASE, else --base]",
)
@output.options
def fetch(
    to: Path,
    only_list: bool,
    user_agent: str | None,
    rate: float,
    base: str | None,
    data_base: str | None,
    shape: str,
    **asked: Any,
) -> None:
    """Download filings from EDGAR.

    Downloads Forms 3, 4 and 5 and their amendments. Each full submission gets a folder of its own, with its
    metadata.json, and `graphload load` reads them. Files that are in the folder already are not downloaded again: to
    continue an interrupted download, run the same command again.

    --cik, --ticker, --quarter, --day and --form may be repeated. --form, --since and --until limit the filings; a
    --dataset is downloaded whole. --json prints a report, or with --list the list. The SEC requires a name and an
    e-mail address from every client.

    Exit code 0: all files are in the folder. 3: some could not be listed or downloaded. 1: EDGAR cannot be reached, or
    refuses.
    """
    from graphload.edgar.client import Edgar
    from graphload.edgar.download import mirror
    from graphload.edgar.fetch import Report
    from graphload.edgar.rate_limit import pace

    _check(asked, shape, only_list)
    report = Report()
    connect = partial(Edgar, user_agent, mirror(base, data_base), pace=pace(rate))
    if only_list:
        with connect(say=output.tell) as edgar:
            output.show(_COLUMNS, _rows(_requests(edgar, **asked), to, report), shape)
    else:
        with _told(report, to, shape == "json"), counting() as lines, connect(say=lines.say) as edgar:
            _fetch(edgar, _requests(edgar, **asked), to, lines, report)
    click.get_current_context().exit(report.exit_code)


def _check(asked: Mapping[str, Any], shape: str, only_list: bool) -> None:
    """Raise UsageError for options that exclude each other."""
    if not any(asked[name] for name in ("ciks", "tickers", "quarters", "days", "datasets")):
        raise click.UsageError("say what to fetch: --cik, --ticker, --quarter, --day or --dataset.")
    if asked["since"] and asked["until"] and asked["since"] > asked["until"]:
        raise click.UsageError("--since is later than --until: give an earlier one, or swap them.")
    if shape in ("csv", "jsonl") and not only_list:
        raise click.UsageError(f"--{shape} is for --list: give both, or --json for a report.")
    if shape == "table" and output.wanted().file and not only_list:
        raise click.UsageError("-o is for --list and --json: --to names the folder for the filings.")


def _requests(
    edgar: Edgar, forms: tuple[str, ...], since: datetime | None, until: datetime | None, days: Any, **named: Any
) -> Iterator[FetchRequest]:
    from graphload.edgar.download import Sources, requests

    first, last = since.date() if since else date.min, until.date() if until else date.max
    wanted = FilingFilter(frozenset(forms) or FORMS, first, last)
    return requests(edgar, wanted, Sources(days=tuple(day.date() for day in days), **named))


def _rows(items: Iterator[FetchRequest], to: Path, report: Report) -> Iterator[tuple[Any, ...]]:
    from graphload.edgar.fetch import place

    for each in items:
        if isinstance(each, FetchError):
            report.failed.append(str(each))
            output.tell(str(each))
        elif isinstance(each, IndexEntry):
            yield each.accession, each.form, each.filed_on, each.cik, each.path, place(each, to).exists()
        else:
            yield None, None, None, None, datasets(each)[0], place(each, to).exists()


def _fetch(edgar: Edgar, items: Iterator[FetchRequest], to: Path, lines: Lines, report: Report) -> None:
    from graphload.edgar.fetch import fetch

    lines.phase("listing", "filings")
    for error in fetch(edgar, items, to, report):
        if report.seen == 1:
            lines.phase("downloading", "filings")
        lines.count()
        if error:
            lines.say(str(error))


@contextmanager
def _told(report: Report, to: Path, as_json: bool) -> Iterator[None]:
    """Print the report in the end, even if the download is interrupted."""
    try:
        yield
    finally:
        if report.finished or report.seen:
            output.tell(_words(report, to))
        if as_json:
            output.write([f"{json_text(report.as_dict(), indent=2)}\n"])


def _words(report: Report, to: Path) -> str:
    said = f"Fetched {report.fetched:,} into {to}, found {report.there:,} there already, failed {len(report.failed):,}."
    if not report.finished:
        return f"{said}\nThe download is incomplete: run the same command again to continue."
    if report.failed:
        return f"{said} Run the same command again to try those that failed."
    return f"{said} Load them: {shlex.join(['graphload', 'load', str(to)])}" if report.fetched else said
