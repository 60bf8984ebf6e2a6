"""What the pack `derivatives` finds in filings made for it, and what it must not count."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples.world.cast import BRIGHTWATER, LINDQVIST, MABRY
from examples.world.compose import OPTION, filing, holding, owner, terms, trade
from graphload.ask import ask, questions
from graphload.filing.values import Filing, Owner, Row
from graphload.store import Store
from tests.packs.planting import asked, told

PACK = {question.name.partition("/")[2]: question for question in questions("derivatives")}
STOCK = "Preferred Stock"
DAYS = ("2024-03-04", "2024-05-06", "2024-08-05")
ONE, OTHER = owner(LINDQVIST, director=True), owner(MABRY, title="Treasurer")
SPRING = terms("10.00", "2024-06-01", "2024-06-28", over=STOCK)
PUT = terms("12.00", "2024-06-01", "2024-06-28", over=STOCK)
NOTE = "Vests on January 2, 2027."


def said(
    at: int, rows: Iterable[Row], who: Owner | list[Owner] = ONE, form: str = "4", number: int = 1, **more: Any
) -> Filing:
    """Return a filing about Brightwater on one of the days."""
    return filing(
        f"0009999999-24-{at}{number:05}", form, BRIGHTWATER, who, DAYS[at], rows, signed="Per Lindqvist",
        period=DAYS[at], **more,
    )  # fmt: skip


def found(world: Store, name: str, filings: Iterable[Filing], **given: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer that come of the filings."""
    given = {name: date.fromisoformat(value) if name == "on" else value for name, value in given.items()}
    answers = told(world, filings, asked(PACK[name], **given)).get(f"derivatives/{name}", [])
    return [row for row in answers if "0009999999-24-" in str(row)]


def granted(after: int, shares: int = 100, at: int = 0, **more: Any) -> Row:
    return trade("A", DAYS[at], shares, "0", after, **{"of": OPTION, "under": SPRING, **more})


def test_every_question_is_tried() -> None:
    assert {*PACK} == {"open", "expiring", "exposure", "provenance", "footnoted", "swaps"}


