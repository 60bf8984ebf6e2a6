"""What the pack `gifts` makes of gifts and transfers that the example filings do not hold."""

from datetime import date
from typing import Any

from examples.world.cast import LINDQVIST, MABRY, QUIST, WREN
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import ask
from graphload.filing.values import Filing
from graphload.store import Store
from tests.packs.planting import MILL, put

DIRECTOR = owner(QUIST, director=True)
DAY = "2024-06-10"


def told(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in ask(store, f"gifts/{name}", **given).dicts()]


def filed(number: int, *rows: Any, who: Any = DIRECTOR, on: str = "2024-06-12", **more: Any) -> Filing:
    return filing(f"0009900091-24-{number:06}", "4", MILL, who, on, rows, signed=WREN, **more)


def id(number: int, *places: int) -> Any:
    rows = [f"0009900091-24-{number:06}:NT{place}" for place in places]
    return rows if len(rows) > 1 else rows[0]


def moved(number: int, by: str | None = None, of: str = "G", on: str = DAY, /, **notes: Any) -> Any:
    return trade(of, on, number, "0", abs(number) + 500, by, notes=notes)


def test_the_recipient_is_told_by_a_row_or_by_a_note(store: Store) -> None:
    put(
        store,
        filed(1, moved(-100, shares="Given to a hospital."), moved(-200, "By Trust", nature="The Heron Trust.")),
        filed(2, moved(-300, shares="To a foundation."), moved(300, "By Spouse"), who=owner(MABRY, title="Clerk")),
        filed(3, moved(-400, shares="To a foundation."), who=owner(LINDQVIST, director=True), plan=True),
        filed(4, moved(50, shares="A gift from her aunt to a trust.")),
    )
    columns = ("row", "recipient", "grade", "into")
    assert sorted(told(store, "given", *columns)) == [
        (id(1, 1), "charity", "stated", None),
        (id(1, 2), None, "none", None),  # the trust is the giver's
        (id(2, 1), "spouse", "row", id(2, 2)),
        (id(3, 1), "foundation", "stated", None),
    ]
    assert told(store, "given", "row", recipient="charity") == [(id(1, 1),)]
    assert told(store, "given", "row", person="Cornelius Mabry Jr") == [(id(2, 1),)]


def test_equal_gifts_are_two_pairs_and_parts_are_none(store: Store) -> None:
    put(
        store,
        filed(1, moved(-100), moved(-100), moved(100, "By Trust for Ada"), moved(100, "By Trust for Bo")),
        filed(2, moved(-90_000, None, "J"), moved(1_234, "By Trust", "J"), who=owner(MABRY, title="Clerk")),
        filed(3, moved(-70, None, "G", "2024-06-07"), who=owner(LINDQVIST, director=True)),
        filed(4, moved(70, "By Spouse", "G", "2024-06-09"), who=owner(LINDQVIST, director=True)),
    )
    found = told(store, "through", "rows", "same", "kind")
    assert sorted(found) == [
        (id(1, 1, 3), True, "trust"),
        (id(1, 2, 4), True, "trust"),
        ([id(3, 1), id(4, 1)], False, "spouse"),
    ]
    assert len(told(store, "through", "rows", days=1)) == 2
    assert told(store, "through", "rows", codes="J") == []


def test_gifts_before_a_date_are_those_to_others(store: Store) -> None:
    put(
        store,
        filed(1, moved(-100), moved(-60, None, "G", "2024-06-11"), on="2024-06-12"),
        filed(2, moved(-300), moved(300, "By Spouse"), who=owner(MABRY, title="Clerk")),
        filed(3, trade("S", DAY, -100, "10", 0)),
    )
    columns = ("event", "before", "row")
    event = date(2024, 6, 11)
    assert told(store, "before", *columns, dates="2024-06-11") == [(event, 1, id(1, 1))]
    assert len(told(store, "before", "row", dates="2024-06-11,2024-06-12")) == 3
    assert told(store, "before", "row", dates="2024-06-24", days=13) == [(id(1, 2),)]


def test_a_transfer_is_what_its_note_says(store: Store) -> None:
    form = "A change in the form of ownership, exempt under Rule 16a-13."
    put(
        store,
        filed(1, moved(-90_000, "By Fund", "J", code="The fund distributed these shares pro rata to its partners.")),
        filed(2, moved(1_234, None, "J", code="Received in a pro rata distribution by a fund."), who=owner(MABRY)),
        filed(3, moved(-500, None, "J", code=form), moved(500, "By Trust", "J", code=form)),
        filed(4, moved(800, None, "J", code="Received in the merger of the issuer with Heron Corp.")),
        filed(5, moved(9, None, "J", shares="A stock dividend.")),
        filed(6, moved(20, None, "W"), moved(-5)),
        filed(
            7, trade("S", DAY, -10, "9", 90, notes={"shares_after": form}), holding(40, notes={"shares_after": form})
        ),
    )
    found = told(store, "transfers", "rows", "kind", "grade", "shares", "code")
    assert sorted(found) == [
        ([id(1, 1)], "distribution", "stated", 90_000, "J"),
        ([id(2, 1)], "received", "stated", 1_234, "J"),
        (id(3, 1, 2), "16a-13", "stated", 500, "J"),
        ([id(4, 1)], "merger", "stated", 800, "J"),
        ([id(5, 1)], "other", "none", 9, "J"),
        ([id(6, 1)], "inheritance", "code", 20, "W"),
        ([id(7, 1)], "16a-13", "stated", None, None),
    ]
    assert told(store, "transfers", "rows", kind="merger") == [([id(4, 1)],)]
