import json
import os
import signal
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphload.check.counting import waiting
from graphload.store import Store, open_store
from tests.helpers import Run, Start

COUNT = "MATCH (f:Filing) RETURN count(f)"


def count(address: str) -> Any:
    with open_store(address) as store:
        return store.read(COUNT).rows[0][0]


@pytest.fixture
def broken(filings: Path) -> Path:
    """A file that cannot be taken, and comes first in its folder."""
    file = filings / "0-broken.xml"
    file.write_text("<ownershipDocument>\n<documentType>99</documentType></ownershipDocument>", "utf-8")
    return file


@pytest.fixture
def other(filings: Path) -> Path:
    """A submission of a form that is none of ours."""
    file = filings / "1-other.txt"
    file.write_text("<SEC-DOCUMENT>\n<TYPE>10-K\n<DOCUMENT>\n", "utf-8")
    return file


def test_a_folder_is_loaded_and_reported_in_words(run: Run, address: str, filings: Path) -> None:
    first, second = (run("load", filings, "--store", address) for _ in range(2))
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.startswith("Loaded 3, replaced 0, left 0 unchanged, passed over 0, set aside 0, in ")
    assert second.stderr.startswith("Loaded 0, replaced 0, left 3 unchanged, ")
    assert count(address) == 3


def test_a_bad_filing_is_told_in_a_line_and_the_rest_goes_on(
    run: Run, address: str, filings: Path, broken: Path
) -> None:
    result = run("load", filings, "--store", address)
    line, report, next_step = result.stderr.splitlines()
    assert (result.exit_code, next_step.endswith("correct these files, and run the load again.")) == (3, True)
    assert line.startswith(f"{broken}: line 2: documentType: not one of ") and line.endswith(": '99'")
    assert "set aside 1" in report
    assert count(address) == 3


def test_strict_stops_at_the_first_bad_filing(run: Run, address: str, filings: Path, broken: Path) -> None:
    result = run("load", filings, "--store", address, "--strict")
    assert result.exit_code == 1
    assert f"graphload: {broken}: line 2: documentType: " in result.stderr
    assert "The load is incomplete" in result.stderr
    assert count(address) == 0


def test_a_submission_of_another_form_is_named_and_no_fault(run: Run, address: str, filings: Path, other: Path) -> None:
    result = run("load", filings, "--store", address)
    assert result.exit_code == 0
    assert f"{other}: passed over: a submission of form 10-K\n" in result.stderr


def test_the_report_is_data_on_stdout_if_asked(
    run: Run, address: str, filings: Path, broken: Path, other: Path
) -> None:
    report = json.loads(run("load", filings, "--store", address, "--json").stdout)
    assert (report["loaded"], report["unchanged"], report["replaced"], report["finished"]) == (3, 0, 0, True)
    assert [line.split(":")[0] for line in (*report["setAside"], *report["passedOver"])] == [str(broken), str(other)]


def test_paths_come_from_standard_input(run: Run, address: str, filings: Path) -> None:
    listed = "\n".join(map(str, sorted(filings.rglob("*.xml"))[:2]))
    result = run("load", "-", "--store", address, given=f"{listed}\n\n")
    assert result.exit_code == 0
    assert count(address) == 2


