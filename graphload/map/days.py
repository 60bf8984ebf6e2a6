"""The day as of which each row of a filing gives a balance, and dates that cannot be."""

from __future__ import annotations

from datetime import date

from graphload.filing.codes import Form, Timeliness
from graphload.filing.values import Filing, Row, Trade

# the year of the Securities Exchange Act
_FIRST = date(1934, 1, 1)


def days(filing: Filing) -> list[date | None]:
    """Return for each row the day of its balance, None where the date that gives it cannot be.

    A transaction's balance is of its date; in Table I of a Form 5, which reports ownership at the end of the fiscal
    year, of that day or of the transaction, whichever is later. A holding's is of the period of report or, where that
    is later, of the filing's last transaction: the forms ask for what is owned following the reported transactions. A
    period after the filing, as on a Form 3 that comes before an offering, gives way to the day of the filing.
    """
    last = _last(filing)
    period = filing.period_of_report if _possible(filing.period_of_report, last) else last
    dated = [_day(row.trade, last) for row in filing.rows]
    held = max((day for day in (period, *dated) if day is not None), default=None)
    year_end = period if filing.form in (Form.F5, Form.F5A) else None
    return [_own(row, day, held, year_end) for row, day in zip(filing.rows, dated, strict=True)]


def _own(row: Row, day: date | None, held: date | None, year_end: date | None) -> date | None:
    if row.trade is None or row.trade.date is None:
        return held
    return max(day, year_end) if day and year_end and row.terms is None else day


def _day(trade: Trade | None, last: date | None) -> date | None:
    if trade is None or trade.date is None:
        return None
    return trade.date if _possible(trade.date, None if trade.timeliness is Timeliness.EARLY else last) else None


def _possible(day: date, last: date | None) -> bool:
    return day >= _FIRST and (last is None or day <= last)


def _last(filing: Filing) -> date | None:
    """Return the last day that a filing can speak of: when it was filed or, where that is not known, signed."""
    signed = [signature.date for signature in filing.signatures if signature.date is not None]
    return filing.envelope.filed_on or max(signed, default=None)
