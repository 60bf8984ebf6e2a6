"""What the pack `lifecycle` finds in filings made for it, and what it must not count."""

from collections.abc import Iterable
from typing import Any

import pytest

from examples.world.cast import BRIGHTWATER, FAIRWEATHER, HALCYON, LINDQVIST, PRUITT, SALTMARSH, SOKOLOVA
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import ask, questions
from graphload.filing.values import Filing, Issuer, Owner
from graphload.store import Store
from tests.packs.planting import asked, told

PACK = {question.name.partition("/")[2]: question for question in questions("lifecycle")}
SAID = "0009999999"
DIRECTOR, TEN, BOTH = owner(PRUITT, director=True), owner(PRUITT, ten=True), owner(PRUITT, director=True, ten=True)
NONE = owner(PRUITT, other="Former 10% Owner")


def said(
    day: str,
    who: Owner | list[Owner] = DIRECTOR,
    form: str = "4",
    issuer: Issuer = BRIGHTWATER,
    code: str = "P",
    **more: Any,
) -> Filing:
    """Return a filing about Brightwater, where Pruitt is not known, with a purchase or a holding."""
    rows = (
        [trade(code, day, 5, "10", 5, of="Preferred Stock")] if form[0] != "3" else [holding(5, of="Preferred Stock")]
    )
    given: dict[str, Any] = {"rows": rows, "signed": "Osgood Pruitt", "period": day, **more}
    number = f"{day[2:4]}-{day[5:7]}{day[8:]}{len(form)}{form[0]}"
    return filing(f"{SAID}-{number}", form, issuer, who, day, **given)