def test_the_command_line_tells_what_one_file_does_not(run: Run, store: Store, filings: Path) -> None:
    file = filings / "bare.xml"
    file.write_bytes(next(filings.glob("*/ownership.xml")).read_bytes())
    at_edgar = "https://www.sec.gov/Archives/edgar/data/1/000123456722000001/form4.xml"
    said = ("--accession", at_edgar, "--filed-on", "2022-03-09")
    assert run("load", file, *said, "--store", store.address).exit_code == 0
    query = "MATCH (f:Filing) RETURN f.id, f.filedOn, f.accessionBasis, f.filedOnBasis"
    assert store.read(query).rows == [("0001234567-22-000001", date(2022, 3, 9), "given", "given")]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["filings/", "--accession", "0001234567-22-000001"], "for one file"),
        (["-", "--filed-on", "2022-03-09"], "for one file"),
        (["x.xml", "--accession", "1234"], "should look like 0001046568-22-000002"),
        (["x.xml", "--filed-on", "9 March"], "does not match the format"),
        (["x.xml", "--jobs", "0"], "0 is not in the range"),
        ([], "Missing argument 'PATH...'"),
        (["x.xml", "--store", "ftp://host"], "ftp:// is no address of a store"),
        (["x.xml", "--store", "neo4j://me:secret@host"], "may not hold a user or a password"),
    ],
)
def test_a_wrong_request_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "filings").mkdir()
    result = run("load", *arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_load_ends_cleanly_with_the_report_so_far(
    start: Start, address: str, filings: Path, number: int
) -> None:
    child = start("load", "-", "--store", address, "--json")
    assert child.stdin and child.stdout and child.stderr
    child.stdin.write(f"{next(filings.glob('*/ownership.xml'))}\nnot-there.xml\n")
    child.stdin.flush()
    assert child.stderr.readline() == "not-there.xml: No such file or directory\n"
    child.send_signal(number)
    report, told = json.load(child.stdout), child.stderr.read()
    assert child.wait(30) == 130
    assert (report["setAside"], report["finished"]) == (["not-there.xml: No such file or directory"], False)
    assert "The load is incomplete: run it again to continue.\n" in told
    assert told.endswith("graphload: interrupted\n")
    assert "Traceback" not in told


def test_a_terminal_shows_a_bar(
    start: Start, address: str, filings: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    terminal, end = os.openpty()
    child = start("load", filings, "--store", address, stderr=end)
    os.close(end)
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:  # the other end is closed
        os.close(terminal)
    assert child.wait(30) == 3
    assert "━".encode() in shown
    assert str(broken).encode() in shown
    assert b"Loaded 3, " in shown


def test_a_filing_is_taken_out_and_can_be_loaded_again(run: Run, address: str, filings: Path) -> None:
    run("load", filings, "--store", address)
    accession = sorted(folder.name for folder in filings.iterdir() if folder.is_dir())[0]
    result = run("remove", accession.replace("-", ""), "--store", address)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Removed 1.\n")
    assert count(address) == 2
    again = run("load", filings, "--store", address)
    assert again.stderr.startswith("Loaded 1, replaced 0, left 2 unchanged, ")


def test_a_filing_is_taken_out_by_its_address_but_not_by_a_row(run: Run, address: str, filings: Path) -> None:
    run("load", filings, "--store", address)
    accession = sorted(folder.name for folder in filings.iterdir() if folder.is_dir())[0]
    result = run("remove", f"{accession}:NT1", "--store", address)
    said = f"{accession}:NT1 is a row, and only whole filings are removed: give {accession} to remove its filing"
    assert (result.exit_code, result.stderr) == (2, f"graphload: {said}\n")
    result = run("remove", f"https://www.sec.gov/Archives/edgar/data/1/{accession}-index.htm", "--store", address)
    assert (result.exit_code, result.stderr) == (0, "Removed 1.\n")


def test_what_is_not_there_is_named_and_the_rest_is_taken_out(run: Run, address: str, filings: Path) -> None:
    run("load", filings, "--store", address)
    accession = sorted(folder.name for folder in filings.iterdir() if folder.is_dir())[0]
    absent = f"sha256:{64 * '0'}"
    for removed in (1, 0):
        result = run("remove", "-", "--store", address, given=f"0000000000-00-000000\n{accession}\n{absent}\n")
        missing = ["0000000000-00-000000", *([] if removed else [accession]), absent]
        assert (result.exit_code, result.stderr.splitlines()) == (
            0,
            [
                f"Removed {removed}.",
                f"Not in the store: {', '.join(missing)}; check the accession numbers if they should be.",
            ],
        )
    assert count(address) == 2


@pytest.mark.parametrize("given", ["lionel", "0000000000-00-00000", "https://www.sec.gov/edgar"])
def test_what_names_no_filing_is_refused_before_any_is_taken_out(
    run: Run, address: str, filings: Path, given: str
) -> None:
    run("load", filings, "--store", address)
    accession = sorted(folder.name for folder in filings.iterdir() if folder.is_dir())[0]
    result = run("remove", accession, given, "--store", address)
    said = f"graphload: {given} is neither an accession number nor the id of a filing\n"
    assert (result.exit_code, result.stderr) == (2, said)
    assert count(address) == 3


def test_a_removal_that_was_killed_is_finished_by_the_same_command(run: Run, address: str, filings: Path) -> None:
    run("load", filings, "--store", address)
    gone = max(folder.name for folder in filings.iterdir())  # the others have its issuer too
    with open_store(address) as store:
        store.remove([gone])  # and derives nothing more
        assert waiting(store)
    assert run("remove", gone, "--store", address).exit_code == 0
    assert run("verify", "--store", address).exit_code == 0
    with open_store(address) as store:
        assert not waiting(store)
