"""What the pack `trades` makes of what the example filings do not hold."""

import dataclasses
from typing import Any

from examples.world.cast import LINDQVIST, NORTHLIGHT, OKAFOR, PELL, QUIST, WREN
from examples.world.compose import filing, owner, trade
from graphload.ask import ask
from graphload.filing.values import Filing
from graphload.store import Store
from tests.packs.planting import MILL, put

ORDINARY = "Ordinary Shares"


def told(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in ask(store, f"trades/{name}", **given).dicts()]


def bought(number: int, who: Any, *rows: Any, form: str = "4", on: str = "2024-03-06", **more: Any) -> Filing:
    return filing(f"0009900091-24-{number:06}", form, MILL, who, on, rows, signed=WREN, **more)


def buys(price: str | None = "10", shares: int = 1_000, after: int | None = 5_000, **more: Any) -> Any:
    return trade("P", "2024-03-05", shares, price, after, **more)


def sells(shares: int, after: int, on: str = "2024-03-05") -> Any:
    return trade("S", on, -shares, "10", after)


def test_one_block_in_two_filings_counts_once(store: Store) -> None:
    """A fund reports two tranches, its partner their sum: one purchase of 1,000, and two of 300 by directors."""
    fund, partner = "0009900091-24-000001", "0009900091-24-000002"
    put(
        store,
        bought(1, owner(NORTHLIGHT, ten=True), buys(shares=600, after=4_600), buys(shares=400)),
        bought(2, owner(OKAFOR, director=True, ten=True), buys(by="By Northlight Ventures IV, L.P.")),
        bought(3, owner(PELL, director=True), buys(shares=300)),
        bought(4, owner(QUIST, director=True), buys(shares=300)),
    )
    alike = {fund: [partner], "0009900091-24-000003": [], "0009900091-24-000004": []}
    assert dict(told(store, "purchases", "filing", "alike", value=0)) == alike
    assert dict(told(store, "top", "filing", "alike")) == alike
    assert told(store, "codes", "rows", "acquired", "alike", market=True) == [(4, 1_600, 1)]
    assert told(store, "net-buyers", "buyers", "sharesBought", "alike") == [(3, 1_600, 1)]
    assert told(store, "lags", "rows") == [(4,)]
    buyers = {filing: (len(names), shares) for filing, names, shares in told(
        store, "first-purchases", "filing", "buyers", "shares")}  # fmt: skip
    assert buyers == {fund: (2, 1_000), "0009900091-24-000003": (1, 300), "0009900091-24-000004": (1, 300)}
    assert [row for row in told(store, "sizes", "shares", "filing", percent=0) if row[0] > 300] == [(1_000, fund)]


def test_a_price_that_only_words_tell_is_none(store: Store) -> None:
    told_below = {"price": "The price is told in an exhibit."}
    put(store, bought(1, owner(QUIST, director=True), buys(None, notes=told_below), buys(shares=500)))
    columns = ("shares", "value", "unpriced")
    assert told(store, "purchases", *columns, "price", value=0) == [(1_500, 5_000, 1, 10)]
    assert told(store, "net-buyers", "sharesBought", "valueBought", "unpriced") == [(1_500, 5_000, 1)]
    put(store, bought(1, owner(QUIST, director=True), buys(None, notes=told_below)))
    for name in ("purchases", "first-purchases"):
        assert told(store, name, *columns, value=0) == [(1_000, None, 1)]
    assert told(store, "net-buyers", "valueBought", "valueSold") == [(None, 0)]
    assert told(store, "top", "rank") == []


def test_a_price_of_depositary_shares_is_not_one_of_ordinary_shares(store: Store) -> None:
    note = {"price": "For each American Depositary Share, which stands for five ordinary shares."}
    ads = buys(of="American Depositary Shares", notes=note)
    put(
        store,
        bought(1, owner(QUIST, title="Treasurer"), buys(of=ORDINARY, notes=note)),
        bought(2, owner(PELL, title="Secretary"), ads),
    )
    columns = ("security", "value", "unpriced")
    kept = {(ORDINARY, None, 1), ("American Depositary Shares", 10_000, 0)}
    assert {*told(store, "purchases", *columns, value=0)} == kept
    assert {*told(store, "officer-purchases", *columns)} == kept
    assert told(store, "top", *columns) == [("American Depositary Shares", 10_000, 0)]
    assert told(store, "net-buyers", "valueBought", "unpriced", "securities") == [(10_000, 1, 2)]


