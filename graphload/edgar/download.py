"""Download what a caller names: filings of filers, quarters and days, and data sets."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from graphload.edgar.client import DATA, WWW, Edgar, Site
from graphload.edgar.fetch import FetchRequest, Report
from graphload.edgar.fetch import fetch as download
from graphload.edgar.index import FORMS, FilingFilter, Quarter, cik
from graphload.edgar.listing import ciks_of, of_day, of_filer, of_quarter
from graphload.edgar.rate_limit import Say, pace
from graphload.errors import UsageError

_LOG = logging.getLogger("graphload")


class Sources(NamedTuple):
    """What is listed and downloaded: filings of filers, of quarters and of days, and data sets of quarters."""

    ciks: tuple[str, ...]
    tickers: tuple[str, ...]
    quarters: tuple[Quarter, ...]
    days: tuple[date, ...]
    datasets: tuple[Quarter, ...]


def fetch(
    folder: str | os.PathLike[str],
    *,
    ciks: Iterable[str] = (),
    tickers: Iterable[str] = (),
    quarters: Iterable[str] = (),
    days: Iterable[date] = (),
    datasets: Iterable[str] = (),
    forms: Iterable[str] = FORMS,
    since: date = date.min,
    until: date = date.max,
    user_agent: str | None = None,
    rate: float = 5.0,
    say: Say = _LOG.info,
) -> Report:
    """Download filings from EDGAR into a folder, and return the report. Files that are there are not downloaded again.

    `ciks` and `tickers` name filers, `quarters` and `datasets` quarters such as `2024q3`. `forms`, `since` and `until`
    limit the filings by form and filing date. `user_agent` is your name and e-mail address, by default EDGAR_IDENTITY;
    `rate` the requests a second, 10 at most; `say` takes a line about each wait and each failure;
    by default the logger does. EDGAR_BASE and
    EDGAR_DATA_BASE name mirrors. Raises UsageError, and FetchError where EDGAR cannot be reached or refuses.

    >>> import graphload
    >>> report = graphload.fetch("filings", ciks=["320193"], forms=["3"], user_agent="Jane Doe jane@example.com")
    >>> report.failed
    []
    """
    days_and_sets = tuple(days), tuple(map(Quarter.of, datasets))
    asked = Sources(tuple(map(cik, ciks)), tuple(tickers), tuple(map(Quarter.of, quarters)), *days_and_sets)
    if not any(asked):
        raise UsageError(f"say what to fetch: {', '.join(Sources._fields)}")
    wanted, report = FilingFilter(_forms(forms), since, until), Report()
    with Edgar(user_agent or os.environ.get("EDGAR_IDENTITY"), mirror(), pace=pace(rate), say=say) as edgar:
        for error in download(edgar, requests(edgar, wanted, asked), Path(folder), report):
            if error:
                say(str(error))
    return report


def requests(edgar: Edgar, wanted: FilingFilter, asked: Sources) -> Iterator[FetchRequest]:
    """Yield the requested filings and data sets. A filing that is listed for several parties comes once."""
    filers = [*asked.ciks, *(ciks_of(edgar, asked.tickers).values() if asked.tickers else ())]
    yield from asked.datasets
    yield from wanted.among(
        chain(
            *(of_filer(edgar, cik, wanted) for cik in filers),
            *(of_quarter(edgar, quarter) for quarter in asked.quarters),
            *(of_day(edgar, day) for day in asked.days),
        )
    )


def mirror(base: str | None = None, data_base: str | None = None) -> Site:
    """Return EDGAR, or the mirror that is given or that EDGAR_BASE and EDGAR_DATA_BASE name."""
    base = base or os.environ.get("EDGAR_BASE")
    return Site(base or WWW, data_base or os.environ.get("EDGAR_DATA_BASE") or base or DATA)


def _forms(forms: Iterable[str]) -> frozenset[str]:
    if unknown := sorted({*forms} - FORMS):
        raise UsageError(f"a form is one of {', '.join(sorted(FORMS))}, not {unknown[0]!r}")
    return frozenset(forms)
