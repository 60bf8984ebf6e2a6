"""What the pack `plans` makes of plans, denials of them, and boxes, that the example filings do not hold."""

from dataclasses import replace
from datetime import date
from typing import Any

from examples.world.cast import ABARA, LINDQVIST, MABRY, OKAFOR, PELL, QUIST, WREN
from examples.world.compose import filing, owner, trade
from graphload.ask import ask
from graphload.filing.values import Filing
from graphload.store import Store
from tests.packs.planting import MILL, put

DIRECTOR = owner(QUIST, director=True)
UNDER = "Sold under a Rule 10b5-1 trading plan adopted on {}."
NAMED = "Sold under a Rule 10b5-1 plan."


def told(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in ask(store, f"plans/{name}", **given).dicts()]


def filed(number: int, *rows: Any, who: Any = DIRECTOR, on: str = "2024-07-03", form: str = "4", **more: Any) -> Filing:
    return filing(f"0009900091-24-{number:06}", form, MILL, who, on, rows, signed=WREN, **more)


def id(number: int, place: int) -> str:
    return f"0009900091-24-{number:06}:NT{place}"


def sold(on: str, note: str | None = None, at: str = "10", **more: Any) -> Any:
    return trade("S", on, -100, at, 9_000, notes={"code": note, **more} if note else more)


def test_the_wait_of_a_plan_depends_on_the_day_and_on_the_role(store: Store) -> None:
    adopted = UNDER.format("January 10, 2024")
    officer, holder = owner(LINDQVIST, title="Treasurer"), owner(PELL, ten=True)
    put(
        store,
        filed(1, sold("2024-04-09", adopted)),  # the 90th day
        filed(2, sold("2024-04-10", adopted), who=officer),
        filed(3, sold("2024-05-09", adopted), who=owner(MABRY, title="Clerk")),
        filed(4, sold("2024-02-09", adopted), who=holder),
        filed(5, sold("2024-02-10", adopted), who=owner(OKAFOR, ten=True)),
        filed(6, sold("2023-03-01", UNDER.format("February 26, 2023")), who=owner(ABARA, director=True)),
    )
    columns = ("owners", "days", "verdict")
    assert sorted(told(store, "adoptions", *columns, issuer="OSM")) == [
        (["Adaeze Okafor"], 31, "after 30"),
        (["Cornelius Mabry Jr"], 120, "90 to 120"),
        (["Mabel Quist"], 90, "before 90"),
        (["Ngozi C Abara"], 3, "old rule"),
        (["Per Anders Lindqvist"], 91, "90 to 120"),
        (["Rosamund Pell"], 30, "before 30"),
    ]
    assert len(told(store, "adoptions", "days", issuer="OSM", within=31)) == 3
    assert told(store, "adoptions", "owners", person="Rosamund Pell") == [(["Rosamund Pell"],)]


def test_what_is_no_day_of_adoption(store: Store) -> None:
    put(
        store,
        filed(1, sold("2024-05-09", "Not made under a Rule 10b5-1 plan adopted on January 10, 2024.")),
        filed(2, sold("2024-05-09", "Sold under a Rule 10b5-1 plan. The program was completed on December 28, 2023.")),
        filed(3, sold("2024-05-09", "Sold under a Rule 10b5-1 plan, of options that expire on May 2, 2025.")),
        filed(4, sold("2024-05-09", "Sold under a dividend plan adopted on January 10, 2024.")),
    )
    assert told(store, "adoptions", "adopted") == []


def test_a_modified_plan_is_a_new_one(store: Store) -> None:
    note = "Sold under a Rule 10b5-1 plan adopted on June 1, 2021, and modified on January 10, 2024."
    put(store, filed(1, sold("2024-02-01", note)))
    columns = ("adopted", "how", "verdict", "ticked", "unticked")
    assert told(store, "adoptions", *columns) == [
        (date(2024, 1, 10), "modified", "before 90", 0, 1),
        (date(2021, 6, 1), "adopted", "old rule", 0, 1),
    ]


def test_a_plan_of_a_month_has_no_day(store: Store) -> None:
    months = ("February 2023", "June 2021", "January 2024")
    put(store, *(filed(at, sold("2024-05-09", f"Sold under a Rule 10b5-1 plan adopted in {month}."))
                 for at, month in enumerate(months, 1)))  # fmt: skip
    columns = ("adopted", "month", "days", "rule", "verdict")
    assert told(store, "adoptions", *columns) == [
        (None, "2024-01", None, "new", None),
        (None, "2023-02", None, None, None),
        (None, "2021-06", None, "old", "old rule"),
    ]
    assert told(store, "adoptions", "month", since="2023-02-01", until="2023-12-31") == [("2023-02",)]
    assert told(store, "adoptions", "month", within=1000) == []


def test_an_absent_box_is_neither_ticked_nor_empty(store: Store) -> None:
    put(
        store,
        replace(filed(1, sold("2023-03-28"), on="2023-03-30"), plan10b51=None),  # before the box
        filed(2, sold("2024-05-09", NAMED), sold("2024-05-09", "Not under a Rule 10b5-1 plan.")),
        filed(3, sold("2024-05-10"), plan=True, who=owner(PELL, ten=True)),
        filed(4, trade("P", "2024-05-10", 100, "10"), trade("F", "2024-05-10", -10, "10"), plan=True),
    )
    columns = ("rows", "ticked", "unticked", "absent", "mentions", "share", "value", "planned", "tables")
    expected = (4, 1, 2, 1, 1, 1 / 3, 4_000, 1_000, 0)
    assert told(store, "shares", *columns, since="2023-01-01") == [expected]
    assert told(store, "shares", "rows", "absent") == [(3, 0)]
    assert told(store, "shares", "rows", "planned", codes="P") == [(1, 1_000)]


