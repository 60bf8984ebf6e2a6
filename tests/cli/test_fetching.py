"""`graphload fetch`, against a server that plays EDGAR."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from examples.world import FILINGS
from tests import edgar_server
from tests.edgar_server import filed_on, says, slow
from tests.helpers import Run, Start

FILER = "9000001"
OF_FILER = [each for each in FILINGS if "0009000001" in {party.cik for party in each.envelope.parties}]
DAY = filed_on(FILINGS[0])
FEW = ("--cik", FILER, "--since", "2025-01-01")
RECENT = sorted((each for each in OF_FILER if filed_on(each).year >= 2025), key=filed_on)
AGAIN = "Run the same command again to try those that failed."
FOUND = sorted(str(each.envelope.accession) for each in RECENT)


@pytest.fixture
def edgar(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[edgar_server.Edgar]:
    """A server that EDGAR_BASE names, a user who has a name, and a folder of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EDGAR_DATA_BASE", raising=False)
    with edgar_server.edgar() as server:
        monkeypatch.setenv("EDGAR_BASE", server.base)
        monkeypatch.setenv("EDGAR_IDENTITY", "Jane Doe jane@example.com")
        yield server


def there(folder: str = "filings") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir()) if Path(folder).exists() else []


@pytest.mark.parametrize("asked", [("--cik", FILER), ("--cik", f"000{FILER}"), ("--ticker", "aapl")])
def test_filings_of_a_filer(run: Run, edgar: edgar_server.Edgar, asked: tuple[str, str]) -> None:
    result = run("fetch", *asked, "--since", "2025-01-01", "--rate", 10)
    said = f"Fetched {len(FOUND)} into filings, found 0 there already, failed 0. Load them: graphload load filings\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", said)
    assert there() == FOUND
    assert edgar.asked[0].headers["User-Agent"] == "Jane Doe jane@example.com"


@pytest.mark.usefixtures("edgar")
def test_form_and_dates_choose(run: Run) -> None:
    chosen = ("--form", "3", "--form", "4/A", "--since", "2021-06-01", "--until", "2024-12-31")
    result = run("fetch", "--cik", FILER, *chosen, "--list", "--json")
    expected = {
        str(each.envelope.accession)
        for each in OF_FILER
        if each.form.value in ("3", "4/A") and "2021-06-01" <= filed_on(each).isoformat() <= "2024-12-31"
    }
    assert {row["accession"] for row in json.loads(result.stdout)} == expected != set()


def test_a_list_is_made_from_indexes_alone(run: Run, edgar: edgar_server.Edgar) -> None:
    run("fetch", *FEW, "--until", filed_on(RECENT[0]), "--rate", 10)
    edgar.asked.clear()
    result = run("fetch", *FEW, "--list", "--json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert sorted(row["accession"] for row in rows) == FOUND
    assert {row["accession"] for row in rows if row["there"]} == {*there()} != set(FOUND)
    assert there() != []
    assert [*rows[0]] == ["accession", "form", "filedOn", "cik", "path", "there"]
    assert all(path.startswith("/submissions/") for path in edgar.paths)


@pytest.mark.usefixtures("edgar")
def test_a_day_a_quarter_and_a_data_set(run: Run) -> None:
    asked = ("--day", DAY, "--quarter", "2024q3", "--dataset", "2024Q3")
    report = run("fetch", *asked, "--to", "new/filings", "--rate", 10, "--json")
    first, last = date(2024, 7, 1), date(2024, 9, 30)
    expected = [each for each in FILINGS if filed_on(each) == DAY or first <= filed_on(each) <= last]
    assert there("new/filings") == sorted([*(str(each.envelope.accession) for each in expected), "2024q3_form345.zip"])
    assert json.loads(report.stdout) == {"fetched": len(expected) + 1, "there": 0, "failed": [], "finished": True}


def test_again_fetches_nothing(run: Run, edgar: edgar_server.Edgar) -> None:
    run("fetch", *FEW, "--rate", 10)
    edgar.asked.clear()
    assert run("fetch", *FEW).stderr == f"Fetched 0 into filings, found {len(FOUND)} there already, failed 0.\n"
    assert all(path.startswith("/submissions/") for path in edgar.paths)


def test_nobody_is_told_how_to_be_somebody(
    run: Run, edgar: edgar_server.Edgar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDGAR_IDENTITY")
    result = run("fetch", *FEW)
    assert result.exit_code == 2
    assert "by --user-agent or EDGAR_IDENTITY, such as 'Jane Doe jane@example.com'" in result.stderr
    assert result.stderr.count("\n") == 1
    assert run("fetch", *FEW, "--user-agent", "Jane Doe").exit_code == 2
    assert edgar.asked == []
    run("fetch", *FEW, "--list", "--user-agent", "Example Inc. https://example.com")
    assert edgar.asked[0].headers["User-Agent"] == "Example Inc. https://example.com"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((), "say what to fetch"),
        (("--since", "2024-01-01"), "say what to fetch"),
        (("--cik", "AAPL"), "a CIK looks like 0000320193, not 'AAPL'"),
        (("--cik", "12345678901"), "looks like"),
        (("--quarter", "2024q5"), "a quarter looks like 2024q3, not '2024q5'"),
        (("--day", "2024-02-30"), "2024-02-30"),
        (("--cik", FILER, "--since", "2024-03-01", "--until", "2024-02-01"), "--since is later than --until"),
        (("--cik", FILER, "--form", "8-K"), "8-K"),
        (("--cik", FILER, "--rate", "11"), "11"),
        (("--cik", FILER, "--rate", "0"), "0"),
        (("--cik", FILER, "--csv"), "--csv is for --list"),
        (("--cik", FILER, "--base", "sec.gov"), "begins with https:// or http://"),
        (("--ticker", "ACME"), "no issuer with the ticker 'ACME'"),
    ],
)
@pytest.mark.usefixtures("edgar")
def test_what_cannot_be_asked_for(run: Run, wrong: tuple[str, ...], said: str) -> None:
    result = run("fetch", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert there() == []


def test_what_could_not_be_fetched_is_told(run: Run, edgar: edgar_server.Edgar) -> None:
    path = edgar_server.path(RECENT[0], FILER)
    edgar.faults[path] = [says(404)]
    result = run("fetch", *FEW, "--rate", 10, "--json")
    assert result.exit_code == 3
    line = f"{edgar.base}{path}: EDGAR has no such file (404)"
    report = f"Fetched {len(FOUND) - 1} into filings, found 0 there already, failed 1. {AGAIN}"
    assert result.stderr.splitlines() == [line, report]
    assert json.loads(result.stdout)["failed"] == [line]
    assert there() == [each for each in FOUND if each != RECENT[0].envelope.accession]


def test_a_refusal_is_one_line_after_the_report(run: Run, edgar: edgar_server.Edgar) -> None:
    path = edgar_server.path(RECENT[1], FILER)
    edgar.faults[path] = [says(429, Retry_After="7200")]
    result = run("fetch", *FEW, "--rate", 10)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"Fetched {len(there())} into filings, found 0 there already, failed 0.",
        "The download is incomplete: run the same command again to continue.",
        f"graphload: {edgar.base}{path}: 429 Too Many Requests "
        "'SEC.gov | Request Rate Threshold Exceeded': the server asks to wait 7,200 s",
    ]


