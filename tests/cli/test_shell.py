"""`graphload shell`: what a line means, what completes it, and a session, typed and piped."""

import os
import pty
import sys
from pathlib import Path

import pytest

from graphload.cli.completing import words
from graphload.cli.shell import arguments
from graphload.errors import UsageError
from graphload.store import Store
from tests.helpers import Start, environment

MAIDA = "Maida Robert P"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", []),
        ("find 'maida robert'", ["find", "maida robert"]),
        ("ownership/stake Robert Maida", ["ask", "ownership/stake", "Robert Maida"]),
        ("ownership/stake person='Robert Maida' on=2022-01-01 --json",
         ["ask", "ownership/stake", "-pperson=Robert Maida", "-pon=2022-01-01", "--json"]),
        ("ownership/stake Robert Maida -o my.csv on=2022-01-01 --columns shares,filing",
         ["ask", "ownership/stake", "Robert Maida", "-pon=2022-01-01", "-o", "my.csv", "--columns", "shares,filing"]),
        ("own/question name=x", ["ask", "own/question", "name=x"]),
        ("MATCH (n {a: 'it''s'}) RETURN n;", ["cypher", "--", "MATCH (n {a: 'it''s'}) RETURN n"]),
        ("return 'O", ["cypher", "--", "return 'O"]),
    ],
)  # fmt: skip
def test_a_line_means_a_command(line: str, expected: list[str]) -> None:
    assert arguments(line) == expected


@pytest.mark.parametrize(
    ("line", "said"), [("find 'maida", "no closing quotation"), ("serve", "`serve` runs outside of the shell")]
)
def test_a_line_that_means_none_is_an_error(line: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        arguments(line)


def completed(line: str, store: Store) -> list[str]:
    return [line[: len(line) + word.start] + word.text for word in words(line, store)]


def test_commands_questions_parameters_and_names_are_completed(world: Store) -> None:
    assert completed("sta", world) == ["status"]
    assert completed("ownership/sta", world) == ["ownership/stake"]
    assert completed("queries ownership/sta", world) == ["queries ownership/stake"]
    assert completed("find maida", world) == [f"find {MAIDA}"]
    assert completed("ownership/stake robert ma", world) == [f"ownership/stake {MAIDA}"]
    assert completed("ask ownership/stake robert ma", world) == [f"ask ownership/stake {MAIDA}"]
    assert completed("ask ownership/stake -p person=robert ma", world) == [f'ask ownership/stake -p person="{MAIDA}"']
    assert completed("ask ownership/stake -p nobody=robert ma", world) == []
    assert completed("ownership/stake person=robert ma", world) == [f'ownership/stake person="{MAIDA}"']
    assert "ownership/stake asFiled=" in completed("ownership/stake as", world)
    assert completed("ownership/stake on=2024-01-01 on", world) == []
    assert completed("insiders/roster issuer=brightwater", world) == [
        'insiders/roster issuer="Brightwater Instruments, Inc."'
    ]
    assert completed("find x", world) == completed("nothing/here x", world) == []


def test_lines_of_standard_input_are_answered(world: Store, start: Start) -> None:
    shell = start("shell", "--store", world.address)
    out, err = shell.communicate(
        f"# a comment\n\nownership/stake {MAIDA} --json\nRETURN 1 AS one\nfnid x\ntrades/top limit=none\n", timeout=300
    )
    assert '"security": "Common Stock"' in out
    assert "one" in out
    assert "there is no command 'fnid': did you mean find?" in err
    assert "trades/top: parameter limit takes a whole number, not 'none'" in err
    assert shell.returncode == 2
    assert start("shell", "--store", world.address).communicate("RETURN 1 AS one\n", timeout=300)[0].count("1") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_somebody_types(world: Store, start: Start, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    settings = environment() | {"XDG_CACHE_HOME": str(tmp_path), "TERM": "xterm"}
    shell = start("shell", "--store", world.address, stdin=theirs, stdout=theirs, stderr=theirs, env=settings)
    os.close(theirs)

    def until(text: str) -> None:
        seen = ""
        while text not in seen:
            seen += os.read(ours, 1).decode("latin-1")

    until("graphload>")
    for line, answer in (
        ("RETURN 40 + 2 AS sum\r", "42"),
        ("find MAIDA\r", MAIDA),
        ("serve\r", "outside of the shell"),
    ):
        os.write(ours, line.encode())
        until(answer)
        until("graphload>")
    os.write(ours, b"\x04")
    assert shell.wait(timeout=300) == 0
    assert "+RETURN 40 + 2 AS sum" in (tmp_path / "graphload" / "history").read_text("utf-8")
