"""The day of each row's balance."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from graphload.filing.codes import Basis, Form, Source, Timeliness, TransactionCode
from graphload.filing.values import UNKNOWN, Envelope, Filing, Issuer, Row, Signature, Terms, Trade
from graphload.map.days import days

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
