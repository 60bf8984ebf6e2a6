"""What the pack `timing` says of the example filings, and of trades made for it."""

from datetime import date, timedelta
from typing import Any

import pytest

from examples.world.cast import (
    GANNET,
    HALCYON,
    HARGREAVES,
    LINDQVIST,
    MARCHETTI,
    MERROW,
    NORTHLIGHT,
    NORTHLIGHT_GP,
    OKAFOR,
    PELL,
    PRUITT,
    QUIST,
    SOKOLOVA,
    TALLIS,
    WREN,
    Party,
)
from examples.world.compose import filing, holding, owner, terms, trade
from graphload.ask import ask
from graphload.filing.values import Filing, Row
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store
from tests.packs.planting import MILL
from tests.world import lines

READOUT = date(2024, 6, 17)
MARCH = [line for line in lines("P", HALCYON) if line.on.year == 2025]
Who = Party | list[Party]


def asked(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"timing/{name}", **given).dicts()]


class Ledger:
    """Makes filings about trades of one issuer, one number after the other."""

    def __init__(self, store: Store) -> None:
        self.store, self.filings = store, list[Filing]()

    def filed(self, who: Who, on: str, *rows: Row, form: str = "4", **more: Any) -> str:
        """Add a filing of a day, and return its accession number."""
        owners = [owner(each, director=True, ten=True) for each in (who if isinstance(who, list) else [who])]
        accession = f"0009900091-24-{len(self.filings) + 1:06}"
        self.filings.append(filing(accession, form, MILL, owners, on, rows, signed=WREN, **more))
        return accession

    def traded(self, who: Who, on: str, price: str = "10", code: str = "P", shares: int = 100, **more: Any) -> str:
        """Add a filing of one trade, and return its accession number."""
        signed = shares if code == "P" else -shares
        cells = {name: more.pop(name) for name in ("by", "notes", "under", "of") if name in more}
        after = more.pop("after", None)
        return self.filed(who, more.pop("filed", on), trade(code, on, signed, price, after, **cells), **more)

    def put(self) -> None:
        """Put the filings into the store."""
        self.store.prepare()
        self.store.replace([mapped(each) for each in self.filings])
        derive(self.store)


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger(store)


def test_the_buyers_of_march_are_one_cluster(world: Store) -> None:
    first, *others = asked(world, "clusters")
    assert (first["buyers"], first["shares"]) == (6, sum(line.shares for line in MARCH))
    assert (first["from"], first["to"]) == (min(line.on for line in MARCH), max(line.on for line in MARCH))
    assert {each["buyers"] for each in others} == {2}
    assert asked(world, "clusters", least=7) == []
    assert [each["buyers"] for each in asked(world, "clusters", days=2)] == [4, 3, 2]
    assert len(asked(world, "clusters", value=50_000)) == 2
    assert [each["buyers"] for each in asked(world, "clusters", each=90_000)] == [3]
    assert asked(world, "clusters", issuer="BRWI") == []


def test_a_cluster_needs_buyers_who_are_not_one(ledger: Ledger) -> None:
    family = [NORTHLIGHT, NORTHLIGHT_GP, OKAFOR, GANNET]
    ledger.traded(family, "2024-03-05")
    ledger.traded(OKAFOR, "2024-03-06")  # one of the family alone
    for day in ("05", "06", "07"):
        ledger.traded(NORTHLIGHT, f"2024-03-{day}")  # time and again
    ledger.filed(QUIST, "2024-03-06", trade("G", "2024-03-05", 100, "0"), trade("A", "2024-03-05", 100, "0"))
    ledger.filed(QUIST, "2024-03-07", trade("P", "2024-03-05", 100, "1", under=terms("9", None, "2029-03-05")))
    ledger.put()
    assert asked(ledger.store, "clusters") == []
    ledger.traded(QUIST, "2024-04-03")  # 30 days with the first
    ledger.put()
    assert [(row["buyers"], row["to"]) for row in asked(ledger.store, "clusters")] == [(2, date(2024, 4, 3))]
    (row,) = asked(ledger.store, "clusters", days=29)
    assert (row["from"], row["buyers"]) == (date(2024, 3, 6), 2)


