"""The position at the end of every month, on both time axes, against a recomputation from the rows alone."""

from datetime import date
from typing import Any

import pytest

from examples.world import FILINGS
from examples.world.cast import QUILLFEATHER
from graphload.ask import ask
from graphload.store import Store
from tests.conftest import on_embedded
from tests.recomputed import EVER, Edges, balance, differences, month_ends, stated
from tests.world import ciks, filed


def test_every_position_of_the_world_is_that_of_its_rows(world: Store) -> None:
    compared, wrong = differences(world)
    assert wrong == []
    assert compared > 2_000


def test_the_two_time_axes_tell_different_things(world: Store) -> None:
    edges = Edges(world)
    rows = stated(world)["0009000142", f"{QUILLFEATHER.cik}:N:common stock"]
    told = {known: balance(rows, date(2024, 5, 31), known) for known in (date(2024, 5, 10), EVER)}
    assert [each and each[1] for each in told.values()] == [32_250.0, 32_200.0]
    for known, expected in told.items():
        assert edges.balance(("0009000142", f"{QUILLFEATHER.cik}:N:common stock"), date(2024, 5, 31), known) == expected


@on_embedded
@pytest.mark.parametrize("known", ["2022-12-31", "2024-05-10", None])
def test_the_question_reads_what_the_rows_say(world: Store, known: str | None) -> None:
    buckets = stated(world)
    held = {str(cik): holders(world, str(cik)) for filing in FILINGS for cik in ciks(filing)}
    by = date.fromisoformat(known) if known else EVER
    for day in month_ends(date(2024, 4, 1), date(2024, 5, 31)):
        for owner in {str(cik) for filing in FILINGS if filed(filing) <= by for cik in ciks(filing)}:
            given: dict[str, Any] = {"person": owner, "on": day, "knownBy": known, "closed": True}
            answer = ask(world, "ownership/stake", **given).dicts()
            amounts = ("asOf", "shares", "value", "underlyingShares", "underlyingValue")
            found = sorted(str(tuple(row[column] for column in amounts)) for row in answer)
            mine = [balance(buckets[bucket], day, by) for bucket in buckets if bucket[0] in held[owner]]
            assert found == sorted(str(each) for each in mine if each), (owner, day)


def holders(store: Store, owner: str) -> set[str]:
    """Return the party itself, its groups, and the vehicles of both."""
    query = "MATCH (:Party {id: $id})-[:MEMBER_OF*0..1]->()-[:HOLDS_THROUGH*0..1]->(holder) RETURN holder.id AS id"
    return {row["id"] for row in store.read(query, id=owner).dicts()}