def found(world: Store, name: str, filings: Iterable[Filing], **given: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer that come of the filings."""
    answers = told(world, filings, asked(PACK[name], **given)).get(f"lifecycle/{name}", [])
    return [row for row in answers if SAID in str(row.get("filing", row.get("filings")))]


def test_every_question_is_tried() -> None:
    assert {*PACK} == {"timeline", "exits", "no-form-3", "returns", "below-ten"}


def missing(world: Store, person: str, issuer: str, **given: Any) -> list[tuple[Any, ...]]:
    rows = ask(world, "lifecycle/timeline", person=person, issuer=issuer, **given).dicts()
    return [(str(row["day"]), row["gap"], row["missing"]) for row in rows]


def test_a_timeline_tells_what_is_missing(world: Store) -> None:
    assert missing(world, "Cornelius Mabry", "BRWI") == [
        ("2021-05-20", None, "no Form 3, silent 1364 days"),
        ("2025-02-12", 1364, None),
    ]
    # the latest filing about Brightwater is Abara's exit, on December 16, 2025, after which nobody waits for her
    assert missing(world, "Cornelius Mabry", "BRWI", silent=306)[1] == ("2025-02-12", 1364, "silent 307 days")
    assert missing(world, "Cornelius Mabry", "BRWI", silent=307)[1] == ("2025-02-12", 1364, None)
    assert missing(world, "Ngozi Abara", "BRWI", silent=2000) == [
        ("2021-04-28", None, None), ("2025-12-16", 1693, None)]  # fmt: skip


def exits(world: Store, *filings: Filing, **given: Any) -> list[tuple[Any, ...]]:
    columns = ("roles", "rows", "text", "later")
    return [tuple(row[column] for column in columns) for row in found(world, "exits", filings, **given)]


def test_exits_are_told_by_the_box(world: Store) -> None:
    assert exits(world, said("2024-03-04"), said("2024-04-02", owner(PRUITT), left=True)) == [
        (["director"], 1, None, 0)
    ]
    assert exits(world, said("2024-03-04"), said("2024-04-02")) == []
    bare = said("2024-04-02", NONE, rows=[], left=True, remarks="Mr. Pruitt left.")
    assert exits(world, said("2024-03-04"), bare) == [(["director"], 0, "Mr. Pruitt left. Former 10% Owner", 0)]
    # a trade after the exit
    assert exits(world, said("2024-04-02", left=True), said("2024-05-02")) == [([], 1, None, 1)]


def test_the_box_is_the_filings(world: Store) -> None:
    both = [owner(SALTMARSH, ten=True), owner(FAIRWEATHER, ten=True)]
    (row,) = found(world, "exits", [said("2024-03-04", both), said("2024-04-02", both, left=True)])
    assert row["owners"] == ["Lucian Fairweather", "Saltmarsh Partners LP"]


LEFT = said("2024-04-02", left=True)
UNTICKED = said("2024-04-05", form="4/A", amends="2024-04-02")


def test_an_amendment_takes_an_exit_back_or_makes_one(world: Store) -> None:
    assert exits(world, LEFT, UNTICKED) == []
    assert len(exits(world, LEFT, UNTICKED, asFiled=True)) == 1
    ticked = said("2024-04-05", form="4/A", amends="2024-04-02", left=True)
    assert len(exits(world, said("2024-04-02"), ticked)) == 1
    assert exits(world, said("2024-04-02"), ticked, asFiled=True) == []
    assert len(exits(world, LEFT, ticked)) == 1


# what is filed, and whether a Form 3 is missing
ENTRIES: dict[str, tuple[list[Filing], bool]] = {
    "a trade alone": ([said("2024-03-04")], True),
    "a Form 3": ([said("2024-01-04", form="3"), said("2024-03-04")], False),
    "a Form 3 that came later": ([said("2024-03-04"), said("2024-05-04", form="3")], False),
    "a Form 3 of a group": (
        [said("2024-01-04", [DIRECTOR, owner(FAIRWEATHER, ten=True)], "3"), said("2024-03-04")],
        False,
    ),
    "an amendment of a Form 3": ([said("2024-01-04", form="3/A", amends="2024-01-02"), said("2024-03-04")], False),
    "a Form 3 about another issuer": ([said("2024-03-04"), said("2024-01-04", form="3", issuer=HALCYON)], True),
    "a grant": ([said("2024-03-04", code="A")], False),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_insiders_without_a_form_3_are_found(world: Store, name: str) -> None:
    filings, lacking = ENTRIES[name]
    rows = [row for row in found(world, "no-form-3", filings) if row["insider"] == "Osgood T Pruitt"]
    assert len(rows) == lacking
    assert all(row["covered"] and row["trades"] == 1 for row in rows)


def test_an_insider_older_than_the_filings_is_not_covered(world: Store) -> None:
    (row,) = found(world, "no-form-3", [said("2021-06-01")])
    assert not row["covered"]


# what is filed, and how the insider came back
RETURNS: dict[str, tuple[list[Filing], list[str]]] = {
    "not at all": ([LEFT], []),
    "soon": ([LEFT, said("2024-10-02")], ["within"]),
    "late": ([LEFT, said("2024-10-03")], ["after"]),
    "anew": ([LEFT, said("2024-10-03", form="3")], ["new Form 3"]),
    "anew at another issuer": ([LEFT, said("2024-10-03", form="3", issuer=HALCYON)], []),
    "an amendment of an earlier day": (
        [said("2024-03-04"), LEFT, said("2024-05-01", form="4/A", amends="2024-03-04")],
        [],
    ),
    "an exit that was taken back": ([LEFT, UNTICKED, said("2024-10-03")], []),
    "without an exit": ([said("2024-04-02"), said("2024-10-03")], []),
}


@pytest.mark.parametrize("name", RETURNS)
def test_insiders_come_back(world: Store, name: str) -> None:
    filings, kinds = RETURNS[name]
    assert [row["kind"] for row in found(world, "returns", filings)] == kinds


NO_LONGER: dict[str, Any] = {"remarks": "Mr. Pruitt is no longer a ten percent owner."}
# what is filed, and the signs that a stake fell below 10%
BELOW: dict[str, tuple[list[Filing], list[tuple[str, str]]]] = {
    "an owner still": ([said("2024-03-04", TEN), said("2024-04-02", TEN)], []),
    "an exit": ([said("2024-03-04", TEN), said("2024-04-02", TEN, left=True)], [("exit", "high")]),
    "an exit without the role": (
        [said("2024-03-04", TEN), said("2024-04-02", owner(PRUITT), left=True)],
        [("exit", "high")],
    ),
    "a former owner": ([said("2024-03-04", TEN), said("2024-04-02", NONE)], [("said", "high")]),
    "a former owner, first seen": ([said("2024-04-02", NONE, left=True)], [("said", "high")]),
    "remarks": ([said("2024-03-04", BOTH), said("2024-04-02", **NO_LONGER)], [("said", "medium")]),
    "remarks of an owner": ([said("2024-03-04", BOTH), said("2024-04-02", BOTH, **NO_LONGER)], []),
    "a director who stays": ([said("2024-03-04", BOTH), said("2024-04-02")], [("dropped", "low")]),
    "a role left out once": ([said("2024-03-04", BOTH), said("2024-04-02"), said("2024-05-02", BOTH)], []),
    "back after an exit": ([said("2024-03-04", TEN, left=True), said("2024-05-02", TEN)], []),
    "a director who leaves": ([said("2024-03-04"), said("2024-04-02", left=True)], []),
    "a former director": ([said("2024-03-04"), said("2024-04-02", owner(PRUITT, other="Former director"))], []),
}


@pytest.mark.parametrize("name", BELOW)
def test_signs_of_a_stake_below_ten_percent(world: Store, name: str) -> None:
    filings, signs = BELOW[name]
    assert [(row["sign"], row["grade"]) for row in found(world, "below-ten", filings)] == signs


def test_persons_are_asked_for(world: Store) -> None:
    pruitt = [said("2024-03-04", TEN, left=True), said("2024-05-02")]
    for name in ("returns", "below-ten"):
        assert len(found(world, name, pruitt, person=PRUITT.cik)) == 1
        assert found(world, name, pruitt, person=SOKOLOVA.cik) == []
        assert found(world, name, pruitt, person=LINDQVIST.cik, issuer=BRIGHTWATER.cik) == []
