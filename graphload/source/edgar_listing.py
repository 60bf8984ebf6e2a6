"""The filings that EDGAR lists for a quarter, a day or a filer, read from its indexes as they come."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from graphload.errors import AbsentError, FetchError, UsageError
from graphload.source import edgar_index
from graphload.source.edgar import Edgar
from graphload.source.edgar_checks import check_index, title
from graphload.source.edgar_index import Listed, Quarter, Wanted

_T = TypeVar("_T")


def of_quarter(edgar: Edgar, quarter: Quarter) -> Iterator[Listed]:
    """Yield the ownership filings of a quarter, once for each party."""
    return _index(edgar, edgar_index.quarterly(quarter))


def of_day(edgar: Edgar, day: date) -> Iterator[Listed]:
    """Yield the ownership filings that came out on a day, once for each party."""
    return _index(edgar, edgar_index.daily(day))


def _index(edgar: Edgar, path: str) -> Iterator[Listed]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "master.idx"
        try:
            edgar.save(path, file, check_index)
        except AbsentError as error:
            what = f"{error.what}: nothing was filed then, or the index is yet to come"
            raise FetchError(error.address, what) from None
        with file.open("rb") as lines:
            yield from edgar_index.in_index(lines, edgar.site.address(path))


def of_filer(edgar: Edgar, cik: str, wanted: Wanted) -> Iterator[Listed]:
    """Yield the ownership filings of an issuer or owner, the latest first."""

    def first(table: Any, address: str) -> tuple[list[Listed], list[str]]:
        listed = edgar_index.in_submissions(cik, table["filings"]["recent"], address)
        return [*listed], [*edgar_index.pages(table, wanted)]

    def further(table: Any, address: str) -> list[Listed]:
        return [*edgar_index.in_submissions(cik, table, address)]

    try:
        listed, pages = _json(edgar, edgar_index.submissions(cik), first)
    except AbsentError as error:
        raise FetchError(error.address, "EDGAR has no filer with this CIK") from None
    yield from listed
    for page in pages:
        yield from _json(edgar, page, further)


def cik_of(edgar: Edgar, ticker: str) -> str:
    """Return the CIK of the issuer with a ticker."""
    cik = _json(edgar, edgar_index.TICKERS, lambda tickers, _: edgar_index.of_ticker(ticker, tickers))
    if cik is None:
        raise UsageError(f"EDGAR lists no issuer with the ticker {ticker!r} today: give its --cik")
    return cik


def _json(edgar: Edgar, path: str, read: Callable[[Any, str], _T]) -> _T:
    """Return what is read from the JSON at a path; what cannot be read is asked for again."""
    found: list[_T] = []

    def check(file: Path, address: str) -> None:
        content = file.read_bytes()
        try:
            found.append(read(json.loads(content), address))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            what = title(content[:4096]) or f"{type(error).__name__}: {error}"
            raise FetchError(address, f"not the list that should be there: {what}", again=True) from None

    with tempfile.TemporaryDirectory() as folder:
        edgar.save(path, Path(folder) / "list.json", check)
    return found[-1]