def test_a_filer_may_write_the_last_balance_in_every_row(store: Store) -> None:
    put(store, bought(1, owner(QUIST, director=True), sells(100, 700), sells(200, 700)))
    assert told(store, "sizes", "shares", "before", "after", "percent") == [(300, 1_000, 700, 30)]


def test_a_day_with_both_is_no_turn(store: Store) -> None:
    put(
        store,
        bought(1, owner(QUIST, director=True), buys(), sells(200, 4_800)),
        bought(2, owner(QUIST, director=True), sells(100, 4_700, "2024-03-07"), on="2024-03-08"),
        bought(3, owner(LINDQVIST, director=True), buys()),
        bought(4, owner(LINDQVIST, director=True), sells(100, 4_900, "2024-03-07"), on="2024-03-08"),
    )
    assert told(store, "reversals", "insiders", trades=1) == [(["Per Anders Lindqvist"],)]


def test_a_lag_counts_from_the_filing_that_told_first(store: Store) -> None:
    quist = owner(QUIST, director=True)
    first = bought(1, quist, buys())
    again = bought(2, quist, buys("11"), sells(100, 4_900), form="4/A", on="2024-06-03", amends="2024-03-06")
    lost = bought(3, owner(PELL, director=True), buys(), form="4/A", on="2024-06-03", amends="2024-03-06")
    undated = bought(4, owner(LINDQVIST, director=True), buys())
    envelope = dataclasses.replace(undated.envelope, filed_on=None, filed_on_basis=None)
    put(store, first, again, lost, dataclasses.replace(undated, envelope=envelope))
    columns = ("rows", "undated", "least", "most")
    assert told(store, "lags", *columns) == [(4, 2, 1, 90)]
    assert told(store, "lags", *columns, asFiled=True) == [(2, 1, 1, 1)]
    assert told(store, "lags", *columns, codes="P") == [(3, 2, 1, 1)]


def test_trades_are_chosen_by_role_plan_and_filing_day(store: Store) -> None:
    """A director buys under a plan, an officer says so in a note, a tenth buys and is filed later."""
    note = {"code": "Bought under a Rule 10b5-1 trading plan adopted on December 4, 2023."}
    put(
        store,
        bought(1, owner(PELL, director=True), buys(), plan=True),
        bought(2, owner(QUIST, title="Treasurer"), buys(shares=2_000, notes=note)),
        bought(3, owner(NORTHLIGHT, ten=True), buys(shares=3_000), on="2024-03-09"),
    )
    for given, shares in (
        ({"roles": ["director", "officer"]}, {1_000, 2_000}),
        ({"roles": "tenPercentOwner"}, {3_000}),
        ({"planned": True}, {1_000, 2_000}),
        ({"planned": False}, {3_000}),
        ({"sinceFiled": "2024-03-07"}, {3_000}),
        ({}, {1_000, 2_000, 3_000}),
    ):
        for name in ("first-purchases", "top", "sizes"):
            assert {each for (each,) in told(store, name, "shares", **given)} == shares
        assert {each for (each,) in told(store, "purchases", "shares", value=0, **given)} == shares
        assert told(store, "net-buyers", "sharesBought", **given) == [(sum(shares),)]
        assert told(store, "codes", "rows", market=True, **given) == [(len(shares),)]


def test_a_turn_is_chosen_by_the_plan_of_the_trade_that_turns(store: Store) -> None:
    earlier = trade("S", "2024-01-04", -500, "12", 4_000)
    put(
        store,
        bought(1, owner(PELL, director=True), earlier, on="2024-01-05"),
        bought(2, owner(PELL, director=True), buys(), plan=True),
    )
    assert told(store, "reversals", "turn", trades=1, planned=True) == [("purchase",)]
    assert told(store, "reversals", "turn", trades=1, planned=False) == []
