"""How answers are printed."""

import codecs
import csv
import io
import json
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from graphload.cli.output import options, show
from graphload.errors import GraphloadError, UsageError
from tests.helpers import environment

COLUMNS = ("name", "shares", "day", "flag", "roles", "mixed")
ROWS = [
    ("[bold]Ann[/bold] :smile:", 1234567.0, date(2024, 2, 29), True, ["director", "officer"], 1),
    ("Bea", 0.25, None, False, [], "text"),
    ("\x1b[31mCid", None, None, None, None, None),
]


def test_a_table_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    show(COLUMNS, ROWS)
    head, rule, *lines = (line.rstrip() for line in capsys.readouterr().out.splitlines())
    assert head == "name                         shares  day         flag  roles              mixed"
    assert {*rule} == {"─"}
    assert lines == [
        "[bold]Ann[/bold] :smile:  1,234,567  2024-02-29  yes   director; officer  1",
        "Bea                            0.25              no                       text",
        "\\u001b[31mCid",
    ]


def test_what_a_table_leaves_out_is_told_apart_from_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    show(("name", "number", "filing", "nothing"), [("a name of words", 1000, "0001046568-22-000002", None)] * 2)
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0].split() == ["name", "number"]
    assert printed.err == "Empty columns: nothing. No room for: filing; --wide prints every column.\n"


def test_a_table_without_rows_has_its_head(capsys: pytest.CaptureFixture[str]) -> None:
    show(("a", "b"), [], "table")
    assert capsys.readouterr().out.splitlines()[0].split() == ["a", "b"]


@pytest.mark.parametrize("shape", ["csv", "json", "jsonl", "table"])
def test_a_reader_that_goes_away_is_no_error(shape: str) -> None:
    code = f"from graphload.cli.output import show; show(('n',), ((n,) for n in range(20000)), {shape!r})"
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_lines_are_written_as_rows_come() -> None:
    code = "from itertools import count; from graphload.cli.output import show; show(['n'], zip(count()), 'jsonl')"
    with subprocess.Popen([sys.executable, "-c", code], env=environment(), stdout=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stdout.readline() == b'{"n": 0}\n'
        run.stdout.close()
    assert run.returncode == 0


@click.command()
@options
def asked(shape: str) -> None:
    show(("name", "shares", "cik"), [("Ann", 5, "0000000001"), ("=1+1", 7, None)], shape)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(asked, [*map(str, arguments)], catch_exceptions=False, standalone_mode=False)


@pytest.mark.parametrize("shape", ["csv", "json", "jsonl", "table"])
def test_a_file_holds_what_would_be_printed(tmp_path: Path, shape: str) -> None:
    file = tmp_path / f"answer.{'txt' if shape == 'table' else shape}"
    file.write_text("something longer than the answer is" * 20, "utf-8")
    assert run("-o", file).stdout == ""
    assert file.read_text("utf-8") == run(f"--{shape}").stdout == run(f"--{shape}", "-o", "-").stdout
    assert [*tmp_path.iterdir()] == [file]


def test_an_option_tells_more_than_the_name_of_a_file(tmp_path: Path) -> None:
    assert run("-o", tmp_path / "answer.csv", "--json").exit_code == 0
    assert json.loads((tmp_path / "answer.csv").read_text("utf-8"))[0]["name"] == "Ann"


def test_a_link_stays_one_and_permissions_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "answer", tmp_path / "link.csv"
    file.touch(0o600)
    link.symlink_to(file)
    run("-o", link)
    assert (link.is_symlink(), stat.S_IMODE(file.stat().st_mode)) == (True, 0o600)
    assert file.read_text("utf-8").startswith("name,")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (".", ". is a folder: give the name of a file in it, as answer.csv"),
        ("none/answer.csv", "cannot write none/answer.csv: there is no folder none; create it first"),
        (
            "answer.dat",
            "-o: answer.dat does not tell the format: give --csv or the like, or end it in .csv, .json, .jsonl,",
        ),
    ],
)
def test_a_file_that_cannot_be_written_is_told_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    options = ["--csv"] if file == "." else []
    with pytest.raises((UsageError, click.UsageError), match=re.escape(said)):
        CliRunner().invoke(asked, ["-o", file, *options], catch_exceptions=False, standalone_mode=False)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("raised", [ValueError("broken"), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_an_error_leaves_a_file_as_it_was(tmp_path: Path, raised: BaseException) -> None:
    file = tmp_path / "answer.csv"
    file.write_text("before", "utf-8")

    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise raised

    @click.command()
    @options
    def failing(shape: str) -> None:
        show(("n",), rows(), shape)

    with pytest.raises((type(raised), click.Abort, GraphloadError)):
        failing.main(["-o", str(file)], standalone_mode=False)
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("answer.csv", "before")]


@pytest.mark.parametrize("shape", ["csv", "json", "jsonl", "table"])
def test_columns_are_chosen_and_ordered(shape: str) -> None:
    printed = run(f"--{shape}", "--columns", "shares, name,shares").stdout
    if shape == "table":
        assert printed.splitlines()[0].split() == ["shares", "name"]
    else:
        assert re.findall("shares|name|cik", printed)[:2] == ["shares", "name"]
        assert "cik" not in printed


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("shars", "--columns: there is no column 'shars': did you mean shares?"),
        ("x", "--columns: there is no column 'x': there are name, shares, cik"),
    ],
)
def test_an_unknown_column_is_told(columns: str, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        asked.main(["--columns", columns], standalone_mode=False)


@pytest.mark.parametrize("arguments", [["--excel"], ["--excel", "--json"], ["--wide", "--csv"]])
def test_an_option_without_effect_is_an_error(arguments: list[str]) -> None:
    with pytest.raises(click.UsageError, match=arguments[0]):
        asked.main(arguments, standalone_mode=False)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(A1)"]
# what Excel would turn into a number, a date or a truth
TURNED = ["0001046568", "0", "00", "1234567890123456", "1e5", "TRUE", "mar1", "SEP-15", "3/4", "10-12"]
LEFT = ["name", "0001046568-22-000002", "4/A", "2024-01-31", "4", "Common Stock, Class A", 'a "word"', "Müller"]


@pytest.mark.parametrize("excel", [True, False])
def test_excel_shows_each_text_as_it_is(excel: bool, tmp_path: Path) -> None:
    texts = [*FORMULAS, *TURNED, *LEFT]

    @click.command()
    @options
    def listed(shape: str) -> None:
        show(("text", "number", "list"), [(text, -5, [text]) for text in texts], shape)

    listed.main(["-o", str(tmp_path / "a.csv"), *(["--excel"] if excel else [])], standalone_mode=False)
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(codecs.BOM_UTF8) == excel
    assert content.count(b"\r\n") == (len(texts) + 1 if excel else 0)
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    kept = {text: f"'{text}" for text in FORMULAS} | {text: f'="{text}"' for text in TURNED if text != "0"}
    assert rows == [[shown := kept.get(text, text) if excel else text, "-5", shown] for text in texts]


def test_excel_reads_standard_output_too() -> None:
    printed = CliRunner().invoke(asked, ["--csv", "--excel"]).stdout_bytes
    assert printed == b'\xef\xbb\xbfname,shares,cik\r\nAnn,5,"=""0000000001"""\r\n\'=1+1,7,\r\n'
