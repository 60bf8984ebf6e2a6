"""The days on which filings and their rows are due, and how many business days late they came.

A due day that the filing does not tell is None: unknown is not late. The filing date decides, never the time of
acceptance: a Form 3, 4 or 5 that EDGAR has by 10 p.m. Eastern time is filed that day (Regulation S-T, Rule 13(a)(4)).
"""

from __future__ import annotations

from datetime import date

from graphload.filing import calendar
from graphload.filing.codes import TransactionCode
from graphload.filing.values import Filing, Row, Trade

# dispositions by gift belong on Form 4 (SEC release 33-11138, Rule 16a-3(g)(1))
_GIFTS = date(2023, 2, 27)
# directors and officers of foreign private issuers report (SEC release 34-104903)
_FOREIGN = date(2026, 3, 18)
_FORM3, _FORM5 = 10, 45  # days


def of_filing(filing: Filing) -> date | None:
    """Return the day on which a Form 3 or a Form 5 is due.

    A Form 3 is due ten days after the event (Rule 16a-3(a), Form 3, instruction 3(a)), a Form 5 45 days after the end
    of the fiscal year (Rule 16a-3(f)), which is its period of report. A day on which EDGAR is closed gives way to the
    next business day (Rule 0-3(a)). A Form 4 has no day of its own, for its rows have, and neither has an amendment.
    """
    if filing.form.amendment:
        return None
    if filing.form.family == "3":
        return _form3(filing)
    return _form5(filing) if filing.form.family == "5" else None


def of_row(filing: Filing, row: Row) -> date | None:
    """Return the day on which a transaction is due, on whatever form it is reported.

    What belongs on Form 4 is due on the second business day after the transaction. What belongs on Form 5 is due with
    it; only a Form 5 tells when that is, and only for its own fiscal year.
    """
    trade = row.trade
    if trade is None or trade.date is None:
        return None
    form = _belongs(trade, row.form_type)
    if form == "4":
        return calendar.after(_executed(trade, trade.date), 2)
    return _form5(filing) if form == "5" and _in_year(trade.date, filing) else None


def late(due: date | None, filed: date | None) -> int | None:
    """Return how many business days after it was due something was filed: 0 if in time, None where unknown."""
    return None if due is None or filed is None else calendar.between(due, filed)


def _belongs(trade: Trade, form: str | None) -> str | None:
    """Return the form that a transaction belongs on: that of the row, but of a gift that of the law."""
    if trade.code is not TransactionCode.G:
        return form
    if trade.acquired is None or trade.date is None:
        return None
    return "5" if trade.acquired or trade.date < _GIFTS else "4"


def _executed(trade: Trade, day: date) -> date:
    """Return the day from which to count: the deemed execution date if that can be one, else the transaction date.

    It is the day on which the owner hears of a trade whose day somebody else chose, and at the latest the third
    business day after it (Rule 16a-3(g)(2) to (4)). Filers also repeat the transaction date there, or type another.
    """
    deemed, last = trade.deemed_date, calendar.after(day, 3)
    return deemed if deemed and last and day < deemed <= last else day


def _form3(filing: Filing) -> date | None:
    event, filed = filing.period_of_report, filing.envelope.filed_on
    due = calendar.rolled(event, _FORM3)
    if event == _FOREIGN:  # it may be the day of the rule, or that of an event ten days before
        return None
    if due is None or due >= _FOREIGN or filed is None or filed < _FOREIGN or not _manager(filing):
        return due
    # whoever was in office before had to file on the day of the rule, if the issuer is foreign
    return _FOREIGN if filing.issuer.foreign_ticker else None


def _manager(filing: Filing) -> bool:
    return any(owner.director or owner.officer for owner in filing.owners)


def _form5(filing: Filing) -> date | None:
    if filing.form.family != "5":
        return None
    return calendar.rolled(filing.period_of_report, _FORM5)


def _in_year(day: date, filing: Filing) -> bool:
    """Whether a day is in the fiscal year that ends with the filing's period of report."""
    end = filing.period_of_report
    return day <= end and (day.year + 1, day.month, day.day) > (end.year, end.month, end.day)
