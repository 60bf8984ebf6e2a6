"""When filings and their rows are due."""

import dataclasses
from datetime import date

import pytest

from examples.world.cast import BRIGHTWATER, FAIRWEATHER, KESTREL, LINDQVIST
from examples.world.compose import day, filing, owner, trade
from graphload.filing.codes import Timeliness
from graphload.filing.deadlines import late, of_filing, of_row
from graphload.filing.values import UNKNOWN, Filing, Issuer, Owner, Row

DIRECTOR, HOLDER = owner(LINDQVIST, director=True), owner(FAIRWEATHER, ten=True)


def reported(row: Row, form: str = "4", filed: str = "2024-12-31", period: str | None = None) -> date | None:
    """Return when a row is due that a filing reports."""
    made = filing(
        "0009999999-24-000001", form, BRIGHTWATER, DIRECTOR, filed, [row], period=period, signed="P. Lindqvist"
    )
    return of_row(made, made.rows[0])


# transaction date, deemed date → the day on which a sale is due
SALES = {
    "two business days": ("2024-05-07", None, "2024-05-09"),
    "over a weekend": ("2024-05-03", None, "2024-05-07"),
    "traded on a Saturday": ("2024-05-04", None, "2024-05-07"),
    "traded on a Sunday": ("2024-05-05", None, "2024-05-07"),
    "before Juneteenth": ("2024-06-18", None, "2024-06-21"),
    "before 4 July": ("2024-07-03", None, "2024-07-08"),
    "before Labor Day": ("2024-08-30", None, "2024-09-04"),
    "before Columbus Day": ("2024-10-11", None, "2024-10-16"),
    "before Good Friday": ("2024-03-27", None, "2024-03-29"),
    "before a day of mourning": ("2018-12-04", None, "2018-12-07"),
    "before Christmas Eve by order": ("2024-12-20", None, "2024-12-26"),
    "before Carter's funeral": ("2025-01-08", None, "2025-01-13"),
    "deemed a day later": ("2024-05-07", "2024-05-08", "2024-05-10"),
    "deemed on the third business day": ("2024-05-07", "2024-05-10", "2024-05-14"),
    "deemed on the third business day, over a holiday": ("2024-07-02", "2024-07-08", "2024-07-10"),
    "deemed too late": ("2024-05-07", "2024-05-13", "2024-05-09"),
    "deemed on the day": ("2024-05-07", "2024-05-07", "2024-05-09"),
    "deemed before it": ("2024-05-07", "2024-05-06", "2024-05-09"),
    "the first day of the rule": ("2002-08-29", None, "2002-09-03"),
}


@pytest.mark.parametrize("name", SALES)
def test_a_transaction_is_due_on_the_second_business_day(name: str) -> None:
    on, deemed, due = SALES[name]
    assert reported(trade("S", on, -10, "1", deemed=deemed)) == date.fromisoformat(due)


@pytest.mark.parametrize("on", ["2002-08-28", "1987-05-05", "0022-05-10", "9999-12-30", "2041-01-02"])
def test_a_day_out_of_the_calendar_tells_no_due_day(on: str) -> None:
    assert reported(trade("S", on, -10, "1")) is None


FISCAL = {"form": "5", "filed": "2024-02-13", "period": "2023-12-31"}
# what a Form 5 for 2023 reports → when it is due
ON_FORM_5 = {
    "a small acquisition": (trade("L", "2023-05-03", 10, "1", form="5"), "2024-02-14"),
    "a gift received": (trade("G", "2023-05-03", 10, "0", form="5"), "2024-02-14"),
    "a gift received, called one of Form 4": (trade("G", "2023-05-03", 10, "0", form="4"), "2024-02-14"),
    "a gift made before the rule": (trade("G", "2023-02-24", -10, "0", form="5"), "2024-02-14"),
    "a gift made on the day of the rule": (trade("G", "2023-02-27", -10, "0", form="5"), "2023-03-01"),
    "a sale that belongs on Form 4": (trade("S", "2023-05-03", -10, "1"), "2023-05-05"),
    "of the first day of the year": (trade("L", "2023-01-01", 10, "1", form="5"), "2024-02-14"),
    "of the last day of the year before": (trade("L", "2022-12-31", 10, "1", form="5"), None),
    "of an earlier year": (trade("L", "2022-05-03", 10, "1", form="5"), None),
    "of the year after": (trade("L", "2024-01-03", 10, "1", form="5"), None),
    "without a form": (trade("L", "2023-05-03", 10, "1", form=""), None),
}


@pytest.mark.parametrize("name", ON_FORM_5)
def test_what_belongs_on_form_5_is_due_with_it(name: str) -> None:
    row, due = ON_FORM_5[name]
    assert reported(row, **FISCAL) == day(due)


