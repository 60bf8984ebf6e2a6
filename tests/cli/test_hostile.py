"""What files, arguments and surroundings can do that mean no good, or are merely unlucky."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest

from graphload.errors import FilingError
from graphload.filing.document import Skipped
from graphload.visible import MESSAGE, QUOTED
from tests.helpers import Run, Start, environment
from tests.servers import ROOT

# red, a window's title, the same by C1, writing from right to left, a tag, half a character
STEERING = "\x1b[31m\x1b]0;owned\x07\x9b31m\u202eevil\u2066\U000e0041\ud800"
OF_XML = "\x9b31m\u202eevil\u2066\U000e0041"
EXAMPLE = ROOT / "examples" / "filings" / "0001046568-22-000002" / "ownership.xml"


def steers(text: str) -> list[str]:
    """Return the characters of an output that would steer a terminal."""
    return [each for each in text if category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") and each != "\n"]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder with a filing and files that are none, all with texts that steer."""
    content = EXAMPLE.read_text("utf-8")
    (tmp_path / "good.xml").write_text(content.replace("Maida", f"Maida {OF_XML}").replace("ESOP", OF_XML), "utf-8")
    novelty = f"<a{'b' * 5000}/>"
    (tmp_path / "bad.xml").write_text(content.replace("2022-03-07", f"{OF_XML}{'9' * 5000}") + novelty, "utf-8")
    (tmp_path / "value.xml").write_text(content.replace("2022-03-07", f"{OF_XML}{'9' * 5000}"), "utf-8")
    header = f"<SEC-DOCUMENT>\n<TYPE>10-K{STEERING[:-1]}{'K' * 5000}\n<DOCUMENT>\n"
    (tmp_path / "other.txt").write_text(header, "utf-8")
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as archive:
        archive.writestr(f"{STEERING[:-1]}{'n' * 5000}.xml", "<a/>")
    (tmp_path / f"{STEERING[:-1]}.xml").write_text("<a/>", "utf-8")
    return tmp_path


@pytest.mark.parametrize("shape", ["--table", "--csv", "--json", "--jsonl"])
def test_nothing_that_steers_a_terminal_comes_out_of_check(run: Run, planted: Path, shape: str) -> None:
    result = run("check", planted, shape)
    assert result.exit_code == 3
    assert steers(result.output) == []
    assert "\\u009b31m" in result.stderr
    assert max(map(len, result.stderr.splitlines())) < 3 * MESSAGE


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_nothing_that_steers_a_terminal_comes_out_of_show(run: Run, planted: Path, option: list[str]) -> None:
    result = run("show", planted / "good.xml", *option)
    assert steers(result.output) == []
    assert "\\u009b31m\\u202eevil\\u2066\\udb40\\udc41" in result.stdout
    if option:
        assert OF_XML in json.loads(result.stdout)["owners"][0]["name"]


@pytest.mark.parametrize("shape", ["--table", "--csv", "--json", "--jsonl"])
def test_nothing_that_steers_a_terminal_comes_out_of_a_store(run: Run, address: str, planted: Path, shape: str) -> None:
    loaded = run("load", planted, "--store", address, *(["--json"] if "json" in shape else []))
    assert loaded.exit_code == 3
    assert steers(loaded.output) == []
    for asked in (["find", "maida"], ["cypher", "MATCH (f:Filing)-[r]->() RETURN r.nature AS `\x1b[31m`, f.id"]):
        result = run(*asked, "--store", address, shape)
        assert (result.exit_code, steers(result.output)) == (0, [])
        assert "\\u009b31m" in result.stdout


def test_what_a_message_quotes_is_cut() -> None:
    error = FilingError("f.xml", "w" * 9999, element="e" * 9999, value="v" * 9999)
    assert len(str(error)) < MESSAGE + 3 * QUOTED
    assert len(str(Skipped("f.xml", "r" * 9999))) < MESSAGE + QUOTED


