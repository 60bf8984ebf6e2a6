"""Days that two traders have in common, and the components of pairs."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graphload.analyze.resembling import Day, alike, common
from graphload.derive.components import components

FIRST = date(2024, 1, 1)
days = st.sets(st.integers(0, 40), min_size=1, max_size=8)


def traded(numbers: set[int]) -> tuple[Day, ...]:
    return tuple(Day(FIRST + timedelta(number), str(number), False) for number in sorted(numbers))


def told(unit: str, *numbers: int, issuer: str = "1", code: str = "S") -> list[dict[str, Any]]:
    cells = {"issuer": issuer, "name": f"Issuer {issuer}", "ticker": None, "cik": issuer, "code": code}
    return [
        {**cells, "unit": unit, "names": [unit], "day": FIRST + timedelta(n), "planned": False, "row": f"{unit}{n}"}
        for n in numbers
    ]


@given(days, days)
def test_without_nearness_common_days_are_the_same_days(one: set[int], other: set[int]) -> None:
    assert [a.on for a, _, _ in common(traded(one), traded(other))] == [day.on for day in traded(one & other)]


@given(days, days, st.integers(0, 10))
def test_the_order_of_two_does_not_matter(one: set[int], other: set[int], within: int) -> None:
    there = common(traded(one), traded(other), within)
    back = common(traded(other), traded(one), within)
    assert sum(share for *_, share in there) == sum(share for *_, share in back)
    assert len({a.on for a, _, _ in there}) == len({b.on for _, b, _ in there}) == len(there)
    assert sum(share for *_, share in there) <= min(len(one), len(other))


def test_a_near_day_counts_in_part() -> None:
    assert [share for *_, share in common(traded({1, 10}), traded({2, 10}), 1)] == [Fraction(1, 2), 1]
    assert common(traded({1}), traded({3}), 1) == ()


def test_components_are_named_by_their_least_member_in_any_order() -> None:
    pairs = [("d", "c"), ("b", "a"), ("c", "b"), ("y", "x")]
    for some in permutations(pairs):
        assert components(some) == {**dict.fromkeys("abcd", "a"), "x": "x", "y": "x"}


def test_only_traders_of_one_issuer_who_trade_the_same_way_are_alike() -> None:
    rows = [
        *told("a", 1, 2, 3), *told("b", 1, 2, 3, 4), *told("c", 1, 2, 3, issuer="2"), *told("d", 1, 2, 3, code="P"),
        *told("e", 1, 2), *told("b", 5, 6, 7, issuer="2"), *told("f", 5, 6, 8, issuer="2"),
    ]  # fmt: skip
    found = [*alike(rows, {"least": 3, "score": 0.3, "within": 0, "limit": 10}).rows]
    assert [(row[0], row[1], row[2], row[3], row[9]) for row in found] == [
        ("a", ["a"], ["b"], "Issuer 1", 0.75),
        ("a", ["b"], ["f"], "Issuer 2", 0.4444),
    ]
    assert found[0][11] == ["a1", "b1", "a2", "b2", "a3", "b3"]
    assert [*alike(rows, {"least": 3, "score": 0.3, "within": 0, "limit": 1}).rows] == found[:1]