def test_a_cluster_counts_a_purchase_once(ledger: Ledger) -> None:
    """An amendment repeats a purchase, and a deemed owner files the fund's again."""
    first = ledger.traded(QUIST, "2024-03-05", "10.50", filed="2024-03-06")
    ledger.traded(QUIST, "2024-03-05", "10.00", filed="2024-03-08", form="4/A", amends="2024-03-06")
    fund = ledger.traded(NORTHLIGHT, "2024-03-05", after=5_000, shares=1_000)
    deemed: dict[str, Any] = {"by": "By Northlight Ventures IV, L.P.", "shares": 1_000}
    ledger.traded(OKAFOR, "2024-03-05", after=5_000, **deemed)
    ledger.put()
    (row,) = asked(ledger.store, "clusters")
    assert (row["buyers"], row["shares"], row["value"], row["uniform"]) == (2, 1_100, 11_000, True)
    (filed,) = asked(ledger.store, "clusters", asFiled=True)
    assert (filed["value"], filed["uniform"]) == (11_050, False)
    assert sorted(filed["rows"]) == [f"{first}:NT1", f"{fund}:NT1"]
    (known,) = asked(ledger.store, "clusters", filed=True, days=2)
    assert (known["from"], known["to"]) == (date(2024, 3, 5), date(2024, 3, 6))


def test_a_stretch_within_another_is_listed_for_another_buyer(ledger: Ledger) -> None:
    for who, on in ((QUIST, "2024-03-01"), (PELL, "2024-03-10"), (QUIST, "2024-03-20"), (TALLIS, "2024-04-05")):
        ledger.traded(who, on)
    ledger.put()
    found = [(str(row["from"]), row["names"]) for row in asked(ledger.store, "clusters")]
    assert found == [
        ("2024-03-10", ["Rosamund Pell", "Mabel Quist", "Imogen Tallis"]),
        ("2024-03-01", ["Mabel Quist", "Rosamund Pell"]),
    ]


def test_two_at_one_price_are_those_of_the_world(world: Store) -> None:
    bought, sold = asked(world, "same-day")
    assert (bought["price"], bought["owners"]) == (18.5, ["Mabel Quist", "Per Anders Lindqvist"])
    assert (sold["code"], sold["owners"]) == ("S", ["Marta Sokolova", "Yves Beaumont"])
    assert asked(world, "same-day", codes=["P"]) == [bought]
    assert [row["date"] for row in asked(world, "same-day", codes=["P"], cents=0.2)] == [
        date(2025, 3, 13), date(2025, 3, 12),
    ]  # fmt: skip


def test_one_price_is_of_one_day_and_of_several(ledger: Ledger) -> None:
    ledger.traded([NORTHLIGHT, OKAFOR], "2024-03-05")
    ledger.traded(OKAFOR, "2024-03-05")  # of the joint filers
    ledger.traded(QUIST, "2024-03-05", "10.01")
    ledger.traded(QUIST, "2024-03-06")
    ledger.filed(PELL, "2024-03-07", trade("P", "2024-03-07", 50, "11"), trade("P", "2024-03-07", 60, "11"))  # tranches
    ledger.filed(TALLIS, "2024-03-08", trade("A", "2024-03-08", 50, "0"))
    ledger.filed(HARGREAVES, "2024-03-08", trade("A", "2024-03-08", 50, "0"))
    ledger.put()
    assert asked(ledger.store, "same-day") == []
    assert asked(ledger.store, "same-day", codes=["A"]) == []
    (row,) = asked(ledger.store, "same-day", cents=0.01)
    assert (row["traders"], row["price"], row["shares"]) == (2, 10, 300)


def test_averages_are_one_price_if_their_ranges_are(ledger: Ledger) -> None:
    def average(low: str, high: str) -> dict[str, str]:
        return {"price": f"The price is a weighted average of trades at prices ranging from ${low} to ${high}."}

    placed = "Shares bought in the underwritten public offering of the issuer."
    ledger.traded(QUIST, "2024-03-05", notes=average("9.80", "10.20"))
    ledger.traded(PELL, "2024-03-05", notes=average("9.50", "10.50"))
    ledger.traded(TALLIS, "2024-03-05")
    ledger.traded(QUIST, "2024-03-06", notes=average("9.80", "10.20"))
    ledger.traded(PELL, "2024-03-06", notes=average("9.80", "10.20"))
    ledger.traded(QUIST, "2024-03-07", notes={"price": placed})
    ledger.traded(PELL, "2024-03-07")
    ledger.put()
    columns = ("date", "averaged", "kind")
    assert [tuple(row[column] for column in columns) for row in asked(ledger.store, "same-day")] == [
        (date(2024, 3, 7), False, "offering"),
        (date(2024, 3, 6), True, None),
    ]


def test_quist_follows_pruitt(world: Store) -> None:
    (row,) = asked(world, "followers")
    assert (row["leader"], row["follower"], row["followed"], row["leads"]) == (
        ["Osgood T Pruitt"], ["Mabel Quist"], 3, 3,
    )  # fmt: skip
    days = [line.on for line in lines("P", HALCYON) if line.owners in ((PRUITT.cik,), (QUIST.cik,))]
    quist = sorted(line.on for line in lines("P", HALCYON) if line.owners == (QUIST.cik,))
    covered = sum(min(7, (day - last).days) for last, day in zip([min(days), *quist], quist, strict=False))
    assert row["expected"] == round(3 * covered / (max(days) - min(days)).days, 2)
    assert asked(world, "followers", days=1) == []
    assert asked(world, "followers", least=4) == []


