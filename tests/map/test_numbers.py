"""Numbers come out as they were filed, or the filing says that they do not."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import write
from graphload.filing.document import Document
from graphload.filing.numbers import comes_back, shown
from graphload.formats import csv_lines, json_lines, readable
from graphload.load.workers import Mapped, map_document
from graphload.map.mapping import rows

FILING = next(each for each in FILINGS if each.rows and each.rows[0].trade and each.rows[0].trade.price is not None)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (29294.198000000004, "29294.198"),
        (0.1 + 0.2, "0.3"),
        (1e15 + 1, "1000000000000001.0"),
        (2.0**53, "9007199254740992.0"),
        (0.000000123456, "1.23456e-07"),
        (1234567.12345678, "1234567.12345678"),
    ],
)
def test_a_number_is_printed_without_noise(value: float, printed: str) -> None:
    assert [*csv_lines(["n"], [[value]])] == ["n\n", f"{printed}\n"]
    assert [*json_lines(["n"], [[value]])] == [f'{{"n": {printed}}}\n']
    assert [*json_lines(["n"], [[[value]]])] == [f'{{"n": [{printed}]}}\n']


@given(st.decimals(0, 10**12, places=3, allow_nan=False) | st.integers(0, 2**53).map(Decimal))
def test_a_filed_number_comes_back(value: Decimal) -> None:
    assert comes_back(value)
    assert Decimal(str(json.loads(next(json_lines(["n"], [[float(value)]])))["n"])) == value


@pytest.mark.parametrize(
    ("value", "table"),
    [
        (29294.198000000004, "29,294.198"),
        (1 / 3, "0.3333"),
        (12.12345678, "12.12345678"),
        (5.0, "5"),
        (1e15, "1,000,000,000,000,000"),
    ],
)
def test_a_table_has_filed_numbers_whole(value: float, table: str) -> None:
    assert readable(value) == table


@pytest.mark.parametrize(
    ("filed", "exact"),
    [
        ("9007199254740992", True),
        ("9007199254740993", False),
        ("12.000000000001", True),
        ("1234567.123456789012", False),
        ("0.123456789012", True),
        ("1" + "0" * 30, True),
        ("1" + "0" * 30 + "1", False),
    ],
)
def test_a_number_of_more_digits_is_named(filed: str, exact: bool) -> None:
    row = FILING.rows[0]
    assert row.trade
    filing = replace(FILING, rows=(replace(row, trade=replace(row.trade, price=Decimal(filed))), *FILING.rows[1:]))
    cells = None if exact else [f"{row.row_id}:price"]
    assert rows(filing).filing.props.get("inexact") == cells
    mapped = map_document(Document(write(filing), "f.xml"))
    assert isinstance(mapped, Mapped)
    assert mapped.noted == (() if exact else (f"f.xml: more digits than a graph keeps: {row.row_id}:price",))
    assert exact == (Decimal(repr(shown(float(filed)))) == Decimal(filed))
