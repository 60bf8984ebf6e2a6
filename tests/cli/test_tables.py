"""Tables for people: what they show where there is no room for everything, and what they say of the rest."""

import io
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.cli import cells
from graphload.cli.tables import LeftOut, View, write

FILING, DIGEST = "0001046568-22-000002", "sha256:fdf10b1bf766facc33b383ad57f1d9ad4817d6613ec2f60464b65aa0e81f9c3d"
PLAIN, GROUPED = View(), View(grouped=True)


def written(
    names: Sequence[str], rows: Sequence[Sequence[Any]], room: int, view: View = PLAIN
) -> tuple[list[str], LeftOut]:
    """Return the lines of a table in a terminal of a width, and what it leaves out."""
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(room))
        left_out = write(names, rows, stream, view)
    return stream.getvalue().splitlines(), left_out


def test_columns_without_a_value_are_left_out_and_named() -> None:
    lines, left_out = written(("a", "b", "c", "d"), [(1, None, [], 0), (2, "", [], False)], 80)
    assert lines[0].split() == ["a", "d"]
    assert left_out.line() == "Empty columns: b, c."


def test_a_table_of_nothing_but_empty_columns_shows_them() -> None:
    lines, left_out = written(("a", "b"), [(None, None)], 80)
    assert (lines[0].split(), left_out.line()) == (["a", "b"], "")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([f"row {n}" for n in range(59)], "row 0; row 1; row 2; row 3; row 4; +54 more"),
        (list("abcde"), "a; b; c; d; e"),
        (DIGEST, "sha256:fdf10b1bf766…"),
        (f"{DIGEST}:NT12", "sha256:fdf10b1bf766…:NT12"),
        ([f"{DIGEST}:NT1"], "sha256:fdf10b1bf766…:NT1"),
        (f"group:{'0f' * 16}", "group:0f0f0f0f0f0f…"),
        (FILING, FILING),
        ("0001046568", "0001046568"),
        ("deadbeef", "deadbeef"),
        ("word " * 100, f"{('word ' * 48).rstrip()}…"),
        ([[1, 2]], "[[1, 2]]"),
    ],
)
def test_a_cell_is_short(value: Any, said: str) -> None:
    assert cells.brief(value) == said


KEPT = st.one_of(
    st.from_regex(r"[0-9]{10}-[0-9]{2}-[0-9]{6}(:[ND][TH][0-9]{1,3})?", fullmatch=True),
    st.dates(),
    st.from_regex(r"[0-9]{10}", fullmatch=True),
    st.floats(-1e12, 1e12).map(lambda number: round(number, 2)),
    st.just(f"{DIGEST}:DH117"),
    st.sampled_from(["checks/filing-without-contenthash", "short-swing/after-exit"]),
)


@given(
    st.lists(
        st.tuples(KEPT, KEPT, KEPT, st.text("abc ", max_size=300), st.lists(KEPT, max_size=7)), min_size=2, max_size=4
    ),
    st.integers(10, 220),
)
def test_no_id_and_no_date_is_folded_or_cut(rows: list[tuple[Any, ...]], room: int) -> None:
    names = ("first", "second", "third", "text", "list")
    lines, left_out = written(names, rows, room)
    shown = [at for at, name in enumerate(names) if name not in (*left_out.crowded, *left_out.empty)]
    words = " ".join(lines).split()
    for row in rows:
        for at in shown:
            if at != names.index("text"):
                assert {*cells.brief(row[at]).split()} <= {*words}
    if len(shown) > 1:
        assert max(map(len, lines)) <= room


VALUES = st.one_of(st.none(), st.text("ab0 \x1b\u4e2d", max_size=80), st.integers())


@given(st.lists(st.tuples(*[VALUES] * 9), min_size=1, max_size=4), st.integers(20, 200))
def test_each_column_is_shown_or_named(rows: list[tuple[Any, ...]], room: int) -> None:
    names = [f"column{n}" for n in range(9)]
    lines, left_out = written(names, rows, room)
    shown = re.findall(r"column\d", "\n".join(lines))
    assert {*shown, *left_out.empty, *left_out.crowded} == {*names}
    assert {*shown}.isdisjoint((*left_out.empty, *left_out.crowded))


def test_the_main_columns_come_before_the_others() -> None:
    names = ("kind", "note", "issuer", "shares", "unpriced", "filing")
    rows = [("purchase", "some words", f"Company {n}", n * 1000, n, FILING) for n in range(1, 3)]
    lines, left_out = written(names, rows, 40)
    assert lines[0].split() == ["issuer", "shares", "filing"]
    assert left_out.line() == "No room for: kind, note, unpriced; --wide prints every column."
    assert written(names, rows, 100)[0][0].split() == [*names]


