"""What the pack `trades` says of the example filings, held against the filings themselves."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from graphload.ask import ask
from graphload.filing.codes import Timeliness, TransactionCode
from graphload.store import Store
from tests.world import Line, filed, lines

Found = list[tuple[Any, ...]]


def rows(store: Store, name: str, *columns: str, **given: Any) -> Found:
    return [tuple(row[column] for column in columns) for row in ask(store, f"trades/{name}", **given).dicts()]


def dated(line: Line) -> bool:
    """Whether the transaction's date can be."""
    return line.on.year > 1934 and (line.on <= filed(line.filing) or line.trade.timeliness is Timeliness.EARLY)


def second_part(line: Line) -> bool:
    """Whether a filing that was filed in two parts, for its many owners, has said it already."""
    return line.code == "Z" and accession(line) == "0009900001-23-000031"


def at_market(codes: str) -> list[Line]:
    """Purchases and sales of securities that are no derivatives, as filed."""
    return [line for line in lines(codes) if line.row.terms is None]


def accession(line: Line) -> str | None:
    return line.filing.envelope.accession


def values(traded: Iterable[Line]) -> dict[tuple[Any, ...], Decimal]:
    found: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    for line in traded:
        found[accession(line), line.on, line.row.title] += line.value
    return found


@pytest.mark.parametrize("days", [1, 7, 30, 365])
def test_the_largest_trades_of_a_stretch_come_first(world: Store, days: int) -> None:
    last = date(2025, 3, 13)
    for side, code in (("purchase", "P"), ("sale", "S")):
        expected = values(line for line in at_market(code) if last - timedelta(days) < line.on <= last)
        found = [row[1:] for row in rows(
            world, "top", "side", "value", "filing", "date", "security", until=last, days=days, asFiled=True, limit=3
        ) if row[0] == side]  # fmt: skip
        assert [value for value, *_ in found] == sorted(map(float, expected.values()), reverse=True)[:3]
        assert all(value == expected[filing, on, title] for value, filing, on, title in found)


def test_the_stretch_ends_with_the_latest_filing(world: Store) -> None:
    assert rows(world, "top", "insiders", "date") == [(["Joost Achterberg"], date(2026, 5, 12))]


def test_a_joint_purchase_stands_once_whoever_files_it(world: Store) -> None:
    """Four owners report 200,000 shares at 16 dollars: a sum by owner says 800,000."""
    (bought,) = rows(world, "purchases", "shares", "value", "buyers", issuer="MRRW", until="2022-12-31")
    assert bought[:2] == (200_000, 3_200_000)
    assert len(bought[2]) == 4
    counts = ("buyers", "sharesBought", "valueBought")
    assert rows(world, "net-buyers", *counts, issuer="MRRW", until="2022-12-31") == [(1, 200_000, 3_200_000)]
    first = rows(world, "first-purchases", "shares", "buyers", issuer="MRRW", until="2022-12-31")
    assert first == [(200_000, bought[2])]
    assert rows(world, "sizes", "shares", "insiders", issuer="MRRW", until="2022-12-31", percent=0) == first


def test_what_stands_and_what_was_filed_differ_by_the_amendments(world: Store) -> None:
    """Marchetti's price of 13.15 became 13.51; her sale of 500 at 9 dollars is in an amendment without original."""
    ((standing, stands),) = rows(world, "net-buyers", "valueSold", "sharesSold", issuer="QFP")
    ((filed_first, shares),) = rows(world, "net-buyers", "valueSold", "sharesSold", issuer="QFP", asFiled=True)
    assert round(standing - filed_first, 2) == 1_000 * 0.36 + 500 * 9
    assert stands - shares == 500


