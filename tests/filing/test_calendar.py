"""EDGAR's business days."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphload.filing import calendar
from graphload.filing.calendar import ANNOUNCED, FIRST, LAST, UNVERIFIED, Announced, after, between, closed, rolled

CLOSED = {
    "Juneteenth": date(2024, 6, 19),
    "the first Juneteenth, the day before it": date(2021, 6, 18),
    "4 July": date(2024, 7, 4),
    "4 July on a Saturday": date(2026, 7, 3),
    "Labor Day": date(2024, 9, 2),
    "Columbus Day, on which stock exchanges trade": date(2024, 10, 14),
    "Veterans Day, on which they trade too": date(2024, 11, 11),
    "the funeral of George Bush": date(2018, 12, 5),
    "Christmas Eve by order": date(2024, 12, 24),
    "the funeral of Jimmy Carter": date(2025, 1, 9),
}
OPEN = {
    "Good Friday, on which stock exchanges are closed": date(2024, 3, 29),
    "Juneteenth before it was a holiday": date(2020, 6, 19),
    "Christmas Eve without an order": date(2026, 12, 24),
    "a half day": date(2015, 12, 24),
    "another half day": date(2009, 12, 24),
    "a day of Hurricane Sandy": date(2012, 10, 30),
    "a day of a shutdown of the government": date(2018, 12, 26),
    "the day after Thanksgiving": date(2024, 11, 29),
}  # fmt: skip


@pytest.mark.parametrize("name", CLOSED)
def test_a_day_on_which_edgar_is_closed_does_not_count(name: str) -> None:
    day = CLOSED[name]
    assert day in closed()
    assert between(day - timedelta(1), day) == 0


@pytest.mark.parametrize("name", OPEN)
def test_a_day_on_which_edgar_is_open_counts(name: str) -> None:
    day = OPEN[name]
    assert day.weekday() < 5
    assert day not in closed()
    assert between(day - timedelta(1), day) == 1


def test_business_days_are_counted_after_a_day() -> None:
    friday, saturday, sunday = date(2024, 5, 3), date(2024, 5, 4), date(2024, 5, 5)
    assert after(friday, 1) == after(saturday, 1) == after(sunday, 1) == date(2024, 5, 6)
    assert after(date(2024, 7, 3), 2) == date(2024, 7, 8)
    assert after(date(2024, 12, 23), 1) == date(2024, 12, 26)


def test_a_day_on_a_weekend_gives_way_to_monday() -> None:
    assert rolled(date(2024, 2, 2), 10) == date(2024, 2, 12)
    assert rolled(date(2024, 2, 8), 10) == date(2024, 2, 20)  # Sunday, and Washington's birthday after it


@given(st.dates())
def test_no_day_is_told_out_of_the_calendar(day: date) -> None:
    known = FIRST < day < LAST - timedelta(30)
    assert (after(day, 2) is not None) >= known
    assert (rolled(day, 10) is not None) >= known
    assert (between(FIRST, day) is None) == (not FIRST <= day <= LAST)


@given(st.dates(FIRST, LAST - timedelta(30)), st.integers(1, 9))
def test_counting_there_and_back_agrees(day: date, number: int) -> None:
    then = after(day, number)
    assert then is not None
    assert between(day, then) == number
    assert between(then, day) == 0


def test_every_closing_out_of_turn_has_its_source_or_is_called_unverified() -> None:
    every_year = holidays.country_holidays("US", years=range(FIRST.year, LAST.year + 1))
    out_of_turn = {day for day in closed() if day not in every_year}
    told = {each.day for each in ANNOUNCED if each.closed}
    assert out_of_turn - told == {*UNVERIFIED}
    assert all(each.source and (each.day in closed()) is each.closed for each in ANNOUNCED)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[tuple[Announced, ...]], str]]:
    """The digest of the calendar by other announcements."""

    def other(those: tuple[Announced, ...]) -> str:
        monkeypatch.setattr(calendar, "ANNOUNCED", those)
        forget()
        return calendar.digest()

    def forget() -> None:
        for kept in (calendar.closed, calendar.digest):
            kept.cache_clear()

    yield other
    monkeypatch.undo()
    forget()


def test_two_calendars_of_the_same_days_have_one_digest(announced: Callable[[tuple[Announced, ...]], str]) -> None:
    before = announced(ANNOUNCED)
    # `holidays` does not say that EDGAR was closed when Sandy came
    assert announced(ANNOUNCED[1:]) == before
    assert announced((*ANNOUNCED, Announced(date(2030, 5, 6), True, "a fire"))) != before