# gifts and early reports on a Form 4
ON_FORM_4 = {
    "a gift made before the rule": (trade("G", "2023-02-24", -10, "0"), None),
    "a gift made on the day of the rule": (trade("G", "2023-02-27", -10, "0"), "2023-03-01"),
    "a gift made since, called one of Form 5": (trade("G", "2024-05-07", -10, "0", form="5"), "2024-05-09"),
    "a gift received": (trade("G", "2024-05-07", 10, "0"), None),
    "a gift in neither direction": (
        dataclasses.replace(
            trade("G", "2024-05-07", 10, "0"),
            trade=dataclasses.replace(trade("G", "2024-05-07", 10, "0").trade, acquired=None),  # type: ignore[type-var]
        ),
        None,
    ),
    "reported before it had to be": (trade("L", "2024-05-07", 10, "1", form="5", mark=Timeliness.EARLY), None),
    "without a mark": (trade("J", "2024-05-07", 10, "1", form="5"), None),
}


@pytest.mark.parametrize("name", ON_FORM_4)
def test_what_belongs_on_form_5_has_no_due_day_on_a_form_4(name: str) -> None:
    row, due = ON_FORM_4[name]
    assert reported(row) == day(due)


def entry(period: str, filed: str | None, issuer: Issuer = BRIGHTWATER, who: Owner = DIRECTOR) -> Filing:
    made = filing("0009999999-24-000001", "3", issuer, who, filed or period, period=period, signed="P. Lindqvist")
    return made if filed else dataclasses.replace(made, envelope=UNKNOWN)


# event, filing date → the day on which a Form 3 is due
ENTRIES = {
    "ten days": ("2024-05-06", "2024-05-10", "2024-05-16"),
    "on a Sunday": ("2024-05-02", "2024-05-13", "2024-05-13"),
    "on a Sunday before a holiday": ("2024-02-08", "2024-02-20", "2024-02-20"),
    "filed on no known day": ("2024-05-06", None, "2024-05-16"),
    "an event after the filing": ("2024-05-16", "2024-05-10", "2024-05-28"),
    "too long ago": ("1999-05-06", "1999-05-10", None),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_form_3_is_due_ten_days_after_the_event(name: str) -> None:
    period, filed, due = ENTRIES[name]
    assert of_filing(entry(period, filed)) == day(due)


def test_insiders_of_foreign_issuers_file_on_18_march_2026() -> None:
    assert of_filing(entry("2019-05-06", "2026-03-18", KESTREL)) == date(2026, 3, 18)
    assert of_filing(entry("2026-03-04", "2026-03-18", KESTREL)) == date(2026, 3, 18)
    assert of_filing(entry("2026-03-12", "2026-03-20", KESTREL)) == date(2026, 3, 23)
    assert of_filing(entry("2026-04-01", "2026-04-09", KESTREL)) == date(2026, 4, 13)


def test_a_form_3_that_may_be_that_of_a_foreign_insider_has_no_due_day() -> None:
    assert of_filing(entry("2019-05-06", "2026-03-18")) is None
    assert of_filing(entry("2026-03-18", "2026-03-23")) is None
    assert of_filing(entry("2026-03-18", "2026-03-23", KESTREL)) is None
    # who only owns ten percent of a foreign issuer does not report
    assert of_filing(entry("2026-02-02", "2026-03-18", who=HOLDER)) == date(2026, 2, 12)
    assert of_filing(entry("2026-02-02", "2026-03-17")) == date(2026, 2, 12)
    assert of_filing(entry("2026-03-09", "2026-03-25")) == date(2026, 3, 19)


def test_a_form_5_is_due_45_days_after_the_fiscal_year() -> None:
    def annual(period: str, form: str = "5", amends: str | None = None) -> date | None:
        made = filing(
            "0009999999-24-000001", form, BRIGHTWATER, DIRECTOR, "2024-12-31", period=period, amends=amends, signed="P."
        )
        return of_filing(made)

    assert annual("2023-12-31") == date(2024, 2, 14)
    assert annual("2024-06-30") == date(2024, 8, 14)
    assert annual("2022-12-31") == date(2023, 2, 14)
    assert annual("2024-01-04") == date(2024, 2, 20)  # Sunday, and Washington's birthday after it
    assert annual("2023-12-31", "5/A", amends="2024-02-20") is None
    assert annual("2023-12-31", "4") is None


def test_late_is_counted_in_business_days() -> None:
    due = date(2024, 7, 3)
    assert late(due, date(2024, 7, 2)) == late(due, due) == 0
    assert late(due, date(2024, 7, 5)) == 1
    assert late(due, date(2024, 7, 8)) == 2
    assert late(due, None) is None
    assert late(None, due) is None
