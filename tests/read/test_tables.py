"""What the SEC's tables say of a filing is what its XML says, less what they cannot say; no value goes astray."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write_tables import write_tables
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.codes import Form, Timeliness, TransactionCode
from graphload.filing.document import Document
from graphload.filing.values import Envelope, Filing, Row
from graphload.read import read
from graphload.read.dataset.packing import unpack
from graphload.read.dataset.records import relations
from tests import strategies
from tests.conftest import examples
from tests.tables import filings, less, sayable

each_way = pytest.mark.parametrize("packed", [False, True])


@pytest.fixture(scope="module")
def real(shared: Path) -> list[Filing]:
    """Every real filing that is there as XML, each with an accession number of its own."""
    return list(_numbered(_read([str(shared / "filings" / folder) for folder in ("xml", "submission")])))


def _read(paths: list[str]) -> Iterator[Filing]:
    for document in documents(paths):
        if isinstance(document, Document):
            try:
                yield read(document).filing
            except FilingError:
                continue


def _numbered(found: Iterable[Filing]) -> Iterator[Filing]:
    for number, filing in enumerate(found):
        yield replace(filing, envelope=Envelope(f"0000000000-24-{number:06}", filed_on=date(2024, 7, 31)))


def through_tables(told: list[Filing], folder: Path, packed: bool) -> list[Filing]:
    """Return the filings as the tables say them, and hold them to what they were told as."""
    write_tables(told, folder, packed=packed)
    back = filings(folder)
    for filing, again in zip(sorted(told, key=lambda each: str(each.envelope.accession)), back, strict=True):
        assert replace(again, repaired=(), left_out=()) == less(sayable(filing), again.left_out)
    return back


@pytest.mark.parametrize(
    ("packed", "repaired", "left_out"),
    [
        (False, {}, {"DT:value_after": 1}),
        (
            True,
            {"NT:nature": 7, "NT:timeliness": 2, "NH:nature": 10, "DT:nature": 2, "DT:timeliness": 1, "DH:nature": 6},
            {"DT:shares": 1, "DT:total_value": 1, "DT:shares_after": 1, "DT:value_after": 1},
        ),
    ],
)
def test_the_tables_say_what_real_xml_says(
    real: list[Filing], tmp_path: Path, packed: bool, repaired: dict[str, int], left_out: dict[str, int]
) -> None:
    back = through_tables(real, tmp_path, packed)
    assert len(back) == len(real) > 169
    assert Counter(cell for filing in back for cell in filing.repaired) == repaired
    assert Counter(cell for filing in back for cell in filing.left_out) == left_out


@each_way
def test_the_tables_say_what_the_world_says(tmp_path: Path, packed: bool) -> None:
    back = through_tables(FILINGS, tmp_path, packed)
    assert Counter(cell for filing in back for cell in filing.left_out) == {"NT:timeliness": 1}
    assert Counter(cell for filing in back for cell in filing.repaired) == (
        {"NT:nature": 4, "NH:nature": 2} if packed else {}
    )


def lawful(row: Row) -> Row:
    """Return the row, early only if it is of the kind that belongs on a Form 5, as the real ones are."""
    if row.trade is None or row.trade.timeliness is not Timeliness.EARLY or row.form_type == "5":
        return row
    return replace(row, trade=replace(row.trade, timeliness=Timeliness.LATE))


@settings(max_examples=examples(100), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=strategies.filings(), packed=st.booleans())
def test_the_tables_say_what_any_filing_says(told: Filing, packed: bool) -> None:
    with TemporaryDirectory() as folder:
        through_tables([replace(told, rows=tuple(map(lawful, told.rows)))], Path(folder), packed)


def unpacked(rows: list[dict[str, Any]], form: Form = Form.F4) -> tuple[list[dict[str, Any]], list[str], list[str]]:
    """Return the rows with their cells where they belong, and the cells that moved and that were left out."""
    records = [{"notes": {}, **row} for row in rows]
    return records, *unpack(records, form)


MARKS: dict[str, Timeliness] = {mark.value: mark for mark in Timeliness}


def letters(records: list[dict[str, Any]], field: str) -> str:
    return "".join(str(each.get(field) or "-") for each in records)


@pytest.mark.parametrize(
    ("direct", "packed", "natures", "moved", "left_out"),
    [
        ("DII", "ab-", "-ab", ["nature"], []),
        ("DDDIDDDI", "ab------", "---a---b", ["nature"], []),
        ("IIDI", "abc-", "ab-c", ["nature"], []),
        ("IID", "ab-", "ab-", [], []),
        ("DI", "-a", "-a", [], []),
        ("DI", "ab", "ab", [], []),
        ("DDI", "ab-", "---", [], ["nature"]),
        ("III", "ab-", "---", [], ["nature"]),
        ("DD", "a-", "--", [], ["nature"]),
        ("-I", "a-", "--", [], ["nature"]),
    ],
)
def test_natures_go_to_the_indirect_rows_where_they_are_as_many(
    direct: str, packed: str, natures: str, moved: list[str], left_out: list[str]
) -> None:
    rows = [
        {
            "direct": {"D": True, "I": False}.get(held),
            "nature": nature if nature != "-" else None,
            "notes": {"nature": (nature,)} if nature != "-" else {},
        }
        for held, nature in zip(direct, packed, strict=True)
    ]
    records, *marks = unpacked(rows)
    assert letters(records, "nature") == natures
    assert "".join("".join(each["notes"].get("nature", "-")) for each in records) == natures
    assert marks == [moved, left_out]


@pytest.mark.parametrize(
    ("form", "types", "packed", "right", "moved", "left_out"),
    [
        (Form.F4, "455", "EE-", "-EE", ["timeliness"], []),
        (Form.F4, "5544", "EE--", "EE--", [], []),
        (Form.F4, "45", "-E", "-E", [], []),
        (Form.F4, "55", "E-", "--", [], ["timeliness"]),
        (Form.F4, "45", "L-", "--", [], ["timeliness"]),
        (Form.F5, "45", "E-", "--", [], ["timeliness"]),
    ],
)
def test_what_is_early_goes_to_the_rows_that_belong_on_a_form_5(
    form: Form, types: str, packed: str, right: str, moved: list[str], left_out: list[str]
) -> None:
    rows = [
        {"form_type": kind, "code": TransactionCode.A, "timeliness": None if mark == "-" else MARKS[mark]}
        for kind, mark in zip(types, packed, strict=True)
    ]
    records, *marks = unpacked(rows, form)
    assert "".join(mark.value if (mark := each.get("timeliness")) else "-" for each in records) == right
    assert marks == [moved, left_out]


def test_shares_against_value_are_left_out_where_some_rows_have_the_one_and_some_the_other() -> None:
    shares, values = (Decimal(each) for each in (100, 5000))
    records, *marks = unpacked([{"shares": shares, "total_value": values}, {"title": "Note"}])
    assert all(each.get("shares") is None and each.get("total_value") is None for each in records)
    assert marks == [[], ["shares", "total_value"]]


@pytest.mark.parametrize(
    ("relationship", "boxes"),
    [
        ("Director,Officer", {"director", "officer"}),
        ("TENPERCENTOWNER, OTHER", {"ten_percent_owner", "other"}),
        ("Director,TenPercentOwnerOther", {"director", "ten_percent_owner", "other"}),
        ("", set()),
    ],
)
def test_a_relationship_ticks_boxes(relationship: str, boxes: set[str]) -> None:
    assert relations(relationship) == boxes


def test_a_column_that_no_reader_knows_is_reported(tmp_path: Path) -> None:
    write_tables(FILINGS[:3], tmp_path)
    for table, column in (("SUBMISSION", "NOVELTY"), ("SUBMISSION", "CONTACT_NAME"), ("REPORTINGOWNER", "FILE_NUMBER")):
        path = tmp_path / f"{table}.tsv"
        head, *lines = path.read_text("utf-8").splitlines()
        path.write_text(
            "\n".join(
                [f"{head}\t{column}", *(f"{line}\tx" for line in lines[:2]), *(f"{line}\t" for line in lines[2:])]
            )
            + "\n",
            "utf-8",
        )
    unread = [
        each
        for document in documents([str(tmp_path)])
        if isinstance(document, Document)
        for each in read(document).unread
    ]
    assert sorted((each.element, each.line) for each in unread) == [
        ("SUBMISSION.NOVELTY", 2),
        ("SUBMISSION.NOVELTY", 3),
    ]
