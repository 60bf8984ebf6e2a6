"""Paths of EDGAR's indexes, and the ownership filings that an index lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphload.errors import FetchError, UsageError
from graphload.files.envelope import accession_in
from graphload.filing.codes import Form

TICKERS = "/files/company_tickers.json"
FORMS = frozenset(str(form.value) for form in Form)
COLUMNS = b"CIK|Company Name|Form Type|Date Filed|"
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}q{self.number}"

    @classmethod
    def of(cls, text: str) -> Quarter:
        """Return the quarter that a text such as `2024q3` names."""
        if found := re.fullmatch(r"([0-9]{4})[qQ]([1-4])", text):
            return cls(int(found[1]), int(found[2]))
        raise UsageError(f"a quarter looks like 2024q3, not {text!r}")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of an EDGAR index. A filing has one line for each of its parties; `cik` is one of them."""

    accession: str
    form: str
    filed_on: date
    cik: str

    @property
    def path(self) -> str:
        """The path of the full submission on EDGAR."""
        return f"/Archives/edgar/data/{int(self.cik)}/{self.accession}.txt"


@dataclass(frozen=True, slots=True)
class FilingFilter:
    """A filter by form and filing date."""

    forms: frozenset[str] = FORMS
    since: date = date.min
    until: date = date.max

    def among(self, listed: Iterable[IndexEntry | FetchError]) -> Iterator[IndexEntry | FetchError]:
        """Yield the matching entries, each filing once, and every error."""
        seen = set()
        for each in listed:
            if isinstance(each, FetchError):
                yield each
            elif each.form in self.forms and self.since <= each.filed_on <= self.until and each.accession not in seen:
                seen.add(each.accession)
                yield each


# the first quarter whose data set is in another folder
_MOVED = Quarter(2026, 2)


def cik(value: str) -> str:
    """Return a CIK with ten digits."""
    if value.isascii() and value.isdigit() and len(value) <= 10:
        return value.zfill(10)
    raise UsageError(f"a CIK looks like 0000320193, not {value!r}")


def quarterly(quarter: Quarter) -> str:
    """Return the path of the index of a quarter."""
    return f"/Archives/edgar/full-index/{quarter.year}/QTR{quarter.number}/master.idx"


def daily(day: date) -> str:
    """Return the path of the index of a day."""
    return f"/Archives/edgar/daily-index/{day.year}/QTR{(day.month + 2) // 3}/master.{day:%Y%m%d}.idx"


def datasets(quarter: Quarter) -> tuple[str, ...]:
    """Return the possible paths of the data set of a quarter, the likely one first. The SEC moved them in 2026."""
    folders = ("datastandardsinnovation", "structureddata")
    return tuple(
        f"/files/{folder}/data/insider-transactions-data-sets/{quarter}_form345.zip"
        for folder in (folders if quarter >= _MOVED else reversed(folders))
    )


def submissions(cik: str) -> str:
    """Return the path of the list of a filer's submissions."""
    return f"/submissions/CIK{cik}.json"


def in_index(lines: Iterable[bytes], address: str) -> Iterator[IndexEntry | FetchError]:
    """Yield the ownership filings of a master index, and an error for each of their lines that cannot be read."""
    begun = False
    for number, line in enumerate(lines, 1):
        if begun and line.count(b"|") >= 4:
            yield from _row(line.decode("latin-1"), f"{address}: line {number}")
        begun = begun or line.startswith(COLUMNS)


def _row(line: str, place: str) -> Iterator[IndexEntry | FetchError]:
    cik, rest = line.split("|", 1)
    _, form, filed, file = rest.rsplit("|", 3)
    if form.strip() in FORMS:
        yield _listed(accession_in(file), form.strip(), filed, cik, place)


def _listed(accession: str | None, form: str, filed: str, cik: str, place: str) -> IndexEntry | FetchError:
    found = _DATE.fullmatch(filed.strip())
    try:
        if found and accession and cik.strip().isdecimal():
            return IndexEntry(accession, form, date(*map(int, found.groups())), cik.strip().zfill(10))
    except ValueError:
        pass
    return FetchError(place, f"not a date, an accession number and a CIK: {filed!r}, {accession!r}, {cik!r}")


def pages(table: dict[str, Any], wanted: FilingFilter) -> Iterator[str]:
    """Yield the paths of further lists of a filer's submissions that overlap the dates of the filter."""
    for page in table["filings"]["files"]:
        first, last = (date.fromisoformat(page[end]) for end in ("filingFrom", "filingTo"))
        if first <= wanted.until and last >= wanted.since:
            yield f"/submissions/{page['name']}"


def in_submissions(cik: str, table: dict[str, list[str]], address: str) -> Iterator[IndexEntry | FetchError]:
    """Yield the ownership filings in one list of a filer's submissions. The list is stored by columns."""
    for accession, form, filed in zip(table["accessionNumber"], table["form"], table["filingDate"], strict=True):
        if form in FORMS:
            yield _listed(accession_in(accession), form, filed, cik, address)


def of_ticker(ticker: str, tickers: dict[str, dict[str, Any]]) -> str | None:
    """Return the CIK of the issuer with a ticker, or None."""
    symbol = ticker.upper().replace(".", "-")
    return next((str(each["cik_str"]).zfill(10) for each in tickers.values() if each["ticker"] == symbol), None)