@pytest.mark.parametrize("limit", ["nan", "inf", "-inf", "1e308", "-1", "0", "soon"])
def test_a_time_limit_that_is_none_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    said = "should be a number of seconds, more than 0 and at most 10,000,000"
    result = run("cypher", "RETURN 1", "--timeout", limit)
    assert (result.exit_code, said in result.stderr) == (2, True)
    monkeypatch.setenv("GRAPHLOAD_QUERY_TIMEOUT", limit)
    for command in (["status"], ["load", EXAMPLE, "--store", "nowhere.graph"]):
        result = run(*command)
        assert (result.exit_code, said in result.stderr) == (2, True)


def test_an_argument_that_is_not_utf_8_is_refused(run: Run, address: str) -> None:
    for asked in (["find", "\udcff"], ["cypher", "RETURN '\udcff'"], ["cypher", "RETURN $x", "-p", "x=\udcff"]):
        result = run(*asked, "--store", address)
        assert (result.exit_code, "this is not UTF-8" in result.stderr) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams by a shell")
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (
            "schema >&-",
            1,
            "standard output is closed: redirect it into a file",
        ),
        ("check - <&-", 2, "standard input is closed: give the names as arguments, or a file for -"),
        ("schema 2>&- >/dev/null", 0, ""),
        ("check - >&- <&- 2>&-", 2, ""),
        ("--help >/dev/full", 1, "No space left on device"),
        ("schema >/dev/full", 1, "No space left on device"),
    ],
)
def test_streams_that_are_closed_or_full_are_told(command: str, code: int, said: str) -> None:
    called = f"exec '{sys.executable}' -m graphload {command}"
    variables = environment()
    run = subprocess.run(called, shell=True, check=False, env=variables, stderr=-1, text=True)
    assert (run.returncode, run.stderr) == (code, f"graphload: {said}\n" if said else "")


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_terminal_of_few_letters_has_the_others_spelled(
    start: Start, monkeypatch: pytest.MonkeyPatch, option: list[str]
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    shown, said = start("show", EXAMPLE, *option).communicate(timeout=120)
    assert (shown.isascii(), said) == (True, "")
    assert not option or json.loads(shown)
    assert option or "Form 4 \\u00b7 " in shown


def test_a_marker_that_goes_deep_is_damaged(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "deep.graph"
    folder.mkdir()
    (folder / "graphload.json").write_text("[" * 100_000, "utf-8")
    result = run("status", "--store", folder)
    assert (result.exit_code, "graphload.json is damaged" in result.stderr) == (1, True)


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split())]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
def test_a_worker_that_is_killed_is_told(start: Start, address: str) -> None:
    child = start("load", "-", "--store", address, "--jobs", "2")
    assert child.stdin and child.stderr
    listing = io.StringIO(f"{EXAMPLE}\n" * 5000)
    killed: list[Any] = []
    for line in listing:
        try:
            child.stdin.write(line)
            child.stdin.flush()
        except BrokenPipeError:
            break
        if not killed:
            killed = [pid for pid in children(child.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
            for pid in killed:
                os.kill(pid, signal.SIGKILL)
    said = child.communicate(timeout=120)[1]
    assert child.returncode == 1
    assert said.endswith("with a smaller --jobs; what is in the store is safe\n")
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals to groups")
def test_ctrl_c_while_workers_start_shows_no_traceback(start: Start, address: str) -> None:
    child = start("load", "-", "--store", address, "--jobs", "3", start_new_session=True)
    assert child.stdin and child.stderr
    child.stdin.write(f"{EXAMPLE}\n" * 600)  # more than are looked up together, before any is read
    child.stdin.flush()
    while len(children(child.pid)) < 3 and child.poll() is None:  # they are there and have not begun
        pass
    os.killpg(child.pid, signal.SIGINT)
    said = child.communicate(timeout=120)[1]
    assert child.returncode in (130, -signal.SIGINT)
    assert said.endswith("graphload: interrupted\n")
    assert "Traceback" not in said