def test_what_a_row_breaks_is_told_by_what_was_expected() -> None:
    names = ("id", "cause", "found", "expected", "security")
    rows = [(FILING, "missing filing", n, 10 * n, f"Class {n} Common") for n in range(1, 3)]
    assert written(names, rows, 40)[0][0].split() == ["found", "expected", "security"]


def test_a_value_is_shown_with_what_it_is_of() -> None:
    names = ("part", "item", "cell", "value", "footnotes")
    rows = [("filing", FILING, name, f"some words {name}", "note " * 9) for name in ("form", "remarks")]
    assert {"cell", "value"} <= {*written(names, rows, 40)[0][0].split()}


def test_an_only_row_that_is_too_wide_is_printed_down_the_page() -> None:
    lines, left_out = written(("issuer", "filing", "text", "none"), [("A Company", FILING, "some words", None)], 30)
    assert lines == ["issuer  A Company", f"filing  {FILING}", "text    some words"]
    assert left_out.line() == "Empty columns: none."


def test_wide_is_everything() -> None:
    names, row = ("a", "ids", "empty"), ("word " * 20, [f"{DIGEST}:NT{n}" for n in range(9)], None)
    lines, left_out = written(names, [row], 30, View(wide=True))
    assert lines[0].split() == [*names]
    assert {*re.findall(r"sha256:[0-9a-f]{64}:NT\d", "\n".join(lines))} == {*row[1]}
    assert left_out.line() == ""


def test_chosen_columns_are_shown_even_if_they_are_empty() -> None:
    lines, left_out = written(("a", "b"), [(1, None), (1, None), (1, None)], 80, View(chosen=True, grouped=True))
    assert (lines[0].split(), left_out.line()) == (["a", "b"], "")


def test_what_is_cut_is_told() -> None:
    assert written(("a",), [([*range(6)],)], 80)[1].line() == "Long lists and texts are cut; --wide prints them whole."


def test_equal_values_are_said_once() -> None:
    names, rows = ("issuer", "ticker", "owner", "code"), [("A Co", "A", owner, "P") for owner in ("Ann", "Bea", "Cid")]
    assert written(names, rows, 80, GROUPED)[0] == [
        "issuer: A Co · ticker: A · code: P", "", "owner", "─────", "Ann", "Bea", "Cid",
    ]  # fmt: skip
    # that two rows have one code may be chance
    assert written(names, rows[:2], 80, GROUPED)[0][:3] == ["issuer: A Co · ticker: A", "", "owner  code"]
    assert written(names, rows, 80)[0][0].split() == [*names]


def test_the_only_column_is_no_heading() -> None:
    assert written(("issuer",), [("A Co",)] * 3, 80, GROUPED)[0][0] == "issuer"


def test_rows_of_one_issuer_have_a_heading() -> None:
    names = ("issuer", "ticker", "security", "shares")
    rows = [(f"{letter} Co", letter, "Common Stock", n) for letter in "AB" for n in (1, 20)]
    assert written(names, rows, 80, GROUPED)[0] == [
        "security: Common Stock", "", "  shares", "  ──────", "A Co (A)", "       1", "      20",
        "B Co (B)", "       1", "      20",
    ]  # fmt: skip


def test_issuers_that_take_turns_are_a_column() -> None:
    names = ("issuer", "security", "day", "shares")
    rows = [(f"{letter} Co", "Common Stock", n, n) for n in (1, 2) for letter in "AB"]
    assert "issuer" in written(names, rows, 80, GROUPED)[0][2]


def test_a_ticker_that_changes_is_a_column() -> None:
    rows = [("A Co", "A", "x", 1), ("A Co", "AA", "y", 2), ("B Co", "B", "x", 3), ("B Co", "B", "y", 4)]
    lines = written(("issuer", "ticker", "security", "shares"), rows, 80, GROUPED)[0]
    assert lines[0].split() == ["ticker", "security", "shares"]
    assert lines[2] == "A Co"


def test_a_table_without_rows_is_its_head() -> None:
    lines, left_out = written(("issuer", "ticker", "shares", "filing"), [], 20, GROUPED)
    assert (lines[0].split(), left_out.line()) == (["issuer", "shares"], "")


def test_a_very_long_answer_is_several_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphload.cli.tables._PART", 2)
    lines, left_out = written(("a", "b", "c"), [(1, None, None), (2, None, None), (3, 4, None)], 80)
    assert [line.split() for line in lines if "─" not in line] == [["a"], ["1"], ["2"], ["a", "b"], ["3", "4"]]
    assert left_out.line() == "Empty columns: c."
