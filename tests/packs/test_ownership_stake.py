"""What somebody holds, now and on a past day, in the example filings."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from examples.world import FILINGS
from graphload.filing.codes import Timeliness
from graphload.filing.values import Filing, Row
from graphload.store import Store
from tests.helpers import cells as found
from tests.world import OWNERS, ciks, filed

CIKS = sorted({str(owner.cik) for _, owner in OWNERS})
AUGUSTA, MARCHETTI, FUND = "0009000131", "0009000142", "0009000021"
NORTHLIGHTS = {*ciks(next(filing for filing in FILINGS if FUND in ciks(filing)))}
# the rows of amendments that restate others; of the two that add a row or have no original here nothing is restated
RESTATES = {
    "0009900002-23-000008:NT1": "0009900002-23-000007:NT2",
    "0009900002-24-000009:NT1": "0009900002-24-000008:NT1",
    "0009900003-24-000011:NT1": "0009900003-24-000008:NT1",
    "0009900005-24-000002:NH1": "0009900005-24-000001:NH1",
}
AMOUNTS = ("rows", "shares", "value", "underlyingShares", "asOf")


DAY = "2026-06-30"
FILED_FIRST = f"owns.byAmendment IS NULL AND coalesce(owns.filedUntil > date('{DAY}'), true)"


def positions(store: Store, owner: str, view: str) -> list[dict[str, Any]]:
    """Return what an owner has in one of the two views, alone, jointly and through vehicles."""
    holders = "MATCH (p:Party {id: $id})-[:MEMBER_OF|HOLDS_THROUGH*0..2]->(holder)"
    owned = f"MATCH (holder)-[owns:OWNS|OWNED]->(:Security) WHERE {view} RETURN properties(owns) AS owns"
    return [row["owns"] for row in store.read(f"{holders} {owned}", id=owner).dicts()]


@pytest.mark.parametrize("view", ["type(owns) = 'OWNS'", FILED_FIRST])
def test_after_all_filings_a_stake_is_what_is_owned(world: Store, view: str) -> None:
    columns = ("filing", "rows", "shares", "value", "underlyingShares", "underlyingValue", "asOf", "block")
    for owner in CIKS:
        given = {"person": owner, "on": DAY, "closed": True, "asFiled": view == FILED_FIRST}
        stake = found(world, "ownership/stake", *columns, **given)
        owned = [tuple(owns.get(column) for column in columns) for owns in positions(world, owner, view)]
        assert sorted(stake, key=str) == sorted(owned, key=str)
        assert len(together(stake)) == (owner in NORTHLIGHTS)


def together(positions: list[tuple[Any, ...]]) -> list[set[str]]:
    """Return the first rows of positions that are one block, where there are several."""
    blocks: dict[str, set[str]] = {}
    for _, (first, *_), *_, block in positions:
        blocks.setdefault(block or first, set()).add(first)
    return sorted((block for block in blocks.values() if len(block) > 1), key=min)


@pytest.mark.parametrize("day", ["2021-12-31", "2022-10-06", "2023-05-10", "2024-08-20"])
def test_a_stake_of_a_past_day_is_of_the_balances_until_then(world: Store, day: str) -> None:
    for owner in CIKS:
        stake = found(world, "ownership/stake", *AMOUNTS, person=owner, on=day, closed=True)
        assert {(*rows, *amounts) for rows, *amounts in stake} == {*balances(owner, date.fromisoformat(day))}, owner


def balances(owner: str, day: date) -> Iterator[tuple[Any, ...]]:
    """Yield the last balance of each bucket of an owner: row, shares, value, underlying shares, day."""
    buckets: dict[object, tuple[Any, ...]] = {}
    for on, _, _, row, filing in sorted(stated(owner, day), key=lambda each: each[:3]):
        terms = row.terms and (row.terms.exercise_price, row.terms.expires_on)
        bucket = (ciks(filing), filing.issuer.cik, row.title, terms, row.direct, through(row))
        underlying = row.terms.underlying_shares if row.terms and row.trade is None else None
        own = row.shares_after is not None or row.value_after is not None
        numbers = (row.shares_after, row.value_after, None if own else underlying)
        buckets[bucket] = (id_of(filing, row), *(None if each is None else float(each) for each in numbers), on)
    yield from buckets.values()


def stated(owner: str, day: date) -> Iterator[tuple[date, tuple[date, str], int, Row, Filing]]:
    for filing in FILINGS:
        for row in filing.rows:
            on = dated(filing, row)
            if owner not in ciks(filing) or on is None or on > day or id_of(filing, row) in RESTATES.values():
                continue
            if row.shares_after is None and row.value_after is None and (row.trade or not row.terms):
                continue
            original = RESTATES.get(id_of(filing, row), id_of(filing, row))
            statement = (filing.original_filed_on or filed(filing), original.partition(":")[0])
            yield on, statement, int(original[-1]), row, filing


def dated(filing: Filing, row: Row) -> date | None:
    """Return the day of a balance.

    A holding's is that of the last transaction, unless the period is later; in Table I of a Form 5 it is the fiscal
    year's end, unless the transaction is later.
    """
    if row.trade is None:
        traded = (each.trade.date for each in filing.rows if each.trade and each.trade.date)
        return max([filing.period_of_report, *traded])
    late = row.trade.date and row.trade.date > filed(filing) and row.trade.timeliness is not Timeliness.EARLY
    if late or row.trade.date is None or row.trade.date.year < 1934:
        return None
    year_end = filing.form.value.startswith("5") and row.terms is None
    return max(row.trade.date, filing.period_of_report) if year_end else row.trade.date


def through(row: Row) -> str:
    return (row.nature or "").removeprefix("By ")


def id_of(filing: Filing, row: Row) -> str:
    return f"{filing.envelope.accession}:{row.row_id}"


def test_what_was_filed_first_is_another_stake(world: Store) -> None:
    columns = ("kind", "shares", "filing")
    assert found(world, "ownership/stake", *columns, person=MARCHETTI, on=DAY) == [
        (None, 32_200.0, "0009900002-24-000009"),
        ("spouse", 700.0, "0009900002-23-000009"),
    ]
    first = found(world, "ownership/stake", *columns, person=MARCHETTI, on=DAY, asFiled=True)
    assert first == [(None, 32_250.0, "0009900002-24-000008")]


def test_a_block_counts_once_in_the_total_of_a_stake(world: Store) -> None:
    stake = found(world, "ownership/stake", "shares", "total", person=FUND, on="2022-10-06", issuer="MRRW")
    assert stake == [(300_000.0, 300_000.0)] * 4 + [(None, None)]
    assert {*found(world, "ownership/stake", "total", person=FUND, on=DAY)} == {(2_900_000.0,)}


def test_a_value_is_no_number_of_shares(world: Store) -> None:
    columns = ("security", "shares", "value", "underlyingShares", "total")
    then = found(world, "ownership/stake", *columns, person=AUGUSTA, on="2024-12-31")
    assert then[-1] == ("6% Convertible Debentures due 2029", None, 2_000_000.0, None, None)
