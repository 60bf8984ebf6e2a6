"""EDGAR's business days: the days on which EDGAR takes filings, by which the rules of the SEC count.

They are Monday to Friday, without federal holidays and without the days on which EDGAR was closed. A stock exchange's
calendar differs: it trades on Columbus Day and Veterans Day, and is closed on Good Friday. A shutdown of the
government closes nothing: EDGAR goes on to take filings.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version
from typing import NamedTuple

# The Form 4 that is due within two business days begins with the one, the years that are worked out end with the other.
# A closing that is announced after a release of graphload and of `holidays` is not known to them.
FIRST, LAST = date(2002, 8, 29), date(2040, 12, 31)


class Announced(NamedTuple):
    """A weekday on which EDGAR was closed out of turn, or open although federal offices were closed."""

    day: date
    closed: bool
    source: str


# What was found in print of EDGAR itself. It stands over the federal holidays of the package `holidays`.
ANNOUNCED = (
    Announced(date(2012, 10, 29), False, "Hurricane Sandy. SEC, release 2012-220: relief for filers, no closing"),
    Announced(date(2012, 10, 30), False, "Hurricane Sandy. 100fstreet.com, Nov 2012: EDGAR remained up and running"),
    Announced(date(2018, 12, 5), True, "Mourning of G. H. W. Bush. SEC, EDGAR to be Closed, in ICI memo 31512"),
    Announced(date(2018, 12, 24), True, "Christmas Eve. SEC, Corporation Finance, in Morrison Foerster, 21 Dec 2018"),
    Announced(date(2019, 12, 24), True, "Christmas Eve. SEC, in cooleypubco.com, 16 Dec 2020: just like last year"),
    Announced(date(2020, 12, 24), True, "Christmas Eve. SEC, in cooleypubco.com, 16 Dec 2020"),
    Announced(date(2021, 6, 18), True, "Juneteenth, the first. SEC, in cooleypubco.com, 17 Jun 2021"),
    Announced(date(2025, 1, 9), True, "Mourning of J. Carter. freewritings.law, Jan 2025: EDGAR will be closed"),
)
# An executive order closed federal offices, `holidays` has the day, and no word of EDGAR's own was found.
UNVERIFIED = (
    date(2003, 12, 26), date(2004, 6, 11), date(2007, 1, 2), date(2007, 12, 24), date(2008, 12, 26), date(2012, 12, 24),
    date(2014, 12, 26), date(2024, 12, 24), date(2025, 12, 24), date(2025, 12, 26),
)  # fmt: skip


def after(day: date, number: int) -> date | None:
    """Return the first, second or later business day after a day; None where the calendar does not reach."""
    if not FIRST <= day <= LAST:
        return None
    days = _days()
    at = bisect_right(days, day) + number - 1
    return days[at] if at < len(days) else None


def rolled(day: date, days: int) -> date | None:
    """Return the day so many days of the calendar after another, or the next business day if EDGAR is closed on it."""
    return after(day + timedelta(days - 1), 1) if FIRST < day <= LAST else None


def between(first: date, last: date) -> int | None:
    """Return how many business days after the first the last is, 0 if it is not later; None out of the calendar."""
    if not (FIRST <= first <= LAST and FIRST <= last <= LAST):
        return None
    return max(0, bisect_right(_days(), last) - bisect_right(_days(), first))


@cache
def closed() -> tuple[date, ...]:
    """Return the weekdays that are no business days."""
    import holidays

    years = range(FIRST.year, LAST.year + 1)
    named = holidays.country_holidays("US", categories=("government",), years=years, language="en_US")
    # EDGAR takes filings on the days on which federal offices close at noon
    days = {day for day, name in named.items() if "half-day" not in name}
    days -= {each.day for each in ANNOUNCED if not each.closed}
    days |= {each.day for each in ANNOUNCED if each.closed}
    return tuple(sorted(day for day in days if day.weekday() < 5 and FIRST <= day <= LAST))


@cache
def _days() -> list[date]:
    """Return every business day, the earliest first."""
    away = {*closed()}
    return [day for day in _weekdays() if day not in away]


def _weekdays() -> Iterator[date]:
    for number in range((LAST - FIRST).days + 1):
        if (day := FIRST + timedelta(number)).weekday() < 5:
            yield day


def source() -> str:
    """Return where the calendar comes from, for citing it."""
    return f"federal holidays by holidays {version('holidays')}, and {len(ANNOUNCED)} announcements about EDGAR"


@cache
def digest() -> str:
    """Return a digest of the days: two calendars with one digest give the same due days."""
    return hashlib.sha256(repr(closed()).encode()).hexdigest()[:16]