def test_trades_that_cite_no_plan_stand_apart_from_those_that_do(store: Store) -> None:
    withheld = trade("F", "2024-05-09", -10, "10", 8_000)
    put(
        store,
        filed(1, sold("2024-05-09", NAMED), sold("2024-05-09"), withheld, plan=True),
        filed(2, sold("2024-05-09", NAMED), withheld, plan=True),
        filed(3, sold("2024-05-09"), sold("2024-05-09"), plan=True, remarks=NAMED),
        filed(4, sold("2024-05-09", NAMED), sold("2024-05-09")),
        filed(5, sold("2024-05-09"), sold("2024-05-09"), plan=True),
    )
    assert told(store, "mixed", "trades", "citing", "others", "codes") == [(2, [id(1, 1)], [id(1, 2)], ["S"])]


def test_the_box_and_the_text_are_compared(store: Store) -> None:
    old, new = UNDER.format("March 1, 2022"), UNDER.format("March 1, 2024")
    put(
        store,
        filed(1, sold("2024-05-09", NAMED)),
        filed(2, sold("2024-05-09", old)),
        filed(3, sold("2024-05-09", new)),
        filed(4, sold("2024-05-09", old), plan=True),
        filed(5, sold("2024-05-09", new), plan=True),
        filed(6, sold("2024-05-09", "No breach of Rule 10b-5 is admitted.")),
        filed(7, sold("2024-05-09", "The sale was not pursuant to a Rule 10b5-1 plan.")),
        filed(8, sold("2023-03-20", new), on="2023-03-22"),
    )
    found = told(store, "unticked", "filing", "because", "rule", "box")
    assert [(filing[-1], *rest) for filing, *rest in found] == [
        ("1", "named", "unknown", False),
        ("2", "named", "old", False),
        ("3", "named", "new", False),
        ("4", "old plan", "old", True),
    ]


def test_trading_before_and_after_is_split_where_another_plan_begins(store: Store) -> None:
    first, second = UNDER.format("January 10, 2023"), UNDER.format("January 10, 2024")
    put(
        store,
        filed(1, sold("2022-01-09"), sold("2022-06-01"), on="2022-06-03"),  # one too early to count
        filed(2, sold("2023-05-01", first), sold("2023-06-01"), on="2023-06-02"),
        filed(3, sold("2024-02-01"), on="2024-02-02"),
        filed(4, sold("2024-05-01", second), on="2024-05-02"),
        filed(5, sold("2023-05-02"), who=owner(PELL, ten=True)),
    )
    columns = ("adopted", "first", "until", "tradesBefore", "tradesAfter", "otherAfter", "others", "valueAfter")
    assert told(store, "change", *columns) == [
        (date(2024, 1, 10), date(2024, 5, 1), None, 2, 1, 0, [], 1_000),
        (date(2023, 1, 10), date(2023, 5, 1), date(2024, 1, 10), 1, 2, 1, [id(2, 2)], 2_000),
    ]


def test_a_ledger_tells_the_life_of_each_plan(store: Store) -> None:
    one, two = UNDER.format("January 10, 2024"), UNDER.format("May 6, 2024") + " The plan ends on December 2, 2024."
    average = "An average of prices from $10.00 to $10.40."
    given = trade("G", "2024-05-20", -50, "0", 8_000, notes={"shares": "To a charity."})
    put(
        store,
        filed(1, sold("2024-03-01", one), sold("2024-03-04"), plan=True),
        filed(2, sold("2024-05-10", one, "12", price=average), given, plan=False),
        filed(3, sold("2024-09-09", two), plan=True, on="2024-09-11"),
        filed(4, sold("2024-03-04"), who=owner(PELL, ten=True)),
    )
    columns = ("adopted", "date", "event", "days", "flags")
    first, second = date(2024, 1, 10), date(2024, 5, 6)
    assert told(store, "ledger", *columns) == [
        (first, first, "adopted", 0, ["two plans at once"]),
        (first, date(2024, 3, 1), "first trade", 51, ["before 90", "filed late"]),
        (first, date(2024, 3, 4), "other trade", 54, ["outside the plan", "filed late"]),
        (first, date(2024, 4, 10), "may trade", 91, []),
        (first, date(2024, 5, 10), "trade", 121, ["new plan unticked", "price outside its range", "filed late"]),
        (first, date(2024, 5, 20), "gift", 131, ["filed late"]),
        (second, second, "adopted", 0, ["one trade day"]),
        (second, date(2024, 5, 20), "gift", 14, ["filed late"]),
        (second, date(2024, 8, 5), "may trade", 91, []),
        (second, date(2024, 9, 9), "first trade", 126, []),
        (second, date(2024, 12, 2), "ended", 210, []),
    ]
    assert told(store, "ledger", "event", person="Rosamund Pell") == []
    assert len(told(store, "ledger", "event", person="Mabel Quist", limit=3)) == 3