def test_joint_filers_and_bursts_do_not_follow(ledger: Ledger) -> None:
    for month in (3, 4, 5):
        ledger.traded(NORTHLIGHT, f"2024-0{month}-05", code="S")
        ledger.traded(OKAFOR, f"2024-0{month}-06", code="S")  # who files with it
        ledger.traded(TALLIS, f"2024-0{month}-05", code="S", shares=10)  # on the leader's day
    for day in (15, 16, 17):
        ledger.traded(NORTHLIGHT, f"2024-05-{day}", code="S")
    ledger.traded(QUIST, "2024-05-20", code="S")  # after three leads, but once
    for month in (7, 8):
        ledger.traded(QUIST, f"2024-0{month}-20", code="S")
    ledger.traded([NORTHLIGHT, OKAFOR], "2024-01-05", code="S")
    ledger.put()
    fund = ["Adaeze Okafor", "Northlight Ventures IV, L.P."]
    assert asked(ledger.store, "followers") == []
    (burst,) = asked(ledger.store, "followers", least=1)
    assert (burst["leader"], burst["follower"], burst["followed"]) == (fund, ["Mabel Quist"], 3)


def test_followers_under_plans_are_counted(ledger: Ledger) -> None:
    for month in (3, 4, 5):
        ledger.traded(PELL, f"2024-0{month}-05", code="S", plan=True)
        ledger.traded(QUIST, f"2024-0{month}-06", code="S", plan=month < 5)
        ledger.traded(TALLIS, f"2024-0{month}-07")  # the other way
    ledger.put()
    (row,) = asked(ledger.store, "followers")
    assert (row["leader"], row["follower"], row["planned"]) == (["Rosamund Pell"], ["Mabel Quist"], 2)


def test_days_of_one_filing_are_days_apart(ledger: Ledger) -> None:
    for who, day in ((PELL, 5), (QUIST, 6)):
        sales = [trade("S", f"2024-0{month}-0{day}", -100, "10") for month in (1, 2, 3, 4, 5)]
        ledger.filed(who, "2024-06-10", *sales)
    ledger.put()
    (row,) = asked(ledger.store, "followers")
    assert (row["leader"], row["followed"], row["leads"], row["trades"]) == (["Rosamund Pell"], 5, 5, 5)
    assert asked(ledger.store, "alike") == []
    assert [row["score"] for row in asked(ledger.store, "alike", within=1, score=0.25)] == [0.25]


def test_trades_before_a_readout(world: Store) -> None:
    found = asked(world, "before", dates=[str(READOUT)], issuer="MRRW", asFiled=True)
    first = READOUT - timedelta(14)
    expected = [line for line in lines("PSG", MERROW) if first <= line.on < READOUT]
    assert {row["row"] for row in found} == {f"{line.filing.envelope.accession}:{line.row.row_id}" for line in expected}
    assert [row["before"] for row in found] == sorted((READOUT - line.on).days for line in expected)
    assert {row["plan"] for row in found} == {True, False}
    assert len(asked(world, "before", dates=[str(READOUT)])) == len(found)  # with what an amendment restates, once
    assert [row["code"] for row in asked(world, "before", dates=["2024-06-13", str(READOUT)], days=1)] == ["G"]


def test_the_day_itself_and_days_that_cannot_be_are_not_before(ledger: Ledger) -> None:
    ledger.traded(QUIST, "2024-06-17")
    ledger.traded(QUIST, "2024-06-18", filed="2024-06-19")
    kept = ledger.traded(QUIST, "2024-06-03", filed="2024-07-19")
    ledger.traded(QUIST, "2024-06-02")
    ledger.traded(PELL, "2024-06-12", filed="2024-06-10", period="2024-06-10")  # after its filing
    ledger.filed(TALLIS, "2024-06-12", trade("A", "2024-06-12", 50, "0"))
    ledger.put()
    assert [row["row"] for row in asked(ledger.store, "before", dates=["2024-06-17"])] == [f"{kept}:NT1"]


def test_marchetti_sells_every_may(world: Store) -> None:
    (row,) = asked(world, "habits", year=2025)
    assert (row["cik"], row["kind"], row["months"], row["later"]) == (MARCHETTI.cik, "routine", ["5"], 0)
    assert asked(world, "habits", year=2024) == []
    assert (MARCHETTI.cik, "routine") in {
        (row["cik"], row["kind"]) for row in asked(world, "habits", year=2024, years=2)
    }


