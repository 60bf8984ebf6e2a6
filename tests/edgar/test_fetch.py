"""What is in the folder after a fetch, whatever the server did meanwhile."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import metadata, submission
from graphload.edgar.client import Edgar, Site
from graphload.edgar.fetch import FetchRequest, Report, fetch
from graphload.edgar.index import FilingFilter, IndexEntry, Quarter, daily, datasets
from graphload.edgar.listing import ciks_of, of_day, of_filer, of_quarter
from graphload.errors import UnavailableError, UsageError
from graphload.load import load
from graphload.store import Store
from tests import edgar_server
from tests.conftest import on_embedded
from tests.contents import contents
from tests.edgar_server import filed_on, half, path, reset, says, short
from tests.servers import ROOT

ISSUER = "0009000001"
QUARTER = Quarter(2025, 1)
FILED = [each for each in FILINGS if date(2025, 1, 1) <= filed_on(each) < date(2025, 4, 1)]
THERE = sorted(str(each.envelope.accession) for each in FILED)
FULL_INDEX = "/Archives/edgar/full-index/2025/QTR1/master.idx"


@pytest.fixture
def server() -> Iterator[edgar_server.Edgar]:
    with edgar_server.edgar() as server:
        yield server


@pytest.fixture
def edgar(server: edgar_server.Edgar) -> Iterator[Edgar]:
    """A connection that never waits."""
    site, kept = Site(server.base, server.base), list[object]()
    with Edgar("Jane Doe jane@example.com", site, pace=lambda: None, say=kept.append, sleep=kept.append) as edgar:
        yield edgar


def fetched(edgar: Edgar, items: Iterable[FetchRequest], folder: Path) -> Report:
    report = Report()
    assert len([*fetch(edgar, items, folder, report)]) == report.seen
    return report


def in_quarter(edgar: Edgar) -> Iterator[FetchRequest]:
    return FilingFilter().among(of_quarter(edgar, QUARTER))


def test_what_a_killed_fetch_left_is_swept_once_it_is_old(edgar: Edgar, tmp_path: Path) -> None:
    left = [tmp_path / f".fetching-{name}" for name in ("old", "new")]
    for each in left:
        each.mkdir()
        (each / "half.txt").write_text("half")
    os.utime(left[0], (0, 0))
    fetched(edgar, in_quarter(edgar), tmp_path)
    assert names(tmp_path) == [".fetching-new", *THERE]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_quarter_is_fetched_each_filing_once_and_complete(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path
) -> None:
    assert fetched(edgar, in_quarter(edgar), tmp_path) == Report(fetched=len(THERE), finished=True)
    assert names(tmp_path) == THERE
    for accession in THERE:
        assert names(tmp_path / accession) == [f"{accession}.txt", "metadata.json"]
    assert len(server.asked) == 1 + len(THERE)


def test_what_is_there_is_not_fetched_again(server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path) -> None:
    fetched(edgar, in_quarter(edgar), tmp_path)
    server.asked.clear()
    assert fetched(edgar, in_quarter(edgar), tmp_path) == Report(there=len(THERE), finished=True)
    assert server.paths == [FULL_INDEX]


def test_nothing_is_lost_and_nothing_twice_on_a_bad_day(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path
) -> None:
    faults = [short, says(429), half, says(200), says(403), reset, says(500), says(503)]
    for number, filing in enumerate(FILED):
        server.faults[path(filing)] = [faults[number % 8], faults[(number + 3) % 8]]
    assert fetched(edgar, in_quarter(edgar), tmp_path) == Report(fetched=len(FILED), finished=True)
    assert names(tmp_path) == THERE
    assert len(server.asked) == 1 + 3 * len(FILED)
    for filing in FILED:
        folder = tmp_path / str(filing.envelope.accession)
        assert (folder / edgar_server.name(filing)).read_bytes() == submission(filing)
        assert json.loads((folder / "metadata.json").read_bytes()) == json.loads(metadata(filing))


def test_it_is_stopped_and_goes_on(server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path) -> None:
    report = Report()
    cut_off = fetch(edgar, in_quarter(edgar), tmp_path, report)
    for _ in range(4):
        next(cut_off)
    assert (report.fetched, report.finished) == (4, False)
    assert fetched(edgar, in_quarter(edgar), tmp_path) == Report(fetched=len(THERE) - 4, there=4, finished=True)
    assert len(server.asked) == 2 + len(THERE)


def test_two_may_fetch_into_one_folder(server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path) -> None:
    """Whenever the second asks for a filing the first has half of it, and in the end all of it."""
    server.faults[path(FILED[0])] = [half, meanwhile(edgar, tmp_path)]
    assert fetched(edgar, in_quarter(edgar), tmp_path).finished
    assert names(tmp_path) == THERE
    for filing in FILED:
        folder = tmp_path / str(filing.envelope.accession)
        assert names(folder) == [f"{folder.name}.txt", "metadata.json"]
        assert (folder / edgar_server.name(filing)).read_bytes() == submission(filing)


def meanwhile(edgar: Edgar, folder: Path) -> edgar_server.Fault:
    """Answer when another has fetched the same."""

    def fault(answer: edgar_server.Answer, body: bytes) -> None:
        with Edgar("Jane Doe jane@example.com", edgar.site, pace=lambda: None, say=list[str]().append) as other:
            fetched(other, in_quarter(other), folder)
        answer.send(200, body)

    return fault


def test_a_refusal_ends_it_and_leaves_nothing_half(server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path) -> None:
    items = [*in_quarter(edgar)]
    server.faults["*"] = [says(429)] * 99
    report = Report()
    with pytest.raises(UnavailableError, match="429 Too Many Requests"):
        [*fetch(edgar, items, tmp_path, report)]
    assert (report, names(tmp_path)) == (Report(), [])


def test_a_filing_that_is_missing_is_told_and_the_rest_is_fetched(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path
) -> None:
    items = [*in_quarter(edgar)]
    server.faults["*"] = [says(404)] * 7
    report = fetched(edgar, items, tmp_path)
    assert (report.fetched, len(report.failed), report.exit_code) == (len(THERE) - 7, 7, 3)
    assert fetched(edgar, items, tmp_path).fetched == 7


def test_failures_on_end_are_no_accident(server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path) -> None:
    items = [*in_quarter(edgar)]
    server.faults["*"] = [says(500)] * 99
    report = Report()
    with pytest.raises(UnavailableError, match="5 files in a row could not be downloaded"):
        [*fetch(edgar, items, tmp_path, report)]
    assert (len(report.failed), names(tmp_path)) == (5, [])


@pytest.mark.parametrize("fault", [says(200), says(200, b""), short, half])
def test_an_index_that_is_none_is_asked_for_again(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path, fault: edgar_server.Fault
) -> None:
    server.faults[FULL_INDEX] = [fault]
    assert fetched(edgar, in_quarter(edgar), tmp_path).fetched == len(THERE)


@pytest.mark.parametrize("ending", [b"\n", b""])
def test_an_index_may_end_as_it_likes_and_have_no_filings(
    server: edgar_server.Edgar, edgar: Edgar, ending: bytes
) -> None:
    index = (edgar_server.PREAMBLE + edgar_server.COLUMNS.format("Filename")).encode().rstrip()
    row = b"\n7|A|4|2025-01-02|edgar/data/7/0000000007-25-000001.txt"
    server.faults[FULL_INDEX] = [says(200, index + ending), says(200, index + row + ending)]
    assert [len([*of_quarter(edgar, QUARTER)]) for _ in range(2)] == [0, 1]


def test_what_cannot_be_listed_is_told_and_the_rest_is_fetched(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path
) -> None:
    server.faults[daily(date(2024, 8, 3))] = [says(403, edgar_server.NO_SUCH_FILE)]
    listed = chain(of_day(edgar, date(2024, 8, 3)), of_filer(edgar, "0000000007", FilingFilter()), in_quarter(edgar))
    report = fetched(edgar, listed, tmp_path)
    assert (report.fetched, report.finished, report.exit_code) == (len(THERE), True, 3)
    day, filer = report.failed
    assert day.endswith(
        "master.20240803.idx: EDGAR has no such file (403): nothing was filed then, or the index is yet to come"
    )
    assert filer.endswith("CIK0000000007.json: EDGAR has no filer with this CIK")


def test_a_refusal_ends_a_listing(server: edgar_server.Edgar, edgar: Edgar) -> None:
    server.faults["*"] = [says(429)] * 99
    for listing in (of_quarter(edgar, QUARTER), of_filer(edgar, ISSUER, FilingFilter())):
        with pytest.raises(UnavailableError, match="429"):
            next(listing)


def test_the_filings_of_a_day(edgar: Edgar) -> None:
    day = filed_on(FILINGS[0])
    parties = ((each, party) for each in FILINGS if filed_on(each) == day for party in each.envelope.parties)
    expected = {(each.envelope.accession, party.cik) for each, party in parties}
    assert {(each.accession, each.cik) for each in of_day(edgar, day) if isinstance(each, IndexEntry)} == expected


def test_all_pages_of_a_filer_are_read(server: edgar_server.Edgar, edgar: Edgar) -> None:
    filer = max(("0009000006", "0009000007", ISSUER), key=lambda cik: len([*of_filer(edgar, cik, FilingFilter())]))
    server.asked.clear()
    expected = {each.envelope.accession for each in FILINGS if filer in {party.cik for party in each.envelope.parties}}
    found = of_filer(edgar, filer, FilingFilter())
    assert {each.accession for each in found if isinstance(each, IndexEntry)} == expected
    assert len(server.asked) == -(-len(expected) // edgar_server.PAGE)


@pytest.mark.parametrize("content", [b"<html><title>Oh</title></html>", b"[]", b"{", b'{"filings": {"recent": {}}}'])
def test_a_list_that_is_none_is_told(server: edgar_server.Edgar, edgar: Edgar, content: bytes) -> None:
    server.faults["*"] = [says(200, content)] * 9
    (error,) = of_filer(edgar, ISSUER, FilingFilter())
    assert "CIK0009000001.json: not the expected JSON list: " in str(error)


def test_tickers_are_looked_up_in_one_list(server: edgar_server.Edgar, edgar: Edgar) -> None:
    assert ciks_of(edgar, ["aapl", "AMOT"]) == {"aapl": "0000320193", "AMOT": "0000046129"}
    assert len(server.asked) == 1
    with pytest.raises(UsageError, match="no issuer with the ticker 'ACME' today: give its --cik"):
        ciks_of(edgar, ["AAPL", "ACME"])


@pytest.mark.parametrize("at", [0, 1])
def test_a_data_set_is_in_one_folder_or_the_other(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path, at: int
) -> None:
    served = server.files[datasets(QUARTER)[at]] = edgar_server.dataset()
    assert fetched(edgar, [QUARTER], tmp_path) == Report(fetched=1, finished=True)
    assert (tmp_path / "2025q1_form345.zip").read_bytes() == served
    assert fetched(edgar, [QUARTER], tmp_path) == Report(there=1, finished=True)


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (says(200), "not a zip file but a page: 'SEC.gov"),
        (short, "not a zip file"),
        (
            says(404),
            "/files/structureddata/data/insider-transactions-data-sets/2025q1_form345.zip: EDGAR has no data set of ",
        ),
        (says(200, edgar_server.dataset().replace(b"SUBMISSION", b"WRONGTABLE")), "SUBMISSION.tsv is missing"),
    ],
)
def test_a_data_set_that_is_none_is_told(
    server: edgar_server.Edgar, edgar: Edgar, tmp_path: Path, fault: edgar_server.Fault, what: str
) -> None:
    server.files[datasets(QUARTER)[0]] = edgar_server.dataset()
    server.faults["*"] = [fault] * 9
    report = fetched(edgar, [QUARTER], tmp_path)
    assert what in report.failed[0]
    assert names(tmp_path) == []


@on_embedded
def test_what_is_fetched_makes_the_same_graph(store: Store, edgar: Edgar, tmp_path: Path) -> None:
    load(store, [str(ROOT / "examples" / "filings")])
    expected = less_what_says_so(contents(store))
    quarters = [Quarter(year, number) for year in range(2021, 2027) for number in (1, 2, 3, 4)]
    listed = (each for quarter in quarters for each in of_quarter(edgar, quarter))
    assert fetched(edgar, FilingFilter().among(listed), tmp_path).fetched == len(FILINGS)
    store.write("MATCH (n) DETACH DELETE n")
    report = load(store, [str(tmp_path)])
    assert (report.loaded, report.set_aside) == (len(FILINGS), [])
    assert less_what_says_so(contents(store)) == expected


def less_what_says_so(graph: Counter[str]) -> Counter[str]:
    """Return a graph less the marks that dates and numbers come from a header here, from beside the filing there."""
    marks = re.compile(r"\('(accessionBasis|filedOnBasis|contentHash)', '\w+'\), ")
    return Counter(marks.sub("", line) for line in graph.elements())
