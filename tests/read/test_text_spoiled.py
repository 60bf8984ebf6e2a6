"""A text that lost something, or had something damaged, is set aside: no filing comes of it that was not filed."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.render_text import aligned, markdown
from examples.world import FILINGS
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read
from tests.conftest import examples

often = settings(max_examples=examples(300))
MARK = re.compile("⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")
# the columns that a transaction of Table I may leave empty: deemed date, V and, where it is direct, its nature
OPTIONAL = {2, 4, 10}
AMOUNTS = (5, 7, 8)


def taken(content: str) -> Filing | None:
    try:
        return read(Document(content.encode(), "f.txt")).filing
    except FilingError:
        return None


def good(write: Callable[[Filing], bytes]) -> list[str]:
    texts = [write(filing).decode() for filing in FILINGS]
    return [text for text in texts if taken(text) is not None]


MARKDOWN, ALIGNED = good(markdown), good(aligned)
ROW = re.compile(r"^\| [^|\n]+ \| \d\d/\d\d/\d{4} \|(?: [^|\n]* \|){9}$", re.M)
TABLED = [text for text in MARKDOWN if ROW.search(text)]


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """A text, one of its rows of Table I, and that row's cells."""
    text = draw(st.sampled_from(TABLED))
    row = draw(st.sampled_from(ROW.findall(text)))
    return text, row, [cell.strip() for cell in row.strip("|").split("|")]


def with_row(text: str, row: str, cells: list[str]) -> str:
    return text.replace(row, f"| {' | '.join(cells)} |", 1)


def test_there_is_enough_to_spoil() -> None:
    assert len(TABLED) > 40
    assert len(ALIGNED) > 70


@often
@given(rows(), st.integers(0, 10))
def test_a_cell_that_dropped_out_is_missed(found: tuple[str, str, list[str]], at: int) -> None:
    text, row, cells = found
    assert taken(with_row(text, row, cells[:at] + cells[at + 1 :])) is None


@often
@given(rows(), st.integers(0, 10).filter(lambda at: at not in OPTIONAL))
def test_a_cell_that_was_emptied_is_missed(found: tuple[str, str, list[str]], at: int) -> None:
    text, row, cells = found
    assert taken(with_row(text, row, [*cells[:at], "", *cells[at + 1 :]])) is None


@often
@given(rows(), st.integers(1, 10))
def test_cells_that_slid_into_other_columns_are_refused(found: tuple[str, str, list[str]], by: int) -> None:
    text, row, cells = found
    assert taken(with_row(text, row, cells[by:] + cells[:by])) is None


@often
@given(rows(), st.sampled_from(["O", "l", "B", "?", "-", ",", "..", " 1"]), st.data())
def test_a_number_that_is_damaged_is_refused(
    found: tuple[str, str, list[str]], damage: str, data: st.DataObject
) -> None:
    text, row, cells = found
    digits = [(at, each.start()) for at in AMOUNTS for each in re.finditer(r"\d", MARK.split(cells[at])[0])]
    at, place = data.draw(st.sampled_from(digits))
    damaged = f"{cells[at][:place]}{damage}{damage}{cells[at][place + 1 :]}"
    assert taken(with_row(text, row, [*cells[:at], damaged, *cells[at + 1 :]])) is None


@often
@given(st.sampled_from([text for text in MARKDOWN + ALIGNED if MARK.search(text)]), st.data())
def test_marks_and_footnotes_that_do_not_agree_are_refused(text: str, data: st.DataObject) -> None:
    marks = sorted(set(MARK.findall(text)))
    mark = data.draw(st.sampled_from(marks))
    assert taken(text.replace(mark, "")) is None
    assert taken(text.replace(mark, "⁽⁹⁹⁾")) is None


@often
@given(st.sampled_from(MARKDOWN + ALIGNED), st.data())
def test_a_text_that_was_cut_is_refused(text: str, data: st.DataObject) -> None:
    lines = text[: text.index("** Signature of Reporting Person")].split("\n")
    assert taken("\n".join(lines[: data.draw(st.integers(1, len(lines)))])) is None


def slid(text: str, at: int, by: int) -> Filing | None:
    """Return what is read once a line has slid to the right."""
    lines = text.split("\n")
    lines[at] = " " * by + lines[at]
    return taken("\n".join(lines))


def dated(text: str) -> list[int]:
    """Return the lines of the rows that have a date, and more beside it."""
    return [at for at, line in enumerate(text.split("\n")) if re.search(r"  \d\d/\d\d/\d{4}  ", line)]


@often
@given(st.sampled_from([text for text in ALIGNED if dated(text)]), st.integers(1, 30), st.data())
def test_a_line_that_slid_is_read_as_before_or_refused(text: str, by: int, data: st.DataObject) -> None:
    assert slid(text, data.draw(st.sampled_from(dated(text))), by) in (None, taken(text))


def test_a_line_that_slid_below_other_columns_is_refused() -> None:
    moved = [(slid(text, at, by), text) for text in ALIGNED for at in dated(text) for by in (12, 20, 30)]
    assert len(moved) > 300
    assert [text for found, text in moved if found is not None] == []


@pytest.mark.parametrize("write", [markdown, aligned])
def test_empty_lines_spaces_and_line_ends_do_no_harm(write: Callable[[Filing], bytes]) -> None:
    for text in good(write):
        assert taken("\n\n" + text.replace("\n", " \r\n") + "\n\n") == taken(text)
