"""A stake over time as the example filings tell it, beside the balances of `ownership/stake`."""

from datetime import date
from typing import Any

import pytest

from examples.world.cast import AUGUSTA, BRIGHTWATER, DRUMMOND, LINDQVIST, MARCHETTI, OKAFOR, PRUITT, Party
from graphload.ask import ask
from graphload.store import Store


def asked(store: Store, name: str, who: Party, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"ownership/{name}", person=who.cik, **{"on": "2026-06-30"} | given).dicts()]


@pytest.mark.parametrize("who", [AUGUSTA, OKAFOR, MARCHETTI, LINDQVIST, PRUITT, DRUMMOND], ids=lambda who: who.name)
def test_the_last_total_is_the_stake(world: Store, who: Party) -> None:
    last: dict[tuple[str, str], float] = {}
    for row in asked(world, "path", who):
        if not row["derivative"]:
            last[row["issuer"], row["security"]] = row["total"]
    stake = {
        (row["issuer"], row["security"]): row["total"]
        for row in asked(world, "stake", who)
        if not row["derivative"] and row["total"]
    }
    assert {key: total for key, total in last.items() if total} == stake


def test_changes_add_up_to_totals(world: Store) -> None:
    totals: dict[str, float] = {}
    for row in asked(world, "path", AUGUSTA):
        totals[row["security"]] = totals.get(row["security"], 0.0) + row["change"]
        assert totals[row["security"]] == row["total"]
        assert row["total"] == row["direct"] + row["joint"] + row["through"] - row["repeated"]


def test_a_gift_to_ones_own_trust_leaves_the_total(world: Store) -> None:
    (row,) = [
        row for row in asked(world, "path", AUGUSTA) if row["date"] == date(2024, 4, 17) and row["direct"] == 350_000
    ]
    assert (row["change"], row["total"], row["through"]) == (0, 500_000, 150_000)
    assert sorted(row["causes"]) == ["gift G +50,000", "gift G -50,000", "other J +100,000", "other J -100,000"]


def test_the_chain_of_a_fund_is_one_block(world: Store) -> None:
    rows = [row for row in asked(world, "path", OKAFOR) if row["security"] == "Common Stock"]
    assert [(row["total"], row["repeated"]) for row in rows] == [(300_000, 900_000), (2_900_000, 8_700_000)]
    assert rows[1]["causes"] == ["exercise C +2,400,000", "trade P +200,000"]


def test_what_was_believed_wrongly(world: Store) -> None:
    wrong = asked(world, "path", MARCHETTI, diff=True)
    corrected = [row for row in wrong if row["causes"] == ["correction"]]
    assert [(row["believed"] - row["total"], row["believedFrom"], row["known"]) for row in corrected] == [
        (50, date(2024, 5, 9), date(2024, 5, 16))
    ]
    assert corrected[0]["shareDays"] == 50 * 7
    everything = asked(world, "path", MARCHETTI)
    assert [row for row in everything if row["shareDays"]] == wrong
    assert asked(world, "path", MARCHETTI, issuer=BRIGHTWATER.cik) == []
