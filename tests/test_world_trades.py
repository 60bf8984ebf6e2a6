"""Every question about trades, their timing, pay, gifts and derivatives finds something in the example filings.

The numbers are those of the question catalogue.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest

from examples.world import FILINGS
from examples.world.cast import BRIGHTWATER, HALCYON, MERROW, QUILLFEATHER, TIDEWELL
from graphload.filing.codes import TransactionCode
from graphload.filing.values import Filing, Row, Terms
from tests.test_world import HOLDS as PEOPLE_AND_PAPERS
from tests.world import LINES, ORIGINAL, Line, ciks, filed, late, lines, workdays

READOUT = date(2024, 6, 17)
MARCH = [line for line in lines("P", HALCYON) if line.on.year == 2025]
SALES = lines("S")
TRADERS = {line.owners for line in ORIGINAL}
DERIVATIVES = [row for filing in FILINGS for row in filing.rows if row.terms]


def days(one: Line, other: Line) -> int:
    """Days from one trade to the other."""
    return (other.on - one.on).days


def when(line: Line) -> date:
    return line.on


def of(line: Line) -> tuple[object, ...]:
    """Who traded, and at which issuer."""
    return (line.owners, line.issuer)


def follows(gap: int) -> Counter[tuple[object, object]]:
    """Who bought within some days after whom, and how often."""
    return Counter(
        (one.owners, other.owners)
        for one in lines("P")
        for other in lines("P")
        if one.issuer == other.issuer and one.owners != other.owners and 0 < days(one, other) <= gap
    )


def months(codes: str) -> dict[tuple[object, ...], set[tuple[int, int]]]:
    """The year and month of each trader's trades."""
    found = defaultdict(set)
    for line in lines(codes):
        found[of(line)].add((line.on.year, line.on.month))
    return found


def same(line: Line, other: Line) -> bool:
    """Whether two rows of one filing move the same shares, the one out and the other in."""
    return (
        line.filing is other.filing
        and line.shares == other.shares
        and line.row.title == other.row.title
        and line.trade.acquired is not other.trade.acquired
    )


def chain(codes: str) -> list[Filing]:
    """The filings with transactions of all the codes."""
    return [filing for filing in FILINGS if set(codes) <= {line.code for line in ORIGINAL if line.filing is filing}]


def granted(line: Line) -> list[Row]:
    """The other rows in which an owner has the derivative that a row exercises."""
    mine = [
        row
        for filing in FILINGS
        if line.owners == ciks(filing)
        for row in filing.rows
        if row is not line.row and row.terms
    ]
    return [
        row
        for row in mine
        if row.title == line.row.title and row.terms and row.terms.expires_on == terms(line).expires_on
    ]


def terms(line: Line) -> Terms:
    assert line.row.terms
    return line.row.terms


