"""How answers are printed."""

import csv
import io
import subprocess
import sys
from datetime import date

import click
import pytest

from graphload.cli.output import options, show
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


def test_where_the_table_is_too_wide_each_row_is_a_list(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    show(("name", "shares", "filing", "nothing"), [("a name of many words", 1000, "0001046568-22-000002", None)] * 2)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert (
        lines == ["name     a name of many words", "shares   1,000", "filing   0001046568-22-000002", "nothing", ""] * 2
    )


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


@pytest.mark.parametrize("option", [[], ["--excel"]])
def test_no_cell_is_a_formula_where_a_spreadsheet_reads_it(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]
    rows = [(formula, -5, ["=2", "b"], "a=1") for formula in formulas]
    command = click.command(options(lambda shape: show(("a", "b", "c", "d"), rows, shape)))
    command.main(["--csv", *option], standalone_mode=False)
    _, *cells = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
    guard = "'" if option else ""
    assert [row[0] for row in cells] == [guard + formula for formula in formulas]
    assert {tuple(row[1:]) for row in cells} == {("-5", f"{guard}=2; b", "a=1")}
