"""Purchases matched with sales: against an exhaustive search, and the days and cases of the rule."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import pytest

from graphload.analyze.matching import UNIT, Lot, greatest, last_day, later, lowest_highest, matchable, profit

BEGIN = date(2023, 1, 1)


def lots(*told: tuple[date, float, int], kind: str = "b") -> list[Lot]:
    return [Lot(day, round(price * UNIT), shares * UNIT, f"{kind}{at}") for at, (day, price, shares) in enumerate(told)]


def made(random: random.Random) -> tuple[list[Lot], list[Lot]]:
    def side(kind: str) -> list[Lot]:
        told = [
            (BEGIN + timedelta(days=random.randrange(400)), random.randint(8, 16), random.randint(1, 3))
            for _ in range(random.randint(0, 4))
        ]
        return lots(*told, kind=kind)

    return side("b"), side("s")


def searched(bought: Sequence[Lot], sold: Sequence[Lot]) -> float:
    """Return the greatest profit in dollars, by trying every way to match whole shares."""

    @cache
    def best(at: int, left: tuple[int, ...], unbought: int) -> int:
        if at == len(bought):
            return 0
        following = bought[at + 1].shares // UNIT if at + 1 < len(bought) else 0
        found = best(at + 1, left, following)
        for other, sale in enumerate(sold):
            if unbought and left[other] and matchable(bought[at], sale):
                rest = (*left[:other], left[other] - 1, *left[other + 1 :])
                found = max(found, sale.price - bought[at].price + best(at, rest, unbought - 1))
        return found

    return best(0, tuple(lot.shares // UNIT for lot in sold), bought[0].shares // UNIT if bought else 0) / UNIT


def test_the_matching_is_the_best_of_all() -> None:
    chance = random.Random(16)
    shorter = 0
    for _ in range(1000):
        bought, sold = made(chance)
        found = greatest(bought, sold)
        assert profit(found) == searched(bought, sold)
        for side, part in ((bought, "bought"), (sold, "sold")):
            for lot in side:
                assert sum(pair.shares for pair in found if getattr(pair, part) == lot) <= lot.shares
        assert all(matchable(pair.bought, pair.sold) for pair in found)
        assert profit(lowest_highest(bought, sold)) <= profit(found)
        shorter += profit(lowest_highest(bought, sold)) < profit(found)
    assert shorter


def test_the_order_of_the_lots_does_not_matter() -> None:
    chance = random.Random(3)
    for _ in range(50):
        bought, sold = made(chance)
        assert profit(greatest(bought, sold)) == profit(greatest(bought[::-1], sold[::-1]))
        assert lowest_highest(bought, sold) == lowest_highest(bought[::-1], sold[::-1])


def test_lowest_in_and_highest_out_may_fall_short() -> None:
    bought = lots((date(2023, 6, 15), 10, 1), (date(2023, 7, 15), 11, 1))
    sold = lots((date(2023, 1, 1), 12, 1), (date(2023, 7, 15), 13, 1), kind="s")
    assert (profit(lowest_highest(bought, sold)), profit(greatest(bought, sold))) == (3.0, 4.0)


def test_losses_offset_nothing() -> None:
    bought, sold = lots((BEGIN, 10, 5), (BEGIN, 20, 5)), lots((BEGIN, 15, 10), kind="s")
    assert profit(greatest(bought, sold)) == profit(lowest_highest(bought, sold)) == 25.0


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(1972, 12, 20), date(1973, 6, 18)),
        (date(2023, 8, 31), date(2024, 2, 27)),
        (date(2022, 8, 31), date(2023, 2, 26)),
        (date(2023, 6, 30), date(2023, 12, 28)),
    ],
)
def test_six_months_end_two_days_before(day: date, last: date) -> None:
    assert last_day(day) == last
    (buy,) = lots((day, 1, 1))
    for days, within in ((0, True), (1, False)):
        sale = Lot(last + timedelta(days=days), 2 * UNIT, UNIT, "s")
        assert matchable(buy, sale) is within
        assert matchable(Lot(sale.day, UNIT, UNIT, "b"), Lot(day, 2 * UNIT, UNIT, "s")) is within


def test_months_end_with_their_last_day() -> None:
    assert later(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert later(date(2023, 11, 30), 24) == date(2025, 11, 30)


def test_parts_of_a_cent_and_of_a_share_are_exact() -> None:
    bought, sold = [Lot(BEGIN, 1, 1, "b")], [Lot(BEGIN, 2, 3, "s")]
    assert profit(greatest(bought, sold)) == 1 / UNIT**2


def test_many_lots_are_matched() -> None:
    chance = random.Random(5)
    bought, sold = (
        [Lot(BEGIN + timedelta(days=chance.randrange(1500)), chance.randint(90_000, 120_000), UNIT, f"{at}") for at in
         range(150)] for _ in range(2)
    )  # fmt: skip
    assert profit(greatest(bought, sold)) >= profit(lowest_highest(bought, sold)) > 0
