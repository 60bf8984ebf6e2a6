"""What the questions about positions find in the example filings."""

from datetime import date
from typing import Any

import pytest

from examples.world import FILINGS
from graphload.ask import ask
from graphload.store import Store

CRISPIN, FUND, TRUST_6 = "0009000132", "0009000021", "0009000066"
# a day on which all the filings are in and no option of the last ones has expired
DAY = "2026-06-30"


def found(store: Store, name: str, *columns: str, **given: Any) -> list[tuple[Any, ...]]:
    day = {"on": DAY} if name.startswith("ownership/") else {}
    return [tuple(row[column] for column in columns) for row in ask(store, name, **day, **given).dicts()]


def test_a_group_and_a_block_are_one_holder(world: Store) -> None:
    columns = ("holders", "shares", "again")
    (holders, shares, again), *_ = found(world, "ownership/holders", *columns, issuer="MRRW")
    assert (len(holders), shares, len(again)) == (4, 2_900_000.0, 3)
    class_b = {"issuer": "TWMA", "security": "class b"}
    (holders, shares, again), *_ = found(world, "ownership/holders", *columns, **class_b)
    assert (len(holders), shares, again) == (10, 4_000_000.0, ["0009900001-23-000031:NT2"])


@pytest.mark.parametrize(("as_filed", "direct", "indirect"), [(False, 32_200.0, 700.0), (True, 32_250.0, None)])
def test_what_was_filed_first_leaves_amendments_out(
    world: Store, as_filed: bool, direct: float, indirect: float | None
) -> None:
    qfp: dict[str, Any] = {"issuer": "QFP", "asFiled": as_filed}
    held = found(world, "ownership/holders", "holders", "shares", "direct", **qfp)
    mine = [amounts for (holder, *_), *amounts in held if holder == "Delphine Marchetti"]
    assert mine == [[direct + (indirect or 0), direct]]
    assert found(world, "ownership/indirect", "kind", "shares", **qfp) == [("spouse", 700.0)] * (not as_filed)
    total = 640_000 + 320_000 + 5_000 + direct + (indirect or 0)
    assert {reported for (reported,) in found(world, "ownership/fractions", "reported", **qfp)} == {total}
    assert found(world, "groups/double-counts", "once", **qfp) == [(total,)]


def test_what_is_held_through_another_holder_is_theirs(world: Store) -> None:
    listed = found(world, "ownership/holders", "holders", "shares", "again", issuer="BRWI")
    assert (["Corvid Capital Corp"], 1_200_000.0, ["0009000006-21-000012:NH1"]) in listed
    assert ["Cassius Drummond"] not in [holders for holders, *_ in listed]
    early = found(world, "ownership/holders", "holders", "shares", issuer="BRWI", since="2023-01-01")
    assert (["Corvid Capital Corp"], 1_200_000.0) in early
    assert "Brightwater Instruments, Inc. Employee Stock Ownership Trust" not in [who for (who, *_), _ in early]


@pytest.mark.parametrize("issuer", ["BRWI", "HHB", "MRRW", "TWMA", "KMAR", "QFP"])
def test_totals_are_less_than_naive_sums_by_what_is_reported_again(world: Store, issuer: str) -> None:
    listed = found(world, "ownership/holders", "rows", "shares", "again", issuer=issuer)
    query = """MATCH (:Issuer {id: $id})-[:ISSUED]->(security:Security)<-[owns:OWNS]-()
      WHERE NOT security.derivative AND NOT owns.closed RETURN owns.rows[0] AS row, owns.shares AS shares"""
    every = dict(world.read(query, id=ask(world, "ownership/holders", issuer=issuer).parameters["issuer"]).rows)
    assert {row for rows, _, again in listed for row in (*rows, *again)} == {*every}
    left_out = [row for _, _, again in listed for row in again]
    assert sum(shares for _, shares, _ in listed) == sum(every.values()) - sum(every[row] for row in left_out)
    assert bool(left_out) == (issuer in ("BRWI", "MRRW", "TWMA"))


