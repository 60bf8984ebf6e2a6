"""Positions that go on under another name, and near-misses that do not."""

from typing import Any

import pytest

from graphload.derive.facts import FilingFacts
from tests.derive.made import CLASS_A, COMMON, OPTION, balances, day, derived, filing, held, total, traded

LATER = 40


def continued(*filings: FilingFacts) -> list[tuple[Any, ...]]:
    names = "holder", "shares", "continuedHow", "continuedBy", "until"
    return [each for each in balances(derived(*filings), *names, type="OWNED") if each[2]]


def later(*rows: Any, owners: str = "jane", id: str = "b") -> FilingFacts:
    return filing(
        id, *(row._replace(as_of=day(LATER), date=row.date and day(LATER)) for row in rows), at=LATER + 2, owners=owners
    )


BEFORE = filing("a", traded(5, 100, holder="jane|corvid 15 principals limited partnership"))


def test_a_short_name_continues_the_full_one() -> None:
    sold = later(traded(-100, 0, holder="jane|corvid 15 principals"))
    assert continued(BEFORE, sold) == [
        ("jane|corvid 15 principals limited partnership", 100.0, "spelling", "b:NT1", day(LATER))
    ]
    assert total(derived(BEFORE, sold), day(LATER)) == 0


def test_a_holder_that_goes_on_under_another_name_does_so_with_other_securities() -> None:
    full, short = "jane|corvid 15 principals limited partnership", "jane|corvid 15 principals"
    both = filing("a", traded(5, 100, holder=full), held(70, holder=full, security=CLASS_A))
    after = later(traded(-100, 0, holder=short), held(35, holder=short, security=CLASS_A))
    assert continued(both, after) == [
        (full, 70.0, "spelling", "b:NH2", day(LATER)),
        (full, 100.0, "spelling", "b:NT1", day(LATER)),
    ]
    assert total(derived(both, after), day(LATER)) == 35


def test_another_balance_is_another_position() -> None:
    assert continued(BEFORE, later(traded(-90, 9, holder="jane|corvid 15 principals"))) == []


def test_two_trusts_of_one_size_stay_apart() -> None:
    two = filing("a", held(100, holder="jane|trust a"), held(100, holder="jane|trust b"))
    assert continued(two, later(traded(-10, 90, holder="jane|family trust"))) == []
    assert continued(filing("a", held(100, holder="jane|trust a")), later(held(100, holder="jane|trust b"))) == []


def test_another_kind_of_holder_is_another_position() -> None:
    assert continued(filing("a", held(100, holder="jane|spouse")), later(held(100, holder="jane|family trust"))) == []


def test_another_set_of_joint_filers_goes_on() -> None:
    two = filing("a", traded(5, 100, holder="group:1"), owners="jane fund")
    three = later(traded(-10, 90, holder="group:2"), owners="jane fund gp")
    assert continued(two, three) == [("group:1", 100.0, "owners", "b:NT1", day(LATER))]
    alone = filing("a", traded(5, 100))
    assert continued(alone, later(traded(-10, 90, holder="group:1"), owners="jane john")) == [
        ("jane", 100.0, "owners", "b:NT1", day(LATER))
    ]


def test_strangers_with_one_balance_stay_apart() -> None:
    alone = filing("a", traded(5, 100))
    assert continued(alone, later(traded(-10, 90, holder="john"), owners="john")) == []


def test_one_line_goes_on_as_several_that_add_up() -> None:
    together = filing("a", held(100, holder="group:1"), owners="fund1 fund2")
    one = later(traded(-10, 30, holder="fund1"), owners="fund1")
    other = later(traded(-10, 50, holder="fund2"), owners="fund2", id="c")
    assert continued(together, one, other) == [("group:1", 100.0, "split", "b:NT1", day(LATER))]
    assert continued(together, one, later(traded(-10, 51, holder="fund2"), owners="fund2", id="c")) == []


def test_a_change_of_form_needs_a_note_that_says_so() -> None:
    direct = filing("a", traded(5, 100))
    trust = held(100, holder="jane|family trust")
    assert continued(direct, later(trust)) == []
    assert continued(direct, later(trust._replace(reformed=True))) == [("jane", 100.0, "form", "b:NH1", day(LATER))]


@pytest.mark.parametrize(
    ("old", "new", "goes_on"),
    [
        ("X:N:deferred stock unit", "X:N:deferred stock unit award", True),
        ("X:N:stock unit", "X:N:performance stock unit", False),
        (COMMON, CLASS_A, False),
        ("X:N:series a unit", "X:N:series b unit", False),
        (OPTION, "X:D:stock option:5:2026-01-31", True),
        (OPTION, "X:D:option:5:", True),
        (OPTION, "X:D:option:6:2026-01-31", False),
    ],
)
def test_another_spelling_of_a_security_goes_on(old: str, new: str, goes_on: bool) -> None:
    found = continued(filing("a", held(100, security=old)), later(traded(-10, 90, security=new)))
    assert [how for _, _, how, *_ in found] == (["spelling"] if goes_on else [])


