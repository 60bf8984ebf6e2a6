"""Days and times as tools write them beside filings."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

_MOMENT = re.compile(
    r"(\d{4})([-/]?)(\d\d)\2(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
# Eastern time, in which EDGAR's days are, by the offset of winter and of summer
_EASTERN = ("-0500", "-0400")
# an ownership filing that is accepted later has the date of the next business day
_LATEST = time(22)
_MILLISECONDS = 86_400_000


def filed(value: Any) -> date | None:
    """Return a filing date, or None where the day is not certain: a time after 22:00, or of two days in Eastern time.

    A number of milliseconds is a date as pandas writes it; midnight in any zone is a date without a time.
    """
    if isinstance(value, int) and 10**11 < value < 10**13 and value % _MILLISECONDS == 0:
        return date(1970, 1, 1) + timedelta(milliseconds=value)
    moment, zone, timed = _split(value)
    if moment is None or not timed or moment.time() == time():
        return moment and moment.date()
    eastern = [moment] if zone in ("", *_EASTERN) else [_utc(moment, zone) - timedelta(hours=each) for each in (5, 4)]
    days = {each.date() for each in eastern if each.time() < _LATEST}
    return days.pop() if len(days) == 1 and all(each.time() < _LATEST for each in eastern) else None


def accepted(value: Any) -> datetime | None:
    """Return a time of acceptance in Eastern time. One in another zone, or of an unknown zone, is left out.

    A submission's header writes it as digits alone.
    """
    moment, zone, timed = _split(value)
    return moment if timed and (zone in _EASTERN or str(value).strip().isdecimal()) else None


def _split(value: Any) -> tuple[datetime | None, str, bool]:
    """Return the day and time of a value, its zone, and whether it has a time."""
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if found := _MOMENT.fullmatch(text):
        year, _, *rest, zone = found.groups()
        with suppress(ValueError, OverflowError):
            moment = datetime(int(year), *(int(each or 0) for each in rest))  # type: ignore[arg-type]
            return moment, (zone or "").replace(":", ""), rest[2] is not None
    return None, "", False


def _utc(moment: datetime, zone: str) -> datetime:
    if zone == "Z":
        return moment
    away = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return moment + away if zone[0] == "-" else moment - away
