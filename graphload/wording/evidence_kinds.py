"""The kinds of evidence in footnotes and remarks, with the codes and cells of the rows that each may cover."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of evidence: what it tells, and the rows that it may cover.

    `codes` are transaction codes, empty for all rows and for holdings; `cells` are the cells, by field, that may cite
    the footnote, empty for any; `out` leaves rows out that acquire. Evidence that is `alone` is told of a filing also
    where it covers no row. Remarks cover rows where `remarks` is true.
    """

    doc: str
    codes: str = ""
    cells: frozenset[str] = frozenset()
    alone: bool = False
    remarks: bool = True
    out: bool = False


def _cells(*names: str) -> frozenset[str]:
    return frozenset(names)


_OF_A_GIFT = _cells("title", "code", "date", "shares", "price", "acquired", "total_value", "deemed_date")
KINDS = {
    "plan": Kind(
        "A Rule 10b5-1 plan under which it was traded; value: the day, or month, on which it was adopted; grade:"
        " `named` (no day), `adopted`, `modified`",
        alone=True,
    ),
    "adopter": Kind("who adopted the plan, if not the reporting person; grade `stated`", alone=True),
    "planEnd": Kind("the day on which the plan ended, or will end; grade `ended`", alone=True),
    "price": Kind(
        "the price is a weighted average; grade `average`; `priceLow` and `priceHigh` hold its range",
        cells=_cells("price"),
    ),
    "gift": Kind(
        "to whom a gift goes: `charity`, `donor-advised fund`, `foundation`, `trust`, `spouse`, `child`, `family`,"
        " `company`; grade `stated`",
        "G",
        _OF_A_GIFT,
        out=True,
    ),
    "form": Kind(
        "only the form of ownership changed; value `16a-13` where the rule, or its words, stand there; grade `stated`,"
        " else `shape`",
        alone=True,
    ),
    "distribution": Kind("a distribution by a fund; value `made` or `received`; grade `stated`", "JGWZ", remarks=False),
    "exchange": Kind(
        "securities exchanged; value `reclassification`, `merger` or `conversion`; grade `stated`",
        "JDACMOUXGWZEH",
        _cells(
            "title", "code", "date", "shares", "price", "acquired", "exercise_price", "exercisable_on", "expires_on"
        ),
    ),
    "withheld": Kind("shares withheld; value: for what, `tax`, `price` or `tax and price`; grade `stated`", "FD"),
    "cover": Kind("shares sold to cover; value: what, `tax`, `price` or `tax and price`; grade `stated`", "S"),
    "split": Kind("a stock split; value: new for old, as `2-for-1`; grade `stated`", alone=True),
    "vesting": Kind(
        "how an award vests; value `vested`, `milestones`, `monthly`, `quarterly`, `yearly`, `once`; grade `stated`",
        remarks=False,
    ),
    "exercise": Kind(
        "the exercise or conversion price that only the note tells, in dollars; grade `stated`",
        cells=_cells("exercise_price", "exercisable_on", "expires_on", "title"),
        remarks=False,
    ),
    "disclaims": Kind(
        "beneficial ownership is disclaimed; value `beyond interest` where a pecuniary interest is kept; grade"
        " `stated`",
        alone=True,
    ),
    "controls": Kind("who controls whom, as `X→Y`; grade: the role, as `general partner`", alone=True, remarks=False),
    "left": Kind(
        "why the owner is no insider any more; value `resigned`, `retired`, `died`, `term ended`, `below ten percent`,"
        " `left`; grade `stated`",
        alone=True,
        remarks=False,
    ),
}