def test_equal_grants_are_two_positions() -> None:
    one = filing("a", traded(100, 100, security=OPTION, code="A"))
    assert continued(one, later(traded(100, 100, security="X:D:stock option:5:2026-01-31", code="A"))) == []


def test_a_conversion_of_a_class_is_no_continuation() -> None:
    converted = later(traded(-100, 0, security=CLASS_A, code="C"), traded(100, 100, code="C"))
    assert continued(filing("a", held(100, security=CLASS_A)), converted) == []


def test_a_position_that_is_listed_later_goes_on_by_itself() -> None:
    again = filing("c", held(100, 60, holder="jane|corvid 15 principals limited partnership"), at=62)
    assert continued(BEFORE, later(traded(-10, 90, holder="jane|corvid 15 principals")), again) == []


def test_a_later_filing_that_trades_without_a_line_leaves_it_unlisted() -> None:
    both = filing("a", traded(5, 100), held(70, holder="jane|trust"))
    found = derived(both, later(traded(1, 101)))
    assert balances(found, "holder", "unlistedSince", "unlistedIn", type="OWNS") == [
        ("jane", None, None),
        ("jane|trust", day(LATER), "b"),
    ]


@pytest.mark.parametrize(
    "next_filing",
    [
        later(traded(1, 101), held(70, holder="jane|trust")),
        later(held(101)),
        later(traded(1, 101, security=CLASS_A)),
        later(traded(1, 101, holder="group:1"), owners="jane john"),
    ],
)
def test_a_line_is_left_out_only_where_the_same_owners_trade_in_the_class(next_filing: FilingFacts) -> None:
    both = filing("a", traded(5, 200), held(70, holder="jane|trust"))
    assert {since for (since,) in balances(derived(both, next_filing), "unlistedSince")} == {None}


def test_a_split_is_of_one_position_in_parts_that_no_other_goes_on_as() -> None:
    grat, spouse = held(60, holder="jane|family trust 1"), held(40, holder="jane|family trust 2")
    equal = filing("a", held(100, holder="jane|trust a"), held(100, holder="jane|trust b"))
    assert continued(equal, later(grat, spouse)) == []
    named = filing(
        "a", held(60, holder="jane|corvid 15 principals limited partnership"), held(100, holder="jane|trust")
    )
    goes_on = later(traded(-1, 59, holder="jane|corvid 15 principals"), held(40, holder="jane|family trust"))
    assert [how for _, _, how, *_ in continued(named, goes_on)] == ["spelling"]
    kinds = later(held(60, holder="jane|ira"), held(40, holder="jane|spouse"))
    assert continued(filing("a", held(100, holder="jane|trust")), kinds) == []


def test_a_vague_name_carries_no_other_securities_along() -> None:
    both = filing("a", held(100, holder="jane|spouse"), held(50, holder="jane|spouse", security=CLASS_A))
    vague = later(held(100, holder="jane|see footnote"), held(9, holder="jane|see footnote", security=CLASS_A))
    assert [security for _, security, *_ in continued(both, vague)] == [100.0]


def test_a_respelled_title_does_not_undo_a_new_name_of_the_holder() -> None:
    full, short, unit = (
        "jane|corvid 15 principals limited partnership",
        "jane|corvid 15 principals",
        "X:N:deferred unit",
    )
    first = filing(
        "a", traded(5, 100, holder=full), held(70, holder=full, security=CLASS_A), held(33, holder=full, security=unit)
    )
    title = filing("m", traded(-1, 32, 30, holder=full, security=f"{unit} plan"), at=32)
    last = later(traded(-100, 0, holder=short), held(35, holder=short, security=CLASS_A))
    assert (full, 70.0, "spelling", "b:NH2", day(LATER)) in continued(first, title, last)


def test_an_earlier_filing_or_a_lone_amendment_leaves_no_line_unlisted() -> None:
    late = filing("z", traded(50, 50, 0, holder="jane|trust"), at=40)
    early = filing("b", traded(1, 101, 5), at=7)
    assert {since for (since,) in balances(derived(late, early), "unlistedSince")} == {None}
    both = filing("a", traded(5, 100), held(70, holder="jane|trust"))
    lone = filing("b", traded(1, 101, 20), at=30, form="4/A", amendment=True, original_filed_on=day(22))
    lone = lone._replace(period=day(20))
    assert {since for (since,) in balances(derived(both, lone), "unlistedSince")} == {None}