def test_an_amendment_and_its_original_are_one_trade(world: Store) -> None:
    sold = {"issuer": "QFP", "until": "2023-05-31", "days": 30}
    columns = ("shares", "value", "filing", "amendments")
    first, restated = "0009900002-23-000007", "0009900002-23-000008"
    assert rows(world, "top", *columns, **sold) == [(2_500, 13_100 + 13_510 + 6_700, first, [restated])]
    assert rows(world, "top", *columns, **sold, asFiled=True) == [(2_500, 13_100 + 13_150 + 6_700, first, [])]


def test_first_purchases_are_the_earliest_of_each_owner(world: Store) -> None:
    first: dict[tuple[Any, ...], Line] = {}
    for line in at_market("P"):
        for owner in line.owners:
            first.setdefault((line.issuer, owner), line)
    expected = Counter((accession(line), line.on) for line in first.values())
    found = rows(world, "first-purchases", "filing", "date", "buyers")
    assert {row[:2]: len(row[2]) for row in found} == expected
    assert len(found) == len(expected)


def test_a_first_purchase_says_how_far_back_the_filings_go(world: Store) -> None:
    columns = ("buyers", "knownSince", "form3")
    known = {buyers[0]: tail for buyers, *tail in rows(world, "first-purchases", *columns)}
    assert known["Per Anders Lindqvist"] == [date(2021, 6, 10), True]
    assert known["Osgood T Pruitt"] == [date(2021, 2, 12), False]
    year = {buyers[0] for buyers, *_ in rows(world, "first-purchases", *columns, days=365)}
    assert year == {"Per Anders Lindqvist", "Osgood T Pruitt", "Marta Sokolova", "Corvid Capital Corp"}


def test_turns_are_counted_in_days_of_trading(world: Store) -> None:
    columns = ("insiders", "turn", "trades")
    sokolova, drummond, pell = (
        (["Marta Sokolova"], "purchase", 5), (["Cassius Drummond"], "sale", 2), (["Rosamund Pell"], "sale", 1),
    )  # fmt: skip
    assert rows(world, "reversals", *columns, trades=6) == []
    assert rows(world, "reversals", *columns) == [sokolova]
    assert rows(world, "reversals", *columns, trades=2) == [sokolova, drummond]
    assert rows(world, "reversals", *columns, trades=1) == [pell, sokolova, drummond]


def test_a_size_is_measured_by_what_the_bucket_held(world: Store) -> None:
    columns = ("insiders", "side", "shares", "before", "after", "percent", "stated")
    listed = rows(world, "sizes", *columns, percent=0)
    found = {(row[0][0], row[2]): row[3:] for row in listed}
    assert found["Lucian Fairweather", 520_000] == (840_000, 320_000, 61.9, 840_000)
    assert found["Imogen Tallis", 2_500] == (0, 2_500, None, None)
    # the split of May 2024 that no row reports
    assert found["Per Anders Lindqvist", 3_000] == (10_000, 7_000, 30, 5_000)
    # two thousand of 2023 that nobody reported
    assert found["Delphine Marchetti", 1_000] == (33_500, 32_500, 2.99, 35_500)
    assert found["Delphine Marchetti", 2_500] == (38_000, 35_500, 6.58, 38_000)
    # one trade for each day, and one in an amendment without original
    assert len(listed) == len({(line.owners, line.issuer, line.on) for line in at_market("PS")}) + 1


def test_who_buys_here_and_sells_there(world: Store) -> None:
    columns = ("insiders", "bought", "sold", "days", "purchase", "sale")
    lindqvist = (["Per Anders Lindqvist"], "Halcyon Harbor Bancorp", "Brightwater Instruments, Inc.", -1,
                 "0009900002-25-000008", "0009900001-25-000007")  # fmt: skip
    assert rows(world, "switches", *columns, days=0) == []
    assert rows(world, "switches", *columns, days=1) == [lindqvist]
    assert rows(world, "switches", *columns, person="Per Lindqvist", issuer="HHB") == [lindqvist]
    assert rows(world, "switches", *columns, person="Per Lindqvist", issuer="BRWI") == []
    expected = {
        (accession(buy), accession(sale))
        for buy in at_market("P")
        for sale in at_market("S")
        if {*buy.owners} & {*sale.owners} and buy.issuer != sale.issuer and abs((sale.on - buy.on).days) <= 1000
    }
    found = {row[-2:] for row in rows(world, "switches", *columns, days=1000, asFiled=True)}
    assert found <= expected
    assert {buy for buy, _ in found} == {buy for buy, _ in expected}


