"""Trades, amendments and prices that went wrong, with the right answers.

Each case is an input of our own in the repository; `cases/` beside the checkout has the files of the same shape.
"""

from pathlib import Path
from typing import Any

import pytest

from examples.world.cast import LINDQVIST, NORTHLIGHT, OKAFOR, PELL, QUIST, WREN
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import ask
from graphload.filing.values import Filing, Issuer
from graphload.load import load
from graphload.store import Store
from tests.conftest import on_embedded
from tests.packs.planting import put

MILL = Issuer("0009000092", "Garganey Mills", "GGM")
DIRECTOR = owner(QUIST, director=True)
STANDS = """MATCH (:Party {cik: $issuer})<-[:CONCERNS]-(:Filing)-[row:TRANSACTION]->(:Security)
WHERE row.current RETURN row.code AS code, row.shares AS shares, row.price AS price
ORDER BY row.tradedOn, row.sharesAfter, shares"""
OPEN = """MATCH (:Party {cik: $issuer})-[:ISSUED]->(:Security)<-[owns:OWNS]-()
WHERE NOT owns.closed RETURN owns.shares AS shares ORDER BY shares"""
# the questions that add trades up or list them, and what each says of the shares of a purchase
SHARES = {
    "purchases": "shares", "top": "shares", "codes": "acquired", "net-buyers": "sharesBought",
    "first-purchases": "shares", "sizes": "shares",
}  # fmt: skip


def each(shares: list[float]) -> dict[str, list[float]]:
    """Return what is told if all questions tell of the same shares."""
    return {name: shares for name in SHARES}  # noqa: C420 - a list of its own for each