HELD = said(0, [granted(100)])
SPENT = said(1, [trade("M", DAYS[1], -100, "0", 0, of=OPTION, under=SPRING)])
# what is filed, the day that is asked about, and the amounts that are open on it
POSITIONS: dict[str, tuple[list[Filing], str, list[float]]] = {
    "a grant": ([HELD], "2024-03-04", [100]),
    "before the grant": ([HELD], "2024-03-03", []),
    "the last day": ([HELD], "2024-06-28", [100]),
    "expired yesterday": ([HELD], "2024-06-29", []),
    "a balance of zero": ([HELD, SPENT], "2024-05-06", []),
    "before it was used": ([HELD, SPENT], "2024-05-05", [100]),
    "an amount that was wrong": ([HELD, said(1, [granted(90, 90)], form="4/A", amends=DAYS[0])], "2024-03-04", [90]),
    "one grant in the filings of spouses": (
        [said(0, [granted(100, by="By Spouse")]), said(0, [granted(100, by="By Spouse")], OTHER, number=2)],
        "2024-03-04",
        [100, 100],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_are_open_on_a_day(world: Store, name: str) -> None:
    filings, day, amounts = POSITIONS[name]
    assert [row["shares"] for row in found(world, "open", filings, on=day)] == amounts
    assert [row["shares"] for row in found(
        world, "expiring", filings, on=day, issuer=BRIGHTWATER.cik, price=11.0, within=200)] == amounts  # fmt: skip


def test_a_block_counts_once(world: Store) -> None:
    both = [owner(LINDQVIST, ten=True), owner(MABRY, ten=True)]
    rows = [granted(100), holding(100, "By Fund", of=OPTION, under=SPRING)]
    (row,) = found(world, "open", [said(0, rows, both)], on="2024-03-04")
    assert (row["shares"], row["through"], row["holders"]) == (
        100,
        None,
        ["Cornelius Mabry Jr", "Per Anders Lindqvist"],
    )


MONEY = {
    OPTION: ("call", 100.0),
    "Put Option (Right to Sell)": ("put", 0.0),
    "Call Option (Obligation to Sell)": ("written call", -100.0),
    "Put Option (Obligation to Buy)": ("written put", 0.0),
    "Prepaid Variable Forward Sale Contract": ("forward", None),
    "Total Return Swap": ("swap", None),
    "Computer Option": ("call", 100.0),
}


@pytest.mark.parametrize("title", MONEY)
def test_money_depends_on_the_kind(world: Store, title: str) -> None:
    (row,) = found(world, "open", [said(0, [granted(100, of=title)])], on="2024-03-04", price=11.0)
    assert (row["kind"], row["money"]) == MONEY[title]
    (row,) = found(world, "open", [said(0, [granted(100, of=title)])], on="2024-03-04", price=9.0)
    assert (row["money"] or 0) == {"put": 100.0, "written put": -100.0}.get(row["kind"], 0)


def test_underlying_shares_follow_the_ratio_of_the_row(world: Store) -> None:
    """A tenth of 1,000 preferred shares converts into five shares each; of a Form 3 the underlying shares are known."""
    five = terms("2.00", None, "2030-01-02", 500, over=STOCK)
    sold = trade("C", DAYS[0], -100, "0", 900, of="Series Z", under=five)
    first = holding(None, of="Series Y", under=terms("2.00", None, "2030-01-02", 700, over=STOCK))
    rows = found(world, "open", [said(0, [sold]), said(1, [first], OTHER, form="3")], on="2024-05-06")
    assert [(row["shares"], row["underlyingShares"]) for row in rows] == [(None, 700), (900, 4_500)]


def test_a_stale_balance_is_marked(world: Store) -> None:
    long = said(0, [granted(100, under=terms("10.00", None, "2034-01-02", over=STOCK))])
    stale = {day: found(world, "open", [long], on=day)[0]["stale"] for day in ("2026-03-04", "2026-03-05")}
    assert stale == {"2026-03-04": False, "2026-03-05": True}


def test_what_never_expires_is_listed_last_or_left_out(world: Store) -> None:
    filings = [HELD, said(1, [granted(7, 7, 1, of="Unit", under=terms(None, None, None, over=STOCK))])]
    assert [row["shares"] for row in found(world, "open", filings, on="2024-05-06")] == [100, 7]
    assert [row["shares"] for row in found(world, "open", filings, on="2024-05-06", undated=False)] == [100]


def test_an_exercise_price_in_a_footnote_is_unknown(world: Store) -> None:
    unpriced = terms(None, None, "2024-06-28", over=STOCK)
    filings = [said(0, [granted(100, under=unpriced, notes={"exercise_price": "At a tenth below the market."})])]
    (row,) = found(world, "expiring", filings, on="2024-06-01", issuer=BRIGHTWATER.cik, price=11.0)
    assert (row["inMoney"], row["money"], row["notes"]) == (None, None, ["F1: At a tenth below the market."])


def test_persons_are_asked_for(world: Store) -> None:
    filings = [HELD, said(0, [granted(30, 30)], OTHER, number=2)]
    for name in ("open", "expiring", "exposure"):
        given: dict[str, Any] = {"on": "2024-06-01", "issuer": BRIGHTWATER.cik, "person": MABRY.cik}
        given |= {"price": 11.0} if name == "expiring" else {}
        rows = found(world, name, filings, **given)
        assert {tuple(row["holders"]) for row in rows} == {("Cornelius Mabry Jr",)}


def exposed(world: Store, filings: list[Filing], **given: Any) -> list[tuple[Any, ...]]:
    columns = ("security", "owned", "rights", "exercisable", "undated", "together", "apart")
    given = {"issuer": BRIGHTWATER.cik, "on": "2024-06-01", **given}
    return [tuple(row[column] for column in columns) for row in found(world, "exposure", filings, **given)]


def test_derivatives_add_to_shares(world: Store) -> None:
    rows = [
        trade("P", DAYS[0], 500, "10", 500, of=STOCK),
        holding(200, "By Trust", of=STOCK),
        granted(100),
        granted(40, 40, under=terms("10.00", "2024-08-01", "2034-06-28", over=STOCK)),
        granted(9, 9, of="Unit", under=terms(None, None, None, over=STOCK), notes={"exercisable_on": NOTE}),
        granted(7, 7, of="Put Option", under=PUT),
    ]
    assert exposed(world, [said(0, rows)]) == [(STOCK, 700, 149, 100, 9, 849, ["Put Option"])]
    assert exposed(world, [said(0, rows)], within=61) == [(STOCK, 700, 149, 140, 9, 849, ["Put Option"])]
    assert exposed(world, [said(0, rows)], on="2024-07-01") == [(STOCK, 700, 49, 40, 9, 749, [])]


def test_lots_of_one_position_are_exercisable_each_from_its_day(world: Store) -> None:
    lots = [
        holding(None, of=OPTION, under=terms("10.00", day, "2034-01-02", shares, over=STOCK), notes=notes)
        for day, shares, notes in (
            ("2024-01-02", 300, {}),
            ("2025-01-02", 70, {}),
            (None, 11, {"exercisable_on": NOTE}),
        )
    ]
    rows = [holding(5, of=STOCK), *lots]
    assert exposed(world, [said(0, rows, form="3")]) == [(STOCK, 5, 381, 300, 11, 386, [])]


def test_a_class_that_converts_adds_once(world: Store) -> None:
    """Class B stock in Table I is no Class A stock; what Table II says that it converts into adds to Class A."""
    rows = [
        holding(1_000, of="Class B Preferred Stock"),
        holding(50, of="Class A Preferred Stock"),
        holding(
            1_000, of="Class B Preferred Stock", under=terms(None, None, None, 1_000, over="Class A Preferred Stock")
        ),
    ]
    assert exposed(world, [said(0, [trade("P", DAYS[0], 1, "1", 1, of="Unlike"), *rows])]) == [
        ("Class A Preferred Stock", 50, 1_000, 0, 1_000, 1_050, []),
        ("Class B Preferred Stock", 1_000, 0, 0, 0, 1_000, []),
        ("Unlike", 1, 0, 0, 0, 1, []),
    ]


USED = trade("M", DAYS[1], -60, "0", 40, of=OPTION, under=SPRING)
PAIR = [owner(LINDQVIST, ten=True), owner(MABRY, ten=True)]
# what is filed, and whether the exercise of May has no grant
EXERCISES: dict[str, tuple[list[Filing], bool]] = {
    "nothing before": ([said(1, [USED])], True),
    "a grant": ([HELD, said(1, [USED])], False),
    "a holding": ([said(0, [holding(100, of=OPTION, under=SPRING)]), said(1, [USED])], False),
    "an earlier exercise": (
        [said(0, [trade("M", DAYS[0], -9, "0", 100, of=OPTION, under=SPRING)]), said(1, [USED])],
        False,
    ),
    "a grant of the same day": ([said(1, [granted(100, at=1), USED])], False),
    "a later grant": ([said(1, [USED]), said(2, [granted(140, at=2)])], True),
    "a grant of another price": ([said(0, [granted(100, under=PUT)]), said(1, [USED])], True),
    "a grant to somebody else": ([said(0, [granted(100)], OTHER), said(1, [USED])], True),
    "a grant to a group": ([said(0, [granted(100)], PAIR), said(1, [USED])], False),
    "a grant through a trust": ([said(0, [granted(100, by="By Trust")]), said(1, [USED])], False),
    "a grant that was mended away": (
        [HELD, said(1, [granted(100, under=PUT)], form="4/A", amends=DAYS[0]), said(1, [USED], number=2)],
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_without_a_grant_is_found(world: Store, name: str) -> None:
    filings, missing = EXERCISES[name]
    rows = [row["row"] for row in found(world, "provenance", filings) if row["date"].isoformat() == DAYS[1]]
    assert len(rows) == missing


def test_a_grant_under_another_price_is_near(world: Store) -> None:
    filings = [said(0, [granted(100, under=PUT)]), said(1, [USED])]
    (row,) = found(world, "provenance", filings)
    assert (row["near"], row["begins"].isoformat()) == (f"{OPTION} @ 12.0", "2021-04-28")
    late = [said(1, [USED]), said(2, [granted(140, at=2)])]
    assert [len(found(world, "provenance", late, slack=days)) for days in (90, 91)] == [1, 0]


def test_only_cited_footnotes_count(world: Store) -> None:
    cited = granted(9, 9, of="Unit", under=terms(None, None, None, over=STOCK), notes={"exercisable_on": NOTE})
    priced = granted(8, 8, of="Other", under=SPRING, notes={"exercise_price": "After the split."})
    rows = found(world, "footnoted", [said(0, [cited, priced])])
    assert [(row["security"], row["cell"], row["text"]) for row in rows] == [("Unit", "exercisableOn", f"F1: {NOTE}")]
    assert rows[0]["parsed"] == "once"
    told = granted(8, 8, of="Other", under=terms(None, "2024-06-01", "2024-06-28", over=STOCK),
                   notes={"exercise_price": "The exercise price is $12.50 per share."})  # fmt: skip
    (row,) = found(world, "footnoted", [said(0, [told])])
    assert (row["cell"], row["parsed"]) == ("exercisePrice", "12.50")
    assert found(world, "footnoted", [said(0, [cited])], cell="expiresOn") == []


def test_swaps_are_flagged_or_named(world: Store) -> None:
    rows = [
        trade("J", DAYS[0], 50, "0", 50, of="Contract", under=SPRING, swap=True),
        trade("S", DAYS[0], -50, "10", 0, of=STOCK),
        trade("S", DAYS[0], -49, "10", 0, of=STOCK),
        trade("J", DAYS[0], 40, "0", 40, of="Total Return Swap", under=SPRING),
        trade("J", DAYS[0], 30, "0", 30, of="Swappable Unit", under=SPRING),
    ]
    swaps = [(row["security"], row["flag"], row["paired"]) for row in found(world, "swaps", [said(0, rows)])]
    prefix = "0009999999-24-000001"
    assert swaps == [
        ("Contract", True, [f"{prefix}:NT1", f"{prefix}:DT2"]),
        ("Total Return Swap", False, [f"{prefix}:DT1"]),
    ]


def test_a_put_is_worth_something_below_its_price(world: Store) -> None:
    given = {"issuer": "QFP", "on": "2024-06-01", "within": 300}
    for price, worth in ((8.5, [0.0, 0.0, 2_500.0]), (18.5, [-25_000.0, 130_000.0, 0.0])):
        rows = ask(world, "derivatives/expiring", **given, price=price).dicts()
        assert [row["money"] for row in rows] == worth