def test_codes_are_counted_by_table(world: Store) -> None:
    counted = [line for line in lines("".join(code.value for code in TransactionCode)) if dated(line)]
    expected = Counter((line.code, line.row.terms is not None) for line in counted if not second_part(line))
    found = rows(world, "codes", "code", "derivative", "rows", asFiled=True, market=True)
    assert {row[:2]: row[2] for row in found} == expected
    without = rows(world, "codes", "code", "derivative", "rows", asFiled=True)
    assert without == [row for row in found if row[0] not in ("P", "S")]


def test_codes_mean_what_the_specification_says(world: Store) -> None:
    meanings = {code.value: code.meaning for code in TransactionCode}
    found = rows(world, "codes", "code", "meaning", market=True)
    assert found
    assert all(meanings[code] == meaning for code, meaning in found)
    there = world.read("MATCH (code:TransactionCode) RETURN code.id, code.meaning").rows
    assert dict(there) == meanings


def test_no_price_is_made_up(world: Store) -> None:
    columns = ("derivative", "rows", "priced", "value", "free", "unpriced")
    assert rows(world, "codes", *columns, issuer="TWMA", since="2025-01-01", until="2025-01-27") == [
        (False, 3, 0, None, 3, 0),  # three inheritances, at a price of 0
        (True, 1, 0, None, 0, 1),  # debentures, by value and not in shares
    ]
    exercised = [line for line in lines("MOX") if line.row.terms]
    assert all(line.trade.price == 0 for line in exercised)
    priced = rows(world, "codes", "code", "value", issuer="QFP", since="2024-09-20", until="2024-09-20")
    assert sorted(row for row in priced if row[1]) == [("O", 45_000), ("X", 240_000)]


def test_a_block_in_two_filings_counts_once(world: Store) -> None:
    """Thirteen owners file one deposit in two parts."""
    moved = rows(world, "codes", "code", "rows", "acquired", "alike", issuer="TWMA", until="2023-12-01")
    assert ("Z", 2, 4_000_000, 2) in moved
    assert not any(alike for code, *_, alike in rows(world, "codes", "code", "alike") if code != "Z")


@pytest.mark.parametrize("codes", ["", "P,S"])
def test_lags_are_those_of_the_filings(world: Store, codes: str) -> None:
    expected = defaultdict(list)
    for line in filter(dated, lines(codes.replace(",", "") or "".join(code.value for code in TransactionCode))):
        if second_part(line):
            continue
        expected[line.row.form_type].append((filed(line.filing) - line.on).days)
    ends = ("days0", "days1", "days2", "days3to4", "days5to10", "days11to30", "days31to365", "over365")
    bounds = [range(1), range(1, 2), range(2, 3), range(3, 5), range(5, 11), range(11, 31), range(31, 366)]
    columns = ("form", "rows", "undated", "least", "half", "most", *ends)
    for form, *found in rows(world, "lags", *columns, asFiled=True, codes=codes):
        lags = expected.pop(form)
        counts = [sum(lag in days for lag in lags) for days in bounds]
        assert found == [len(lags), 0, min(lags), statistics.median(lags), max(lags), *counts, 0]
    assert not expected


def test_a_lag_may_count_from_the_deemed_date(world: Store) -> None:
    plan = {"codes": "I", "issuer": "HHB"}
    assert rows(world, "lags", "least", **plan) == [(6,)]
    assert rows(world, "lags", "least", **plan, deemed=True) == [(4,)]