def told(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    answer = ask(store, name, **given)
    return [tuple(row[column] for column in columns) for row in answer.dicts()]


def told_by(number: int, *rows: Any, form: str = "4", who: Any = DIRECTOR, **more: Any) -> Filing:
    on = more.pop("on", "2024-06-03" if form == "4/A" else "2024-05-03")
    amends = "2024-05-03" if form == "4/A" else None
    return filing(
        f"0009900092-24-{number:06}", form, MILL, who, on, rows, signed=WREN, period="2024-05-02", amends=amends, **more
    )


def buys(shares: int, price: str, after: int, on: str = "2024-05-02", **more: Any) -> Any:
    return trade("P", on, shares, price, after, **more)


def stands(store: Store, issuer: str) -> list[tuple[Any, ...]]:
    return store.read(STANDS, issuer=issuer).rows


def held(store: Store, issuer: str) -> list[float]:
    return [shares for (shares,) in store.read(OPEN, issuer=issuer).rows]


def bought(store: Store, issuer: str) -> dict[str, list[float]]:
    """Return, by question, the shares of the purchases that it tells of."""
    given: dict[str, dict[str, Any]] = {
        "purchases": {"value": 0}, "codes": {"market": True}, "sizes": {"percent": 0}, "top": {"until": "2024-05-31"},
    }  # fmt: skip
    return {
        name: [shares for (shares,) in told(store, f"trades/{name}", column, issuer=issuer, **given.get(name, {}))]
        for name, column in SHARES.items()
    }


@on_embedded
def test_one_trade_listed_directly_and_indirectly_counts_once_everywhere(store: Store) -> None:
    joint = [owner(NORTHLIGHT, ten=True), owner(OKAFOR, ten=True)]
    put(store, told_by(1, buys(49, "2", 1_000), buys(49, "2", 1_000, by="By Northlight Ventures IV"), who=joint))
    assert bought(store, "GGM") == each([49.0])
    assert told(store, "trades/lags", "rows", issuer="GGM") == [(1,)]


@on_embedded
def test_one_block_in_three_filings_counts_once_everywhere(store: Store) -> None:
    fund, partner, manager = (owner(who, ten=True) for who in (NORTHLIGHT, OKAFOR, PELL))
    through = buys(49, "2", 1_000, by="By Northlight Ventures IV")
    put(
        store,
        told_by(1, buys(49, "2", 1_000), who=fund),
        told_by(2, through, who=partner),
        told_by(3, through, who=manager),
    )
    assert bought(store, "GGM") == each([49.0])
    ((buyers, alike),) = told(store, "trades/purchases", "buyers", "alike", value=0)
    assert (len(buyers), len(alike)) == (3, 2)


@on_embedded
def test_what_a_block_sells_on_after_purchases_is_one_turn(store: Store) -> None:
    fund, partner = owner(NORTHLIGHT, ten=True), owner(OKAFOR, ten=True)
    trades = [("P", 10, 10), ("P", 20, 30), ("P", 30, 60), ("S", -60, 0)]
    put(store, *(
        told_by(10 * number + at, trade(code, f"2024-05-{number:02}", shares, "5", after, by), who=who,
                on=f"2024-05-{number + 2:02}")
        for number, (code, shares, after) in enumerate(trades, 6)
        for at, (who, by) in enumerate(((fund, None), (partner, "By Northlight Ventures IV")))
    ))  # fmt: skip
    columns = ("insiders", "turn", "shares", "trades", "sharesBefore")
    ((insiders, *turn),) = told(store, "trades/reversals", *columns)
    assert (len(insiders), turn) == (2, ["sale", 60.0, 3, 60.0])


@on_embedded
def test_equal_grants_of_directors_stay_apart(store: Store) -> None:
    granted = trade("A", "2024-05-02", 5_000, "0", 5_000)
    put(store, *(
        told_by(at, granted, who=owner(who, director=True)) for at, who in enumerate((QUIST, PELL, LINDQVIST))
    ))  # fmt: skip
    assert told(store, "trades/codes", "code", "rows", "acquired") == [("A", 3, 15_000.0)]


@on_embedded
def test_blocks_of_the_cases_count_once(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/blocks")])
    for issuer in ("0009860001", "0009860002"):
        assert bought(store, issuer) == each([49.0])
    assert told(store, "trades/codes", "acquired", issuer="0009860003") == [(15_000.0,)]


@on_embedded
def test_a_price_that_a_footnote_makes_another_ones_is_no_value(store: Store) -> None:
    note = "Each American Depositary Share stands for 500 ordinary shares."
    put(store, told_by(1, buys(5_000, "20", 5_000, of="Ordinary Shares", notes={"price": note})))
    assert values(store, "GGM") == {name: [None] for name in VALUES} | {"top": [], "officer-purchases": []}


# what each question says of the value of a purchase
VALUES = {
    "purchases": "value", "officer-purchases": "value", "top": "value", "codes": "value", "net-buyers": "valueBought",
    "first-purchases": "value",
}  # fmt: skip


def values(store: Store, issuer: str) -> dict[str, list[float | None]]:
    given: dict[str, dict[str, Any]] = {
        "purchases": {"value": 0}, "codes": {"market": True}, "top": {"until": "2024-05-31", "days": 100},
    }  # fmt: skip
    return {
        name: [value for (value,) in told(store, f"trades/{name}", column, issuer=issuer, **given.get(name, {}))]
        for name, column in VALUES.items()
    }


@on_embedded
def test_depositary_prices_of_the_cases_are_no_value(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/depositary-price")])
    for issuer in ("0000900002", "0009852001", "0009852003", "0009852005"):
        found = [value for some in values(store, issuer).values() for value in some]
        assert found
        assert not any(found)
    for name, found in values(store, "0009852004").items():
        assert found in ([1_490_400_000.0], []), name


@on_embedded
def test_prices_of_options_and_of_footnotes_are_no_prices_of_shares(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/prices")])
    assert told(store, "trades/purchases", "value", issuer="0009853002", value=0) == []
    assert told(store, "trades/purchases", "value", "unpriced", issuer="0009853003", value=0) == [(None, 1)]


@on_embedded
def test_a_contradicted_row_is_in_no_sum(store: Store) -> None:
    put(store, told_by(1, buys(100, "10", 1_100), trade("P", "2024-05-02", -40, "10", 1_060)))
    assert bought(store, "GGM") == each([100.0])
    assert told(store, "trades/codes", "rows", "contradicted", market=True) == [(1, 1)]


@on_embedded
def test_an_amendment_corrects_a_price(store: Store) -> None:
    put(
        store,
        told_by(1, buys(1_000, "10.5", 5_000), buys(500, "10.6", 5_500)),
        told_by(2, buys(1_000, "10.05", 5_000), form="4/A"),
    )
    assert stands(store, "0009000092") == [("P", 1_000.0, 10.05), ("P", 500.0, 10.6)]
    assert told(store, "trades/purchases", "shares", "value", value=0) == [(1_500.0, 15_350.0)]
    assert told(store, "trades/purchases", "shares", "value", value=0, asFiled=True) == [(1_500.0, 15_800.0)]


@on_embedded
def test_an_amendment_adds_a_row_or_a_holding(store: Store) -> None:
    put(
        store,
        told_by(1, buys(100, "9", 1_100)),
        told_by(2, buys(50, "9.1", 1_150), holding(300, by="By Spouse"), form="4/A"),
    )
    assert [shares for _, shares, _ in stands(store, "0009000092")] == [100.0, 50.0]
    assert held(store, "0009000092") == [300.0, 1_150.0]


@on_embedded
def test_an_amendment_corrects_a_date(store: Store) -> None:
    put(
        store,
        told_by(1, buys(700, "4", 1_700, "2024-05-01")),
        told_by(2, buys(700, "4", 1_700), form="4/A"),
    )
    assert [(str(date), shares) for date, shares in told(store, "trades/purchases", "date", "shares", value=0)] == [
        ("2024-05-02", 700.0)
    ]


@on_embedded
def test_an_amendment_turns_a_purchase_into_a_grant(store: Store) -> None:
    put(
        store,
        told_by(1, buys(900, "3", 1_900)),
        told_by(2, trade("A", "2024-05-02", 900, "0", 900, "By Trust"), form="4/A"),
    )
    assert stands(store, "0009000092") == [("A", 900.0, 0.0)]
    assert told(store, "trades/purchases", "shares", value=0) == []


@on_embedded
@pytest.mark.parametrize("remarks", [None, "Amended to correct the number of shares bought."])
def test_another_number_and_balance_is_a_correction_only_if_the_text_says_so(store: Store, remarks: str | None) -> None:
    put(
        store,
        told_by(1, buys(10, "1", 110)),
        told_by(2, buys(20, "1", 120), form="4/A", remarks=remarks),
    )
    assert [shares for _, shares, _ in stands(store, "0009000092")] == ([20.0] if remarks else [10.0, 20.0])


@on_embedded
def test_an_amendment_without_rows_may_take_back_what_was_reported(store: Store) -> None:
    granted = told_by(1, trade("A", "2024-05-02", 250, "0", 750))
    put(
        store,
        granted,
        told_by(2, form="4/A", remarks="Filed to remove the grant of 250 shares, which was reported twice."),
        told_by(3, form="4/A", remarks="Exhibit 24: power of attorney.", on="2024-06-04"),
    )
    columns = ("filing", "stands", "original")
    row = "0009900092-24-000001:NT1 2024-05-02 A 250.0 Common Stock"
    listed = ("0009900092-24-000002", [row], "0009900092-24-000001")
    assert told(store, "amendments/withdrawals", *columns) == [listed]
    every = told(store, "amendments/withdrawals", *columns, all=True)
    assert [filing for filing, *_ in every] == ["0009900092-24-000003", "0009900092-24-000002"]
    assert [shares for _, shares, _ in stands(store, "0009000092")] == [250.0]


@on_embedded
def test_amendments_of_the_cases(store: Store, shared: Path) -> None:
    load(store, [str(shared / "cases/amendments")])
    expected = {
        "0000900001": [("S", 100.0, 10.5), ("S", 100.0, 10.0)],
        "0009850000": [("P", 1_000.0, 10.05), ("P", 500.0, 10.6)],
        "0009850001": [("S", 100.0, 20.0)],
        "0009850002": [("P", 100.0, 9.0), ("P", 50.0, 9.1)],
        "0009850003": [("P", 700.0, 4.0)],
        "0009850004": [("A", 250.0, 0.0)],
        "0009850005": [("P", 10.0, 1.0), ("P", 20.0, 1.0), ("P", 30.0, 1.0)],
        "0009850006": [("P", 10.0, 1.0), ("P", 40.0, 1.0), ("P", 5.0, 2.0)],
        "0009850007": [("A", 900.0, 0.0)],
        "0009850008": [("A", 66.0, 0.0), ("P", 10.0, 1.0)],
    }
    assert {issuer: stands(store, issuer) for issuer in expected} == expected
    balances = {
        "0000900001": [800.0], "0009850001": [300.0, 900.0], "0009850002": [1_150.0], "0009850006": [115.0],
        "0009850008": [66.0, 110.0],
    }  # fmt: skip
    assert {issuer: held(store, issuer) for issuer in balances} == balances
    ((original, rows),) = told(store, "amendments/withdrawals", "original", "stands")
    assert original == "0009700504-24-000001"
    assert [row.partition(" ")[0] for row in rows] == ["0009700504-24-000001:NT1"]
