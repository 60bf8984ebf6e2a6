"""The day of each row's balance, and the day on which it is due."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from examples.world.cast import BRIGHTWATER, LINDQVIST
from examples.world.compose import filing, owner
from examples.world.compose import trade as traded
from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode
from graphload.filing.values import UNKNOWN, Envelope, Filing, Issuer, Row, Signature, Terms, Trade
from graphload.map.days import days
from graphload.map.mapping import rows

FILED = Envelope(filed_on=date(2024, 3, 8), filed_on_basis=Basis.HEADER)


def trade(day: date | None, timeliness: Timeliness | None = None) -> Row:
    sold = Trade(day, None, TransactionCode.S, False, timeliness, False, Decimal(1), None, None)
    return Row(1, "Common Stock", "4", sold, None, Decimal(9), None, True, None)


HELD = dataclasses.replace(trade(None), trade=None)


def told(
    period: date, *rows: Row, envelope: Envelope = FILED, signed: date | None = None, form: Form = Form.F4
) -> list[date | None]:
    company = Issuer("0000000001", "X CORP", None)
    signatures = (Signature("/s/ Jane Doe", signed),) if signed else ()
    return days(Filing(Source.XML, "x", envelope, form, period, company, (), rows, signatures=signatures))


def test_a_holding_counts_after_the_last_transaction() -> None:
    assert told(date(2024, 3, 5), trade(date(2024, 3, 5)), HELD, trade(date(2024, 3, 6))) == [
        date(2024, 3, 5),
        date(2024, 3, 6),
        date(2024, 3, 6),
    ]
    assert told(date(2024, 3, 5), HELD) == [date(2024, 3, 5)]


@pytest.mark.parametrize(
    ("day", "timeliness", "expected"),
    [
        (date(22, 3, 5), None, None),
        (date(1933, 12, 31), None, None),
        (date(1934, 1, 1), None, date(1934, 1, 1)),
        (date(2024, 3, 8), None, date(2024, 3, 8)),
        (date(2024, 3, 9), None, None),
        (date(2024, 3, 9), Timeliness.LATE, None),
        (date(2024, 3, 9), Timeliness.EARLY, date(2024, 3, 9)),
    ],
)
def test_a_date_before_the_act_or_after_the_filing_cannot_be(
    day: date, timeliness: Timeliness | None, expected: date | None
) -> None:
    assert told(date(2024, 3, 5), trade(day, timeliness), HELD) == [expected, max(expected or FIFTH, FIFTH)]


FIFTH = date(2024, 3, 5)


def test_without_a_filing_date_the_signature_is_the_last_day() -> None:
    rows = trade(date(2024, 3, 9)), HELD
    assert told(FIFTH, *rows, envelope=UNKNOWN, signed=date(2024, 3, 8)) == [None, FIFTH]
    assert told(FIFTH, *rows, envelope=UNKNOWN) == [date(2024, 3, 9)] * 2


def test_a_period_after_the_filing_gives_way_to_the_filing() -> None:
    assert told(date(2024, 3, 11), HELD) == [date(2024, 3, 8)]
    assert told(date(22, 3, 11), HELD, envelope=UNKNOWN) == [None]


def test_table_one_of_a_form_5_is_of_the_end_of_the_fiscal_year() -> None:
    end = date(2024, 3, 6)
    option = dataclasses.replace(trade(FIFTH), terms=Terms(None, None, None, None, None, None))
    rows = trade(FIFTH), trade(date(2024, 3, 8)), option, HELD
    for form in (Form.F5, Form.F5A):
        assert told(end, *rows, form=form) == [end, date(2024, 3, 8), FIFTH, date(2024, 3, 8)]
    assert told(end, *rows, form=Form.F4)[0] == FIFTH
    assert told(end, trade(date(22, 3, 5)), form=Form.F5) == [None]


def test_a_row_says_when_it_is_due_and_how_late_it_came() -> None:
    def said(form: str, filed: str, *on: str, amends: str | None = None) -> list[tuple[Any, ...]]:
        made = filing(
            "0009999999-24-000001", form, BRIGHTWATER, owner(LINDQVIST, director=True), filed,
            [traded("S", each, -10, "1") for each in on], amends=amends, signed="P. Lindqvist",
        )  # fmt: skip
        found = [edge.props for edge in rows(made).edges if edge.type == "TRANSACTION"]
        return [tuple(each.get(name) for name in ("dueOn", "daysLate", "daysLateAdded")) for each in found]

    tuesday, due = "2024-07-02", date(2024, 7, 5)
    assert said("4", "2024-07-05", tuesday) == [(due, 0, None)]
    assert said("4", "2024-07-09", tuesday, "2024-07-08") == [(due, 2, None), (date(2024, 7, 10), 0, None)]
    assert said("4/A", "2024-07-09", tuesday, amends="2024-07-05") == [(due, 0, 2)]
    assert said("4/A", "2024-07-09", tuesday) == [(due, None, 2)]
    # a date that cannot be is never late
    assert said("4", "2024-07-09", "2024-07-10", "0024-07-02") == [(None, None, None)] * 2


def test_a_first_and_an_annual_report_say_when_they_are_due() -> None:
    def said(form: str, filed: str | None, **more: Any) -> tuple[Any, ...]:
        made = filing(
            "0009999999-24-000001", form, BRIGHTWATER, owner(LINDQVIST, director=True), filed or "2024-05-30",
            period="2024-05-02", signed="P. Lindqvist", **more,
        )  # fmt: skip
        props = rows(made if filed else dataclasses.replace(made, envelope=UNKNOWN)).filing.props
        return props.get("dueOn"), props.get("daysLate")

    assert said("3", "2024-05-13") == (date(2024, 5, 13), 0)
    assert said("3", "2024-05-28") == (date(2024, 5, 13), 10)
    assert said("3", None) == (date(2024, 5, 13), None)
    assert said("5", "2024-06-18") == (date(2024, 6, 17), 1)
    assert said("4", "2024-06-18") == said("3/A", "2024-05-28", amends="2024-05-13") == (None, None)