def test_a_listing_that_is_not_there_is_told_and_the_others_count(run: Run, edgar: edgar_server.Edgar) -> None:
    missing = f"{edgar.base}/submissions/CIK0000000007.json: EDGAR has no filer with this CIK"
    result = run("fetch", "--cik", "7", *FEW, "--rate", 10)
    report = f"Fetched {len(FOUND)} into filings, found 0 there already, failed 1. {AGAIN}"
    assert (result.exit_code, result.stdout, result.stderr.splitlines()) == (3, "", [missing, report])
    assert there() == FOUND
    listed = run("fetch", "--cik", "7", *FEW, "--list", "--jsonl")
    assert (listed.exit_code, listed.stderr.splitlines()) == (3, [missing])
    assert len(listed.stdout.splitlines()) == len(FOUND)


def test_nothing_begun_is_one_line(run: Run, edgar: edgar_server.Edgar) -> None:
    edgar.faults["*"] = [says(403, Retry_After="7200")]
    result = run("fetch", *FEW)
    said = f"graphload: {edgar.base}/submissions/CIK0009000001.json: 403 Forbidden"
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith(said)


def test_a_pause_is_told(run: Run, edgar: edgar_server.Edgar) -> None:
    edgar.faults["*"] = [says(429, Retry_After="1")]
    assert "429 Too Many Requests" in run("fetch", *FEW, "--rate", 10).stderr
    assert there() == FOUND


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_is_interrupted_and_goes_on(run: Run, start: Start, edgar: edgar_server.Edgar, number: int) -> None:
    edgar.faults["*"] = [lambda answer, body: answer.send(200, body)] * 3 + [slow(60)]
    child = start("fetch", *FEW, "--rate", 10)
    assert child.stderr
    while len(edgar.asked) < 4:
        assert child.poll() is None
        time.sleep(0.01)
    child.send_signal(number)
    said = child.stderr.read().splitlines()
    assert child.wait(30) == 130
    assert said[-2:] == [
        "The download is incomplete: run the same command again to continue.",
        "graphload: interrupted",
    ]
    before = there()
    assert 0 < len(before) < len(FOUND)
    assert set(before) < set(FOUND)
    assert run("fetch", *FEW, "--rate", 10).exit_code == 0
    assert there() == FOUND


def test_help_imports_no_client() -> None:
    code = "from graphload.cli import main; main(['fetch', '--help'], standalone_mode=False)"
    ran = subprocess.run([sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True)
    assert "httpx" not in ran.stderr
