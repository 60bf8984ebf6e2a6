"""What the pack `compensation` makes of exercises, vesting, and shares withheld or sold, beside the example filings."""

from typing import Any

import pytest

from examples.world.cast import LINDQVIST, MABRY, PELL, QUIST, WREN
from examples.world.compose import OPTION, filing, owner, terms, trade
from graphload.ask import ask
from graphload.filing.values import Filing
from graphload.store import Store
from tests.packs.planting import MILL, put

DIRECTOR = owner(QUIST, director=True)
UNIT, CLASS_B = "Restricted Stock Unit", "Class B Common Stock"
DAY, NEXT = "2024-06-10", "2024-06-11"
TAX = "Withheld for the tax on the vesting."


def told(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in ask(store, f"compensation/{name}", **given).dicts()]


def filed(number: int, *rows: Any, who: Any = DIRECTOR, on: str = "2024-06-12") -> Filing:
    return filing(f"0009900091-24-{number:06}", "4", MILL, who, on, rows, signed=WREN)


def exercised(
    shares: int, price: str | None = None, of: str = UNIT, code: str = "M", on: str = DAY, **more: Any
) -> Any:
    """Return the two rows of an exercise."""
    under = terms(price, more.get("exercisable"), more.get("expires"))
    return (
        trade(code, on, shares, price or "0", 9_000),
        trade(code, on, -shares, "0", 0, of=of, under=under),
    )


def sold(number: int, on: str = DAY, /, **notes: Any) -> Any:
    return trade("S", on, -number, "10", 5_000, notes=notes)


def withheld(number: int, on: str = DAY, /, **notes: Any) -> Any:
    return trade("F", on, -number, "10", 5_000, notes=notes)


def test_a_chain_adds_up_table_one_alone(store: Store) -> None:
    put(
        store,
        filed(1, *exercised(1_000), withheld(400), sold(100), trade("A", DAY, 50, "0", 9_050)),
        filed(2, *exercised(700, of=CLASS_B, code="C"), withheld(10)),  # a conversion is no exercise
        filed(3, *exercised(600, "2", OPTION, "C"), withheld(200), who=owner(PELL, ten=True)),
        filed(4, *exercised(100), who=owner(MABRY, title="Clerk")),
        filed(5, withheld(30), who=owner(MABRY, title="Clerk")),  # another filing of the day
    )
    columns = ("granted", "exercised", "withheld", "sold", "kept", "exercise")
    assert told(store, "chains", *columns) == [
        (50, 1_000, 400, 100, 550, [UNIT]),
        (0, 600, 200, 0, 400, [OPTION]),
    ]
    assert told(store, "chains", "sold", parts="M,S,A") == [(100,)]


def test_a_sale_covers_where_a_text_says_so_or_by_its_part(store: Store) -> None:
    no = "No shares were sold to pay the tax on the exercise."
    put(
        store,
        filed(1, *exercised(1_000), sold(370)),
        filed(2, *exercised(1_000), sold(100, code="Sold to cover the tax."), who=owner(PELL, ten=True)),
        filed(3, *exercised(1_000), sold(100, code=no), who=owner(MABRY, title="Clerk")),
        filed(4, *exercised(1_000), sold(1_000, NEXT), who=owner(LINDQVIST, director=True)),
        filed(5, *exercised(900, of=CLASS_B, code="C"), sold(400)),
        filed(6, sold(70, code="Sold to cover the tax on stock that vested."), who=owner(PELL, ten=True)),
        filed(7, *exercised(10), *exercised(40, on=NEXT), sold(40, NEXT), on="2024-06-13"),
    )
    columns = ("filing", "part", "kind", "said")
    found = [(filing[-1], *rest) for filing, *rest in told(store, "sell-to-cover", *columns)]
    assert sorted(found) == [
        ("1", 0.37, "cover", False),
        ("2", 0.1, "cover", True),
        ("3", 0.1, "some", False),
        ("4", 1.0, "all", False),
        ("6", None, "cover", True),
        ("7", 1.0, "all", False),
    ]
    assert ("4", 1.0) not in [
        (filing[-1], part) for filing, part in told(store, "sell-to-cover", "filing", "part", days=0)
    ]


def test_a_rate_is_told_where_shares_pay_the_tax_alone(store: Store) -> None:
    later = trade("A", DAY, 5_000, "0", 9_000, notes={"shares": "Vests in four equal annual installments."})
    put(
        store,
        filed(1, *exercised(1_000), withheld(400, shares=TAX)),
        filed(2, *exercised(1_000, "2", OPTION), withheld(100)),
        filed(3, *exercised(1_000, "2", OPTION), withheld(50, shares="Delivered to pay the exercise price."),
              who=owner(PELL, ten=True)),
        filed(4, withheld(70, shares=TAX), later, who=owner(MABRY, title="Clerk")),
        filed(5, *exercised(1_000, None, "Warrant", "X"), withheld(1), who=owner(LINDQVIST, director=True)),
    )  # fmt: skip
    found = told(store, "withheld", "filing", "withheld", "vested", "rate", "pays")
    assert sorted((filing[-1], *rest) for filing, *rest in found) == [
        ("1", 400, 1_000, 0.4, "tax"),
        ("2", 100, 1_000, None, "price or tax"),
        ("3", 50, 1_000, None, "price"),
        ("4", 70, None, None, "tax"),
        ("5", 1, 1_000, None, "price or tax"),
    ]


@pytest.mark.parametrize(
    ("expires", "kind"),
    [
        ("2024-06-20", "near"),
        ("2024-06-10", "near"),
        ("2024-06-01", "after"),
        ("2029-06-09", "early"),
        ("2028-01-01", ""),
    ],
)
def test_an_option_is_exercised_early_or_near_its_end(store: Store, expires: str, kind: str) -> None:
    put(
        store,
        filed(1, *exercised(100, "2", OPTION, exercisable="2024-06-11", expires=expires)),
        filed(2, *exercised(100, expires="2024-06-10")),  # a unit
        filed(3, *exercised(100, "2", "Right", exercisable="2024-06-10", expires="2024-06-10")),
        filed(4, *exercised(100, "2", OPTION)),
    )
    assert told(store, "timing", "kind", "before", "price") == ([(kind, True, 2.0)] if kind else [])


def test_an_issuer_withholds_or_lets_insiders_sell(store: Store) -> None:
    put(
        store,
        filed(1, *exercised(100), withheld(40), sold(5, "2024-06-12"), on="2024-06-13"),  # too late to count
        filed(2, *exercised(100), withheld(40), who=[owner(PELL, ten=True), owner(QUIST, ten=True)]),  # one unit
        filed(3, *exercised(100), sold(40, NEXT), who=owner(MABRY, title="Clerk")),
        filed(4, *exercised(100, of=CLASS_B, code="C"), sold(40), who=owner(LINDQVIST, director=True)),
        filed(5, *exercised(100), who=owner(LINDQVIST, director=True)),
    )
    columns = ("year", "days", "withholding", "selling", "both", "neither", "practice")
    assert told(store, "practice", *columns, least=4) == [(2024, 4, 2, 1, 0, 1, "mixed")]
    assert told(store, "practice", "year") == []
    assert told(store, "practice", "selling", "both", least=1, days=2) == [(1, 1)]
