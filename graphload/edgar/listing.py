"""Ownership filings of a quarter, a day or a filer, from EDGAR's indexes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from graphload.edgar import index as edgar_index
from graphload.edgar.checks import check_index, title
from graphload.edgar.client import Edgar
from graphload.edgar.index import FilingFilter, IndexEntry, Quarter
from graphload.errors import AbsentError, FetchError, UnavailableError, UsageError

_T = TypeVar("_T")
_Found: TypeAlias = Iterator[IndexEntry | FetchError]


def of_quarter(edgar: Edgar, quarter: Quarter) -> _Found:
    """Yield the ownership filings of a quarter, once for each party."""
    return _as_far_as_it_goes(_index(edgar, edgar_index.quarterly(quarter)))


def of_day(edgar: Edgar, day: date) -> _Found:
    """Yield the ownership filings of a day, once for each party."""
    return _as_far_as_it_goes(_index(edgar, edgar_index.daily(day)))


def of_filer(edgar: Edgar, cik: str, wanted: FilingFilter) -> _Found:
    """Yield the ownership filings of an issuer or owner, the latest first."""
    return _as_far_as_it_goes(_lists(edgar, cik, wanted))


def _as_far_as_it_goes(found: _Found) -> _Found:
    """Yield entries up to the first error, then that error. Raise UnavailableError."""
    try:
        yield from found
    except UnavailableError:
        raise
    except FetchError as error:
        yield error


def _index(edgar: Edgar, path: str) -> _Found:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "master.idx"
        try:
            edgar.save(path, file, check_index)
        except AbsentError as error:
            what = f"{error.what}: nothing was filed then, or the index is yet to come"
            raise AbsentError(error.address, what) from None
        with file.open("rb") as lines:
            yield from edgar_index.in_index(lines, edgar.site.address(path))


def _lists(edgar: Edgar, cik: str, wanted: FilingFilter) -> _Found:
    def first(table: Any, address: str) -> tuple[list[IndexEntry | FetchError], list[str]]:
        listed = edgar_index.in_submissions(cik, table["filings"]["recent"], address)
        return [*listed], [*edgar_index.pages(table, wanted)]

    def further(table: Any, address: str) -> list[IndexEntry | FetchError]:
        return [*edgar_index.in_submissions(cik, table, address)]

    try:
        listed, pages = _json(edgar, edgar_index.submissions(cik), first)
    except AbsentError as error:
        raise AbsentError(error.address, "EDGAR has no filer with this CIK") from None
    yield from listed
    for page in pages:
        yield from _json(edgar, page, further)


def ciks_of(edgar: Edgar, tickers: Iterable[str]) -> dict[str, str]:
    """Return the CIK of the issuer with each ticker."""

    def read(listed: Any, _: str) -> dict[str, str | None]:
        return {ticker: edgar_index.of_ticker(ticker, listed) for ticker in tickers}

    found = _json(edgar, edgar_index.TICKERS, read)
    for ticker, cik in found.items():
        if cik is None:
            raise UsageError(f"EDGAR lists no issuer with the ticker {ticker!r} today: give its --cik")
    return {ticker: cik for ticker, cik in found.items() if cik}


def _json(edgar: Edgar, path: str, read: Callable[[Any, str], _T]) -> _T:
    """Return what `read` makes of the JSON at a path. A file that cannot be read is requested again."""
    found: list[_T] = []

    def check(file: Path, address: str) -> None:
        content = file.read_bytes()
        try:
            found.append(read(json.loads(content), address))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = title(content[:4096]) or f"{type(error).__name__}: {error}"
            raise FetchError(address, f"not the expected JSON list: {what}", again=True) from None

    with tempfile.TemporaryDirectory() as folder:
        edgar.save(path, Path(folder) / "list.json", check)
    return found[-1]