def test_habits_need_each_year_and_one_month(ledger: Ledger) -> None:
    for year in (2019, 2020, 2022):
        ledger.traded(QUIST, f"{year}-12-05", code="S")
    for year, month in ((2020, 5), (2021, 6), (2022, 5), (2023, 5), (2023, 8)):
        ledger.traded(PELL, f"{year}-0{month}-05", code="S")
        ledger.traded(LINDQVIST, f"{year}-05-05", code="P" if year == 2021 else "S")
    for year in (2021, 2022):
        ledger.traded(TALLIS, f"{year}-05-05", code="S")  # only two years
    for year in (2020, 2021, 2022):
        ledger.filed(HARGREAVES, f"{year}-05-05", trade("M", f"{year}-05-05", 50, "0"))  # no trade
    ledger.put()
    found = {row["cik"]: row for row in asked(ledger.store, "habits", year=2023)}
    assert {cik: row["kind"] for cik, row in found.items()} == {PELL.cik: "opportunistic", LINDQVIST.cik: "routine"}
    assert (found[LINDQVIST.cik]["later"], found[LINDQVIST.cik]["strays"], found[PELL.cik]["strays"]) == (1, 0, 2)
    apart = asked(ledger.store, "habits", year=2023, apart=True)
    assert [(row["cik"], row["code"]) for row in apart] == [(PELL.cik, "S")]
    assert {row["cik"] for row in asked(ledger.store, "habits", year=2023, years=2)} == {
        PELL.cik, LINDQVIST.cik, TALLIS.cik,
    }  # fmt: skip


def test_sokolova_stopped_selling(world: Store) -> None:
    (row,) = asked(world, "silence", least=3)
    assert (row["cik"], row["quarters"], row["last"]) == (SOKOLOVA.cik, 3, date(2024, 9, 9))
    both = asked(world, "silence", least=3, left=True)
    assert {each["cik"] for each in both} == {SOKOLOVA.cik, QUIST.cik}
    assert asked(world, "silence") == []
    assert asked(world, "silence", least=3, on="2025-06-30") == []


def test_silence_is_of_those_who_are_still_there(ledger: Ledger) -> None:
    for who in (QUIST, PELL, TALLIS, LINDQVIST):
        for month in (2, 5, 8, 11):
            ledger.traded(who, f"2022-{month:02}-07", code="S", shares=10)
    ledger.traded(LINDQVIST, "2023-11-07", code="S")  # goes on, after a pause
    for day in range(1, 7):
        ledger.traded(HARGREAVES, f"2022-03-0{day}", code="S")  # six days of a month
    ledger.filed(PELL, "2023-02-03", trade("A", "2023-02-03", 50, "0"), left=True)  # left
    ledger.filed(QUIST, "2023-02-03", trade("A", "2023-02-03", 50, "0"))
    ledger.put()
    (row,) = asked(ledger.store, "silence", quiet=3)
    assert (row["cik"], row["quarters"], row["last"], row["silent"]) == (QUIST.cik, 4, date(2022, 11, 7), 365)
    left = {row["cik"]: row["exited"] for row in asked(ledger.store, "silence", left=True)}
    assert left == {QUIST.cik: None, PELL.cik: date(2023, 2, 3), TALLIS.cik: None}
    assert asked(ledger.store, "silence", quiet=4) == []
    assert asked(ledger.store, "silence", on="2023-02-03") == []


def test_near_days_are_alike_in_part(world: Store) -> None:
    (row,) = asked(world, "alike", least=2, score=0.2, within=3)
    assert (row["one"], row["other"], row["common"]) == (["Osgood T Pruitt"], ["Mabel Quist"], 0.5 + 0.5 + 0.75)
    assert row["score"] == round(1.75**2 / 12, 4)
    assert asked(world, "alike") == []


def test_what_is_alike_and_what_is_not(ledger: Ledger) -> None:
    days = [f"2024-0{month}-05" for month in range(1, 7)]
    for day in days:
        ledger.traded(QUIST, day, code="S", plan=True)
        ledger.traded(PELL, day, code="S", plan=True)
        ledger.traded(TALLIS, day)  # the other way
        ledger.filed(HARGREAVES, day, trade("F", day, -50, "10"))  # no trade
        ledger.traded(NORTHLIGHT, day, code="S")
        ledger.traded(OKAFOR, day, code="S")  # who files with it
    ledger.filed([NORTHLIGHT, OKAFOR], "2023-12-05", holding(50), form="3")
    ledger.put()
    found = asked(ledger.store, "alike")
    fund, pell, quist = ["Adaeze Okafor", "Northlight Ventures IV, L.P."], ["Rosamund Pell"], ["Mabel Quist"]
    assert [(row["one"], row["other"]) for row in found] == [(fund, quist), (fund, pell), (quist, pell)]
    assert {row["component"] for row in found} == {min(str(NORTHLIGHT.cik), str(QUIST.cik))}
    assert {row["score"] for row in found} == {1.0}
    assert sorted(row["planned"] for row in found) == [0, 0, 6]
    assert asked(ledger.store, "alike", least=7) == []
