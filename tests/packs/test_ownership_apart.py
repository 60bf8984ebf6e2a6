"""Stakes by what a store holds: what was known by a day is what had been filed; parts of one report are one block."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from examples.world import FILINGS
from examples.world.cast import CRISPIN, FAMILY_LP, FOUNDATION, TIDEWELL, WREN
from examples.world.compose import filing, owner, trade
from graphload.ask import ask
from graphload.load import derive, load
from graphload.map.mapping import rows
from graphload.store import Store
from tests.conftest import on_embedded
from tests.recomputed import differences
from tests.servers import ROOT
from tests.world import ciks, filed

# before and after amendments of 2023 and 2024
DAYS = [date(2023, 5, 12), date(2024, 2, 12), date(2024, 5, 9)]
TODAY = "2026-06-30"
COLUMNS = (
    "derivative", "joint", "through", "kind", "nature", "shares", "value", "underlyingShares", "total", "confirmed",
    "unlistedSince", "unlistedIn", "block", "asOf", "rows", "filing",
)  # fmt: skip


def test_what_was_known_by_a_day_is_what_had_been_filed(store: Store) -> None:
    known = {}
    for day in DAYS:
        load_until(store, day)
        known[day] = {cik: stakes(store, person=cik, closed=True) for cik in owners(day)}
    load_until(store, date.max)
    for day in DAYS:
        for cik in owners(day):
            assert stakes(store, person=cik, closed=True, knownBy=day) == known[day][cik], (day, cik)
    assert len({str(known[day]["0009000142"]) for day in DAYS}) == 3


def owners(day: date) -> set[str]:
    return {str(cik) for filing in FILINGS if filed(filing) <= day for cik in ciks(filing)}


def load_until(store: Store, day: date) -> None:
    folder = ROOT / "examples" / "filings"
    load(store, [str(folder / str(each.envelope.accession)) for each in FILINGS if filed(each) <= day])


def stakes(store: Store, **given: Any) -> list[str]:
    """Return the rows of an answer, but for names and titles, which later filings change."""
    found = ask(store, "ownership/stake", on=TODAY, **given).dicts()
    return sorted(str([row[column] for column in COLUMNS]) for row in found)


@pytest.mark.parametrize(("large", "total"), [(True, 500.0), (False, 1000.0)])
def test_who_reports_in_both_parts_of_a_report_has_it_once(store: Store, large: bool, total: float) -> None:
    parts = [
        filing(
            f"0009900001-23-00013{at}", "4", TIDEWELL, [owner(each, ten=large) for each in (FAMILY_LP, other)],
            "2023-11-16", [trade("P", "2023-11-14", 100, "7", 500)], signed=WREN,
        )
        for at, other in enumerate((CRISPIN, FOUNDATION))
    ]  # fmt: skip
    store.prepare()
    store.replace([rows(part) for part in parts])
    derive(store)
    stake = ask(store, "ownership/stake", person=FAMILY_LP.cik).dicts()
    assert [(row["joint"], row["shares"], row["total"]) for row in stake] == [(True, 500.0, total)] * 2
    blocks = {row["block"] for row in stake}
    assert blocks == ({"0009900001-23-000130:NT1"} if large else {None})
    (listed, *others) = ask(store, "ownership/holders", issuer=TIDEWELL.cik).dicts()
    assert (listed["again"], len(others)) == (["0009900001-23-000131:NT1"] if large else [], 0 if large else 1)


@on_embedded
def test_every_position_of_the_real_filings_is_that_of_their_rows(store: Store, shared: Path) -> None:
    load(store, [str(shared / "filings" / "xml")])
    compared, wrong = differences(store)
    assert wrong == []
    assert compared > 5_000
