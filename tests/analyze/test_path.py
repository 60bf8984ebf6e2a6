"""One owner's stake over time, from changes made for it."""

from datetime import date, timedelta
from typing import Any

from graphload.analyze.path import path

FIRST = date(2024, 1, 1)
ALL = {"diff": False, "limit": 100}
COLUMNS = (
    "date", "issuer", "security", "derivative", "causes", "change", "total", "direct", "joint", "through", "repeated",
    "holders", "known", "believed", "believedFrom", "days", "shareDays", "rows", "filings",
)  # fmt: skip


def day(number: int) -> date:
    return FIRST + timedelta(number)


def change(on: int, before: float | None, after: float, known: int | None = None, **more: Any) -> dict[str, Any]:
    return {
        "date": day(on), "issuer": "Mill", "security": "Common Stock", "securityId": "S", "derivative": False,
        "holder": "A", "joint": False, "through": None, "cause": "trade", "code": "S", "block": None,
        "change": after - (before or 0), "previous": before, "after": after, "row": f"{on}:NT1", "filing": f"{on}",
        "knownFrom": None if known is None else day(known), "wrongFrom": None,
    } | more  # fmt: skip


def told(rows: list[dict[str, Any]], *columns: str, **asked: Any) -> list[tuple[Any, ...]]:
    found = path(rows, ALL | asked).rows
    return [tuple(row[COLUMNS.index(column)] for column in columns) for row in found]


def test_a_block_counts_once_by_its_greatest_balance() -> None:
    fund = {"holder": "G", "joint": True, "block": "b"}
    rows = [
        change(1, None, 100, 3, **fund, cause="reported", code=None),
        change(1, None, 90, 3, holder="V", through="Elm Fund, L.P.", block="b", cause="unexplained", code=None),
        change(1, None, 30, 3),
    ]
    assert told(rows, "total", "direct", "joint", "through", "repeated") == [(130, 30, 100, 90, 90)]
    assert told(rows, "causes", "holders") == [
        (["reported +100", "trade S +30"], ["Elm Fund, L.P.: 90", "directly: 30", "jointly: 100"])
    ]


def test_of_equal_balances_of_a_block_the_direct_one_tells_the_causes() -> None:
    deemed = change(1, None, 100, 3, holder="A-vehicle", through="Elm", block="b", cause="unexplained", code=None)
    rows = [deemed, change(1, None, 100, 3, holder="Z", block="b")]
    assert told(rows, "causes", "total") == [(["trade S +100"], 100)]
    gone = [deemed | {"date": day(2), "after": 0.0}, rows[1] | {"date": day(2), "after": 0.0, "change": -100.0}]
    assert told([*rows, *gone], "causes", "change")[1] == (["trade S -100"], -100)


def test_what_is_told_late_is_believed_wrongly_until_then() -> None:
    rows = [
        change(0, None, 100, 0),
        change(10, 100, 80, 12),
        change(10, 50, 70, 15, holder="B"),  # another bucket of the day, told later
        change(20, 80, 60, 20),
    ]
    columns = ("total", "believed", "known", "days", "shareDays")
    assert told(rows, *columns) == [
        (100, 100, day(0), 0, 0), (150, 100, day(15), 5, 50 * 2 + 70 * 3), (130, 130, day(20), 0, 0),
    ]  # fmt: skip
    assert told(rows, "date", diff=True) == [(day(10),)]


def test_what_is_told_after_later_days_is_wrong_on_its_own_day_only() -> None:
    rows = [change(0, None, 100, 0), change(10, 100, 80, 30), change(20, 80, 60, 22)]
    assert told(rows, "date", "believed", "shareDays") == [
        (day(0), 100, 0), (day(10), 100, 20 * 20), (day(20), 100, 40 * 2),
    ]  # fmt: skip


def test_a_correction_says_what_was_believed_and_until_when() -> None:
    wrong = {"cause": "correction", "code": None, "change": None, "wrongFrom": day(12)}
    rows = [change(0, None, 100, 0), change(10, 100, 80, 17), change(10, 85, 80, 17, **wrong)]
    columns = ("causes", "change", "total", "believed", "believedFrom", "known", "shareDays")
    assert told(rows, *columns)[2] == (["correction"], None, 80, 85, day(12), day(17), 25)


def test_securities_are_apart_and_in_the_order_of_days() -> None:
    rows = [
        change(1, None, 10, 1), change(1, None, 20, 1, securityId="T", security="Class B"), change(2, 10, 5, 2),
    ]  # fmt: skip
    assert told(rows, "date", "security", "total") == [
        (day(1), "Class B", 20), (day(1), "Common Stock", 10), (day(2), "Common Stock", 5),
    ]  # fmt: skip


def test_of_unknown_days_nothing_is_said() -> None:
    assert told([change(1, None, 10)], "total", "known", "days", "shareDays") == [(10, None, None, None)]
    expired = change(5, 10, 0, cause="expired", code=None, row=None, filing=None)
    assert told([change(1, None, 10, 1), expired], "causes", "known", "rows")[1] == (["expired -10"], day(5), [])
