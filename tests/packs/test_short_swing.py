"""What the pack `short-swing` finds, and what must not count."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from examples.world.cast import LINDQVIST, NORTHLIGHT, OKAFOR, PELL, QUIST, Party
from examples.world.compose import filing, owner, terms, trade
from graphload.ask import ask
from graphload.errors import UsageError
from graphload.filing.values import Filing, Row
from graphload.store import Store
from tests.packs.planting import MILL, put

SIX_MONTHS = "2024-03-05", "2024-09-03"  # the last day of less than six months


def told(number: int, who: Any, *rows: Row, form: str = "4", on: str = "2024-10-01", **more: Any) -> Filing:
    return filing(f"0009900091-24-{number:06}", form, MILL, who, on, rows, signed="/s/ Somebody", **more)


def bought(on: str = SIX_MONTHS[0], price: str = "10", shares: int = 100, **more: Any) -> Row:
    return trade("P", on, shares, price, 1_000, **more)


def sold(on: str = SIX_MONTHS[1], price: str = "12", shares: int = 100, **more: Any) -> Row:
    return trade("S", on, -shares, price, 900, **more)


def director(party: Party) -> Any:
    return owner(party, director=True)


def found(store: Store, name: str = "profits", *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    answer = ask(store, f"short-swing/{name}", **given)
    assert answer.notes[0] == "A computation on filings, no legal conclusion."
    return [tuple(row[column] for column in columns or ("owners", "maximum")) for row in answer.dicts()]


def test_a_purchase_and_a_sale_of_the_world_match(world: Store) -> None:
    drummond = (["Cassius Drummond"], 40_000.0, 40_000.0, "director or officer", date(2025, 6, 1))
    assert found(world, "profits", "owners", "maximum", "lowHigh", "role", "until") == [drummond]
    pair = (date(2023, 2, 3), date(2023, 6, 1), 10_000.0, 10.0, 14.0, 40_000.0)
    assert found(world, "matches", "bought", "sold", "shares", "paid", "received", "profit") == [pair]


def test_a_partnership_buys_and_its_partner_sells(world: Store) -> None:
    (row,) = found(world, "groups", "boughtBy", "soldBy", "maximum")
    assert row == (["Gannet Street GP LLC, Gannet Street Partners LP, Rosamund Pell"], ["Rosamund Pell"], 1_275.0)


@pytest.mark.parametrize("unit", ["owner", "group"])
def test_what_counts_and_what_does_not(store: Store, unit: str) -> None:
    right = terms("1", "2020-01-01", "2030-01-01")
    put(
        store,
        told(1, director(LINDQVIST), bought(), sold()),
        # a day later
        told(2, director(QUIST), bought(), sold("2024-09-04")),
        # a grant, a gift, an exercise and shares withheld are exempt; so is what is sold at a loss
        told(3, director(OKAFOR), trade("A", "2024-03-05", 100, "0", 1_000), trade("M", "2024-03-05", 100, "1", 1_000),
             trade("M", "2024-03-05", -100, "0", 0, under=right), trade("G", "2024-03-05", 100, "0", 1_000), sold()),
        told(4, director(PELL), bought(price="13"), trade("F", "2024-05-05", -100, "20", 900), sold()),
    )  # fmt: skip
    columns = ("owners", "maximum", "purchases", "sales", "exempt")
    assert found(store, "profits", *columns, unit=unit) == [(["Per Anders Lindqvist"], 200.0, 1, 1, 0)]


def test_rows_that_contradict_or_lack_a_price_are_counted_apart(store: Store) -> None:
    typed = trade("S", "2024-05-06", 100, "5", 1_100)  # a sale, typed as acquired
    unpriced = trade("P", "2024-05-07", 100, None, 1_200, notes={"price": "See the agreement."})
    put(store, told(1, director(LINDQVIST), bought(), sold(), typed, unpriced))
    columns = ("maximum", "purchases", "sales", "contradicted", "unpriced")
    assert found(store, "profits", *columns) == [(200.0, 1, 1, 1, 1)]


def test_classes_match_only_when_asked_for(store: Store) -> None:
    put(store, told(1, director(LINDQVIST), bought(of="Class A Common Stock"), sold(of="Class B Common Stock")))
    assert found(store) == []
    assert found(store, classes=True) == [(["Per Anders Lindqvist"], 200.0)]


def test_the_purchase_that_makes_a_tenth_does_not_count(store: Store) -> None:
    rows = (bought(), bought("2024-03-08", "11"), sold())
    put(
        store,
        told(1, owner(NORTHLIGHT, ten=True), *rows),
        told(2, owner(NORTHLIGHT, ten=True), form="3", period="2024-03-05", on="2024-03-11"),
        told(3, director(LINDQVIST), bought(price="11.5"), sold()),
        told(4, director(LINDQVIST), form="3", period="2024-03-05", on="2024-03-11"),
    )
    columns = ("owners", "maximum", "becoming", "role")
    assert found(store, "profits", *columns) == [
        (["Northlight Ventures IV, L.P."], 100.0, 1, "10% owner only"),
        (["Per Anders Lindqvist"], 50.0, 0, "director or officer"),
    ]


def test_what_is_told_twice_counts_once(store: Store) -> None:
    fund = owner(NORTHLIGHT, ten=True)
    through = "By Northlight Ventures IV, L.P."
    put(
        store,
        told(1, fund, bought(), sold()),
        told(2, owner(OKAFOR, director=True, ten=True), bought(by=through), sold(by=through)),
        told(3, fund, bought(), sold(price="13"), form="4/A", on="2024-10-05", amends="2024-10-01"),
    )
    both = ["Adaeze Okafor", "Northlight Ventures IV, L.P."]
    assert found(store, "profits", "owners", "maximum", "purchases", "sales", unit="group") == [(both, 200.0, 1, 1)]
    assert sum(maximum for _, maximum in found(store)) == 200.0


def test_joint_filers_are_one_unit_and_colleagues_are_two(store: Store) -> None:
    put(
        store,
        told(1, director(LINDQVIST), bought()),
        told(2, (director(LINDQVIST), owner(NORTHLIGHT, ten=True)), trade("A", "2024-01-02", 5, "0", 5)),
        told(3, owner(NORTHLIGHT, ten=True), sold()),
        told(4, director(QUIST), bought()),
        told(5, director(OKAFOR), sold()),
    )
    assert found(store) == []
    both = ["Northlight Ventures IV, L.P.", "Per Anders Lindqvist"]
    assert found(store, "groups", "owners", "boughtBy", "soldBy") == [(both, both[1:], both[:1])]


def test_a_spouse_counts_unless_told_otherwise(store: Store) -> None:
    put(store, told(1, director(LINDQVIST), bought(by="By Spouse"), sold()))
    assert found(store) == [(["Per Anders Lindqvist"], 200.0)]
    assert found(store, spouse=False) == []


def test_other_transactions_and_swaps_count_as_asked(store: Store) -> None:
    put(store, told(1, director(LINDQVIST), trade("J", "2024-03-05", 100, "10", 1_000), sold(swap=True)))
    assert found(store) == []
    assert found(store, other=True) == [(["Per Anders Lindqvist"], 200.0)]
    assert found(store, other=True, swaps=False) == []


def test_a_range_in_a_footnote_gives_the_ceiling(store: Store) -> None:
    about = {"price": "A weighted average price; the shares were sold at prices from $11.50 to $12.75, inclusive."}
    put(store, told(1, director(LINDQVIST), bought(), sold(notes=about)))
    assert found(store, "profits", "maximum", "ceiling") == [(200.0, 275.0)]


def test_a_footnote_that_disclaims_is_told(store: Store) -> None:
    about = {"nature": "The reporting person disclaims ownership beyond his pecuniary interest."}
    put(store, told(1, director(LINDQVIST), bought(), sold(by="By Spouse", notes=about)))
    assert found(store, "profits", "disclaimed") == [(True,)]


def exposed(store: Store, **given: Any) -> list[tuple[Any, ...]]:
    asked = {"issuer": "OSM", "person": "Lindqvist", "shares": 100, "price": 12, **given}
    return found(store, "exposure", "added", "before", "freeOn", "matched", **asked)


def test_one_more_trade_is_free_when_six_months_are_over(store: Store) -> None:
    put(store, told(1, director(LINDQVIST), bought()))
    row = "0009900091-24-000001:NT1"
    assert exposed(store, on="2024-09-03") == [(200.0, 0.0, date(2024, 9, 4), [f"{row}: 100"])]
    assert exposed(store, on="2024-09-04") == [(0.0, 0.0, date(2024, 9, 4), [])]
    assert exposed(store, on="2024-05-01", code="P") == [(0.0, 0.0, date(2024, 5, 1), [])]
    assert exposed(store, on="2024-05-01", price=9) == [(0.0, 0.0, date(2024, 5, 1), [])]


def test_a_trade_adds_only_what_a_better_matching_gives(store: Store) -> None:
    put(store, told(1, director(LINDQVIST), bought(), sold(price="11")))
    assert [row[:2] for row in exposed(store, on="2024-08-01")] == [(100.0, 100.0)]


@pytest.mark.parametrize(
    ("given", "said"), [({"code": "G"}, "the code should be one of"), ({"shares": 0}, "should be above 0")]
)
def test_a_trade_that_cannot_be_is_refused(world: Store, given: dict[str, Any], said: str) -> None:
    asked = {"issuer": "QFP", "person": "Drummond", "shares": 1, "price": 1, "on": "2024-01-02", **given}
    with pytest.raises(UsageError, match=said):
        ask(world, "short-swing/exposure", **asked)


def left(store: Store, *rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    put(
        store,
        told(1, director(LINDQVIST), bought("2024-03-05")),
        told(2, director(LINDQVIST), left=True, period="2024-04-01"),
        *(told(3 + at, director(LINDQVIST), *each) for at, each in enumerate(rows)),
    )
    answer = ask(store, "short-swing/after-exit").dicts()
    return [(row["date"], row["verdict"], row["opposite"]) for row in answer]


def test_trades_after_leaving_are_held_against_those_in_office(store: Store) -> None:
    rows = [sold("2024-09-03")], [sold("2024-09-04")], [sold("2024-05-02", "8")], [bought("2024-05-01")]
    row = ["0009900091-24-000001:NT1"]
    assert left(store, *rows, [sold("2024-10-01")]) == [
        (date(2024, 9, 4), "none opposite", []),
        (date(2024, 9, 3), "profit", row),
        (date(2024, 5, 2), "no profit", row),
        (date(2024, 5, 1), "none opposite", []),
    ]
