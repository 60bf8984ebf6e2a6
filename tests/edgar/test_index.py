"""What EDGAR lists, and which of it is wanted."""

from datetime import date
from typing import Any

import pytest

from graphload.edgar.index import (
    FORMS,
    FilingFilter,
    IndexEntry,
    Quarter,
    daily,
    datasets,
    in_index,
    in_submissions,
    of_ticker,
    pages,
    quarterly,
)
from graphload.errors import FetchError

# as EDGAR writes them: the day's index has dates without dashes
QUARTERLY = b"""Description:           Master Index of EDGAR Dissemination Feed
Last Data Received:    September 30, 2024
Comments:              webmaster@sec.gov
Anonymous FTP:         ftp://ftp.sec.gov/edgar/
Cloud HTTP:            https://www.sec.gov/Archives/




CIK|Company Name|Form Type|Date Filed|Filename
--------------------------------------------------------------------------------
1000045|OLD MARKET CAPITAL Corp|10-Q|2024-08-13|edgar/data/1000045/0000950170-24-096633.txt
1000045|OLD MARKET CAPITAL Corp|4|2024-08-01|edgar/data/1000045/0000950170-24-000001.txt
1000232|PIPE | SONS \xc9T CIE|3/A|2024-07-02|edgar/data/1000232/0000950170-24-000002.txt
1000232|SOMEBODY ELSE|424B3|2024-07-02|edgar/data/1000232/0000950170-24-000003.txt
"""
DAILY = QUARTERLY.replace(b"|2024-08-01|", b"|20240801|").replace(b"Filename", b"File Name")
FOUR = IndexEntry("0000950170-24-000001", "4", date(2024, 8, 1), "0001000045")
THREE = IndexEntry("0000950170-24-000002", "3/A", date(2024, 7, 2), "0001000232")


@pytest.mark.parametrize("index", [QUARTERLY, DAILY, QUARTERLY.replace(b"\n", b"\r\n")])
def test_ownership_filings_are_read_from_an_index(index: bytes) -> None:
    assert [*in_index(index.splitlines(keepends=True), "master.idx")] == [FOUR, THREE]


@pytest.mark.parametrize("bad", [b"|2024-13-01|", b"|August 1|", b"||"])
def test_a_line_that_cannot_be_read_is_not_passed_by(bad: bytes) -> None:
    lines = QUARTERLY.replace(b"|2024-08-01|", bad).splitlines()
    error, other = in_index(lines, "master.idx")
    assert str(error).startswith("master.idx: line 13: not a date, an accession number")
    assert other == THREE


def test_a_line_without_an_accession_number_is_not_passed_by() -> None:
    lines = QUARTERLY.replace(b"0000950170-24-000002.txt", b"index.html").splitlines()
    other, error = in_index(lines, "master.idx")
    assert str(error).startswith("master.idx: line 14: not a date, an accession number and a CIK")
    assert other == FOUR


def test_a_filing_is_where_edgar_keeps_it() -> None:
    assert FOUR.path == "/Archives/edgar/data/1000045/0000950170-24-000001.txt"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (FilingFilter(), [FOUR, THREE]),
        (FilingFilter(frozenset("4")), [FOUR]),
        (FilingFilter(since=date(2024, 8, 1)), [FOUR]),
        (FilingFilter(until=date(2024, 7, 2)), [THREE]),
        (FilingFilter(since=date(2024, 7, 3), until=date(2024, 7, 31)), []),
    ],
)
def test_form_and_dates_choose(wanted: FilingFilter, found: list[IndexEntry]) -> None:
    assert [*wanted.among([FOUR, THREE])] == found


def test_an_error_is_not_passed_by_whatever_is_wanted() -> None:
    error = FetchError("master.idx: line 13", "not a filing")
    assert [*FilingFilter(frozenset("5")).among([FOUR, error, THREE])] == [error]


def test_a_filing_of_several_parties_is_taken_once() -> None:
    assert [*FilingFilter().among([FOUR, THREE, IndexEntry(FOUR.accession, "4", FOUR.filed_on, "0000000007")])] == [
        FOUR,
        THREE,
    ]


def test_the_forms_are_three_and_their_amendments() -> None:
    assert {"3", "4", "5", "3/A", "4/A", "5/A"} == FORMS


@pytest.mark.parametrize(
    ("path", "is_at"),
    [
        (quarterly(Quarter(2024, 3)), "/Archives/edgar/full-index/2024/QTR3/master.idx"),
        (daily(date(2024, 9, 30)), "/Archives/edgar/daily-index/2024/QTR3/master.20240930.idx"),
        (daily(date(2024, 10, 1)), "/Archives/edgar/daily-index/2024/QTR4/master.20241001.idx"),
    ],
)
def test_where_things_are(path: str, is_at: str) -> None:
    assert path == is_at


@pytest.mark.parametrize(
    ("quarter", "folder"),
    [
        (Quarter(2006, 1), "structureddata"),
        (Quarter(2026, 1), "structureddata"),
        (Quarter(2026, 2), "datastandardsinnovation"),
        (Quarter(2027, 1), "datastandardsinnovation"),
    ],
)
def test_data_sets_moved_and_are_looked_for_in_both_places(quarter: Quarter, folder: str) -> None:
    paths = datasets(quarter)
    assert paths[0] == f"/files/{folder}/data/insider-transactions-data-sets/{quarter}_form345.zip"
    assert [path.split("/")[2] for path in sorted(paths)] == ["datastandardsinnovation", "structureddata"]


RECENT = {
    "accessionNumber": ["0000950170-24-000001", "0000950170-24-000009"],
    "filingDate": ["2024-08-01", "2024-07-30"],
    "form": ["4", "8-K"],
}


def test_a_list_of_submissions_is_a_table_in_columns() -> None:
    assert [*in_submissions("0001000045", RECENT, "CIK.json")] == [FOUR]


@pytest.mark.parametrize("name", ["../../x", "", "/etc/passwd"])
def test_what_is_no_accession_number_names_no_folder(name: str) -> None:
    (error,) = in_submissions("0001000045", RECENT | {"accessionNumber": [name, name]}, "CIK.json")
    assert str(error).startswith("CIK.json: not a date, an accession number and a CIK")


@pytest.mark.parametrize(
    ("since", "until", "read"),
    [
        (date.min, date.max, ["001", "002"]),
        (date(2020, 1, 1), date.max, ["001"]),
        (date.min, date(2014, 12, 31), ["002"]),
        (date(2021, 1, 1), date.max, []),
    ],
)
def test_only_the_pages_within_the_dates_are_read(since: date, until: date, read: list[str]) -> None:
    files = [
        {"name": "CIK-001.json", "filingFrom": "2015-01-01", "filingTo": "2020-12-31"},
        {"name": "CIK-002.json", "filingFrom": "1994-01-01", "filingTo": "2014-12-31"},
    ]
    found = pages({"filings": {"files": files}}, FilingFilter(since=since, until=until))
    assert [*found] == [f"/submissions/CIK-{number}.json" for number in read]


@pytest.mark.parametrize(
    ("ticker", "cik"), [("AAPL", "0000320193"), ("aapl", "0000320193"), ("brk.b", "0001067983"), ("NONE", None)]
)
def test_a_ticker_is_looked_up(ticker: str, cik: str | None) -> None:
    tickers: dict[str, dict[str, Any]] = {
        "0": {"cik_str": 320193, "ticker": "AAPL", "title": "Apple Inc."},
        "1": {"cik_str": 1067983, "ticker": "BRK-B", "title": "BERKSHIRE HATHAWAY INC"},
    }
    assert of_ticker(ticker, tickers) == cik