def test_each_kind_of_vehicle_is_told(world: Store) -> None:
    kinds = dict(found(world, "ownership/indirect", "kind", "shares", person="Osgood Pruitt"))
    (form5,) = [filing for filing in FILINGS if filing.envelope.accession == "0009900002-21-000001"]
    assert {*kinds} == {
        "trust", "esop", "plan401k", "spouse", "child", "company", "partnership", "foundation", "custodial", "ira",
        "other",
    }  # fmt: skip
    assert sorted(kinds.values()) == sorted(float(row.shares_after or 0) for row in form5.rows if row.trade is None)


def test_vehicles_of_a_block_count_once(world: Store) -> None:
    columns = ("kind", "shares", "vehicles", "rows", "again")
    companies = ["0009900003-22-000009:NH2", "0009900003-22-000009:NH3"]
    assert found(world, "ownership/indirect", *columns, issuer="MRRW", person=FUND) == [
        ("partnership", 2_900_000.0, 1, ["0009900003-22-000009:NH1"], []),
        ("company", None, 2, [], companies),
    ]
    # where the greatest balance of the block is not in the answer, the next one counts
    assert found(world, "ownership/indirect", *columns, issuer="MRRW", person=FUND, kind="company") == [
        ("company", 2_900_000.0, 2, companies[:1], companies[1:])
    ]


def test_what_a_named_filer_reports_itself_is_not_held_through_it(world: Store) -> None:
    counted = ("shares", "vehicles", "again")
    (company,) = found(world, "ownership/indirect", *counted, issuer="BRWI", kind="company")
    assert company == (None, 1, ["0009000006-21-000012:NH1"])
    (trusts,) = found(world, "ownership/indirect", *counted, issuer="TWMA", person=TRUST_6)
    assert trusts == (4_000_000.0, 1, [])


def test_the_accounts_of_a_plan_are_listed_together(world: Store) -> None:
    columns = ("holders", "own", "shares", "accounts", "total")
    assert found(world, "ownership/plans", *columns, issuer="HHB", kinds="plan401k") == [
        (["Osgood T Pruitt"], True, 8_800.0, 2, 10_250.0),
        (["Imogen Tallis"], True, 1_450.0, 2, 10_250.0),
    ]
    everywhere = found(world, "ownership/plans", "ticker", "nature", "shares")
    assert ("AMOT", "By ESOP Trust", 4_275.0) in everywhere
    assert {ticker for ticker, *_ in everywhere} == {"AMOT", "BRWI", "HHB"}


def test_who_is_named_and_files_is_found(world: Store) -> None:
    columns = ("holders", "named", "place", "shares", "itsShares")
    strangers = found(world, "ownership/named", *columns, joint=False)
    assert strangers[0] == (["Cassius Drummond"], "Corvid Capital Corp", "nature", 1_150_000.0, 1_200_000.0)
    assert [named for _, named, *_ in strangers] == ["Corvid Capital Corp", "Tidewell Voting Trust"]
    assert len(found(world, "ownership/named", *columns)) == 6


def test_the_parts_of_all_holders_are_the_whole(world: Store) -> None:
    everyone = found(world, "ownership/fractions", "cik", "security", "shares", "reported", "among", percent=0)
    for cik, security, _, reported, among in everyone:
        parts = [shares for issuer, title, shares, *_ in everyone if (issuer, title) == (cik, security)]
        assert (sum(parts), len(parts)) == (reported, among)
    most = found(world, "ownership/fractions", "cik", "security", "percent", percent=50)
    assert len({(cik, security) for cik, security, _ in most}) == len(most) == 7
    assert ("0009000004", "Class B Common Stock", 96.14) in most


def test_a_lone_holder_is_no_part(world: Store) -> None:
    columns = ("ticker", "percent")
    alone = found(world, "ownership/fractions", *columns, holders=1, issuer="CRVD")
    assert (alone, found(world, "ownership/fractions", *columns, issuer="CRVD")) == ([("CRVD", 100.0)], [])