HOLDS: dict[int, Callable[[], object]] = {
    28: lambda: [line for line in lines("P") if line.value >= 100_000],
    29: lambda: (
        {"Chief Executive Officer", "Chief Financial Officer"}
        <= {line.filing.owners[0].officer_title for line in MARCH}
    ),
    30: lambda: len({line.issuer for line in lines("PS") if line.value}) >= 6,
    31: lambda: [line for line in lines("P") if line.row.shares_after == line.shares and not line.row.terms],
    32: lambda: [buy for buy in lines("P") if sum(of(sale) == of(buy) and sale.on < buy.on for sale in SALES) >= 3],
    33: lambda: [line for line in SALES if line.row.shares_after and line.shares > line.row.shares_after / 5],
    34: lambda: {line.issuer for line in lines("P")} & {line.issuer for line in SALES},
    35: lambda: {line.code for line in LINES} == {code.value for code in TransactionCode},
    36: lambda: [
        (buy, sale)
        for buy in lines("P")
        for sale in SALES
        if buy.owners == sale.owners and buy.issuer != sale.issuer and abs(days(buy, sale)) <= 7
    ],
    37: lambda: {0, 1, 2} < {workdays(line.on, filed(line.filing)) for line in ORIGINAL if line.on.year > 2000},
    38: lambda: len({line.owners for line in MARCH}) == 6 and days(min(MARCH, key=when), max(MARCH, key=when)) <= 5,
    39: lambda: [
        both
        for both in combinations(lines("P"), 2)
        if both[0].owners != both[1].owners and (both[0].on, both[0].trade.price) == (both[1].on, both[1].trade.price)
    ],
    40: lambda: max(follows(3).values()) == 3,
    41: lambda: [pair for pair, times in follows(3).items() if times >= 2],
    42: lambda: [line for line in SALES if line.filing.issuer == MERROW and 0 < (READOUT - line.on).days <= 10],
    43: lambda: [
        who
        for who, at in months("S").items()
        if len({year for year, _ in at}) >= 3 and len({month for _, month in at}) == 1
    ],
    44: lambda: [who for who, at in months("S").items() if len(at) >= 3 and max(at) < (2025, 1)],
    45: lambda: {line.filing.plan10b51 for line in SALES if line.filing.issuer == MERROW} == {True, False, None},
    46: lambda: [line for line in SALES if "adopted on March 4, 2024" in line.notes and line.on > date(2024, 6, 4)],
    47: lambda: [line for line in ORIGINAL if line.filing.plan10b51 and "not under the plan" in line.notes],
    48: lambda: [line for line in SALES if line.filing.plan10b51 is False and "10b5-1 trading plan" in line.notes],
    49: lambda: {bool(line.filing.plan10b51) for line in SALES if line.filing.issuer == MERROW} == {True, False},
    50: lambda: [*late()],
    51: lambda: max(Counter(filing.owners for filing in late()).values()) == 3,
    52: lambda: {"3", "4"} <= {row.form_type for filing in FILINGS if filing.form == "5" for row in filing.rows},
    53: lambda: [
        line
        for line in ORIGINAL
        if line.trade.timeliness == "L" and line.row.form_type == "4" == line.filing.form and line.filing not in late()
    ],
    54: lambda: [each for each in FILINGS if each.form == "3" and (filed(each) - each.period_of_report).days > 10],
    55: lambda: [line for line in ORIGINAL if line.on > filed(line.filing) and line.trade.timeliness != "E"],
    62: lambda: chain("MFS") and [line for line in lines("A", MERROW) if line.row.terms],
    63: lambda: [line for line in SALES if "to cover" in line.notes and line.filing in chain("MS")],
    64: lambda: [line for line in lines("F") if line.value],
    65: lambda: (
        {
            (terms(line).expires_on or line.on) > date(line.on.year + 1, 1, 1)
            for line in lines("M")
            if line.row.terms and terms(line).expires_on
        }
        == {True, False}
    ),
    66: lambda: (
        {
            (issuer.name, bool(lines("F", issuer)), any(filing.issuer.cik == issuer.cik for filing in chain("MS")))
            for issuer in (BRIGHTWATER, TIDEWELL)
        }
        == {("Brightwater Instruments, Inc.", True, False), ("Tidewell Media Holdings, Inc.", False, True)}
    ),
    67: lambda: all(
        [line for line in lines("G") if word in line.notes] for word in ("university", "donor-advised fund", "Museum")
    ),
    68: lambda: [both for both in combinations(lines("G"), 2) if same(*both) and "Trust" in str(both[1].row.nature)],
    69: lambda: [line for line in lines("G", MERROW) if 0 < (READOUT - line.on).days <= 10],
    70: lambda: lines("W") and all([both for both in combinations(lines(code), 2) if same(*both)] for code in "JZ"),
    71: lambda: {line.trade.timeliness for line in lines("G") if line.on >= date(2023, 2, 27)} >= {"E", "L"},
    72: lambda: [row for row in DERIVATIVES if row.shares_after and row.terms and row.terms.expires_on],
    73: lambda: len({row.terms.expires_on for row in DERIVATIVES if row.terms and row.terms.expires_on}) >= 6,
    74: lambda: [row for row in DERIVATIVES if row.terms and row.terms.underlying_shares],
    75: lambda: [line for line in lines("M") if line.row.terms and not granted(line)],
    76: lambda: [row for row in DERIVATIVES if {"exercise_price", "expires_on"} <= {ref.cell for ref in row.footnotes}],
    77: lambda: [line for line in LINES if line.trade.equity_swap],
    78: lambda: [
        (buy, sale)
        for buy in lines("P", QUILLFEATHER)
        for sale in SALES
        if of(buy) == of(sale) and abs(days(buy, sale)) < 180 and (sale.trade.price or 0) > (buy.trade.price or 0)
    ],
    79: lambda: [
        (buy, sale)
        for buy in lines("P")
        for sale in SALES
        if set(sale.owners) < set(buy.owners) and buy.issuer == sale.issuer and abs(days(buy, sale)) < 180
    ],
    80: lambda: [
        line
        for line in SALES
        for left in FILINGS
        if left.exit and filed(left) < line.on and (ciks(left), left.issuer) == (line.owners, line.filing.issuer)
    ],
}


@pytest.mark.parametrize("question", HOLDS)
def test_the_world_answers(question: int) -> None:
    assert HOLDS[question]()


def test_every_question_of_the_catalogue_is_asked() -> None:
    assert sorted([*HOLDS, *PEOPLE_AND_PAPERS]) == [*range(1, 97)]


def test_tranches_that_look_alike_stay_apart() -> None:
    tranches = Counter((of(line), line.on, line.shares, line.trade.price) for line in lines("A"))
    assert max(tranches.values()) == 3


def test_a_year_may_be_typed_wrong() -> None:
    assert [line.on for line in LINES if line.on.year < 2000] == [date(22, 5, 10)]


def test_only_the_late_are_late() -> None:
    assert {owner.name for filing in late() for owner in filing.owners} == {"Drummond Cassius"}