def test_classes_of_one_issuer_stand_together(world: Store) -> None:
    columns = ("security", "shares", "direct", "indirect", "joint")
    assert found(world, "ownership/classes", *columns, person=CRISPIN) == [
        ("Class A Common Stock", 362_500.0, 362_000.0, 500.0, None),
        ("Class B Common Stock", 4_160_000.0, 160_000.0, 4_000_000.0, None),
    ]
    assert found(world, "ownership/classes", *columns, person=TRUST_6) == []
    block = ("Common Stock", 2_900_000.0, None, None, 2_900_000.0)
    assert found(world, "ownership/classes", *columns, person=FUND, least=1) == [block]
    assert {who for (who,), in found(world, "ownership/classes", "holders")} == {
        "Augusta Thistlewood", "Crispin Thistlewood", "Joost Achterberg", "Rosamund Pell",
    }  # fmt: skip


def test_what_is_reported_by_value_has_no_shares(world: Store) -> None:
    columns = ("holders", "value", "shares", "closed", "asOf")
    assert found(world, "ownership/values", *columns) == [(["Augusta Thistlewood"], 0.0, None, True, date(2025, 1, 27))]


def test_what_a_later_filing_leaves_out_is_not_confirmed(world: Store) -> None:
    qfp = {"issuer": "QFP", "person": "0009000142"}
    columns = ("kind", "shares", "total", "confirmed", "unlistedSince", "unlistedIn")
    assert found(world, "ownership/stake", *columns, **qfp) == [
        (None, 32_200.0, 32_900.0, 32_200.0, None, None),
        ("spouse", 700.0, 32_900.0, 32_200.0, date(2024, 5, 8), "0009900002-24-000007"),
    ]
    holders = found(world, "ownership/holders", "holders", "shares", "confirmed", "unlistedIn", issuer="QFP")
    assert (["Delphine Marchetti"], 32_900.0, 32_200.0, ["0009900002-24-000007"]) in holders
    parts = found(
        world, "ownership/fractions", "shares", "confirmed", "reported", "reportedConfirmed", issuer="QFP", percent=0
    )
    assert (32_900.0, 32_200.0, 997_900.0, 997_200.0) in parts
    assert found(world, "ownership/indirect", "shares", "confirmed", issuer="QFP") == [(700.0, 0.0)]
    plans = found(
        world, "ownership/plans", "shares", "total", "confirmed", "unlistedSince", issuer="HHB", kinds="plan401k"
    )
    assert plans == [(8_800.0, 10_250.0, 1_450.0, date(2024, 3, 6)), (1_450.0, 10_250.0, 1_450.0, None)]
    everywhere = found(world, "ownership/classes", "holders", "security", "shares", "confirmed")
    assert (["Augusta Thistlewood"], "Class A Common Stock", 150_000.0, 0.0) in everywhere


@pytest.mark.parametrize(
    ("name", "given"),
    [("holders", {}), ("fractions", {"percent": 0}), ("classes", {"least": 1})],
)
def test_a_past_day_has_the_balances_of_that_day(world: Store, name: str, given: dict[str, Any]) -> None:
    given = {"issuer": "QFP", "on": "2024-05-07", **given}
    then = ask(world, f"ownership/{name}", **given).dicts()
    listed = {row["holders"][0]: (row["shares"], row["confirmed"]) for row in then}
    assert listed["Delphine Marchetti"] == (36_200.0, 36_200.0)
    first = ask(world, f"ownership/{name}", **given, asFiled=True).dicts()
    assert ("Delphine Marchetti", 35_500.0) in [(row["holders"][0], row["shares"]) for row in first]


def test_a_derivative_counts_until_it_expires(world: Store) -> None:
    swap = {"issuer": "QFP", "derivatives": True, "security": "swap"}
    for day, counted in (("2027-03-19", [150_000.0]), ("2027-03-20", [])):
        assert [row["shares"] for row in ask(world, "ownership/holders", **swap, on=day).dicts()] == counted
        stake = ask(world, "ownership/stake", person="Lucian Fairweather", on=day).dicts()
        assert [row["shares"] for row in stake if row["derivative"]] == counted
