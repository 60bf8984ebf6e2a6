"""What `evidence/claim` says of claims that filings bear out, and of those that they do not."""

from typing import Any

import pytest

from examples.world.cast import LINDQVIST, NORTHLIGHT, OKAFOR, QUIST
from examples.world.compose import OPTION, filing, holding, owner, terms, trade
from graphload.ask import ask
from graphload.errors import UsageError
from graphload.filing.values import Filing, Row
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store
from tests.packs.planting import MILL

RIGHT = terms("1", "2020-01-01", "2030-01-01")


def told(number: int, who: Any, *rows: Row, form: str = "4", on: str = "2024-03-06", **more: Any) -> Filing:
    return filing(f"0009900091-24-{number:06}", form, MILL, who, on, rows, signed="/s/ Somebody", **more)


@pytest.fixture
def mill(store: Store) -> Store:
    store.prepare()
    director, fund = owner(LINDQVIST, director=True), owner(NORTHLIGHT, ten=True)
    block = [trade("P", "2024-03-05", 900, "10", 900)]
    filings = [
        told(1, director, trade("P", "2024-03-04", 100, "10", 600), trade("P", "2024-03-05", 200, "11", 800)),
        told(2, director, trade("S", "2024-04-02", -50, "12", 750), on="2024-04-03"),
        told(3, director, trade("G", "2024-05-02", -40, "0", 710), trade("M", "2024-05-02", 30, "1", 740),
             trade("M", "2024-05-02", -30, "0", 0, of=OPTION, under=RIGHT), on="2024-05-03"),
        told(4, director, trade("S", "2024-04-02", -60, "12", 740), form="4/A", on="2024-06-03", amends="2024-04-03",
             remarks="This amendment corrects the number of shares that were sold."),
        told(5, fund, *block),
        told(6, owner(OKAFOR, director=True, ten=True),
             trade("P", "2024-03-05", 900, "10", 900, "By Northlight Ventures IV, L.P.")),
        told(7, [owner(QUIST, director=True), owner(OKAFOR, director=True, ten=True)], holding(7_000), form="3"),
    ]  # fmt: skip
    store.replace([mapped(each) for each in filings])
    derive(store)
    return store


def verdict(store: Store, person: str, what: str, *columns: str, **given: Any) -> Any:
    (row,) = ask(store, "evidence/claim", issuer="OSM", person=person, what=what, **given).dicts()
    found = (row["verdict"], *(row[column] for column in columns))
    return found if columns else found[0]


@pytest.mark.parametrize(
    ("what", "given", "agrees"),
    [
        ("bought", {"shares": 200, "on": "2024-03-05"}, "row"),
        ("bought", {"shares": 200, "value": 2200, "on": "2024-03-07"}, "row"),
        ("bought", {"shares": 300, "on": "2024-03-05"}, "filing"),
        ("bought", {"value": 3200, "since": "2024-01-01", "until": "2024-12-31"}, "filing"),
        ("bought", {"shares": 302}, "filing"),
        ("sold", {"shares": 60}, "row"),
        ("sold", {"shares": 50, "knownBy": "2024-05-31"}, "row"),
        ("gave", {"shares": 40}, "row"),
        ("exercised", {"shares": 30, "on": "2024-05-02"}, "row"),
        ("bought", {}, "row"),
    ],
)
def test_what_agrees_is_confirmed(mill: Store, what: str, given: dict[str, Any], agrees: str) -> None:
    assert verdict(mill, "Lindqvist", what, "agrees", **given) == ("confirmed", agrees)


@pytest.mark.parametrize(
    ("what", "given", "said"),
    [
        ("bought", {"shares": 250, "on": "2024-03-05"}, "differs"),
        ("bought", {"shares": 304}, "differs"),
        ("bought", {"shares": 200, "value": 2500, "on": "2024-03-05"}, "differs"),
        ("bought", {"shares": 60, "on": "2024-04-02"}, "contradicted"),
        ("sold", {"shares": 200, "on": "2024-03-05"}, "contradicted"),
        ("bought", {"shares": 200, "on": "2024-03-09"}, "not found"),
        ("granted", {}, "not found"),
        ("bought", {"shares": 200, "on": "2019-03-05"}, "outside coverage"),
        ("bought", {"shares": 200, "on": "2025-03-05"}, "outside coverage"),
        ("sold", {"shares": 60, "knownBy": "2024-05-31"}, "differs"),
        ("holds", {"shares": 700, "on": "2024-12-31"}, "differs"),
    ],
)
def test_what_does_not_agree_is_said_to(mill: Store, what: str, given: dict[str, Any], said: str) -> None:
    assert verdict(mill, "Lindqvist", what, **given) == said


def test_a_later_amendment_is_named(mill: Store) -> None:
    row = "0009900091-24-000002:NT1"
    found = verdict(mill, "Lindqvist", "sold", "rows", "amended", shares=50, knownBy="2024-05-31")
    assert found == ("confirmed", [row], [row])


def test_one_block_and_a_joint_holding_count_once(mill: Store) -> None:
    assert verdict(mill, "Okafor", "bought", "filedShares", shares=900) == ("confirmed", 900.0)
    assert verdict(mill, "Quist", "holds", "agrees", shares=7_000, on="2024-12-31") == ("confirmed", "total")


def test_a_holding_is_that_of_a_day(mill: Store) -> None:
    assert verdict(mill, "Lindqvist", "holds", "filedShares", shares=800, on="2024-03-20") == ("confirmed", 800.0)
    assert verdict(mill, "Lindqvist", "holds", shares=750, on="2024-04-20", knownBy="2024-05-31") == "confirmed"
    assert verdict(mill, "Lindqvist", "holds", shares=740, on="2024-04-20") == "confirmed"


def test_who_holds_nothing_contradicts(world: Store) -> None:
    given = {"issuer": "BRWI", "person": "Mabry", "what": "holds", "shares": 100, "on": "2026-06-30"}
    (row,) = ask(world, "evidence/claim", **given).dicts()
    assert row["verdict"] in ("differs", "contradicted")


def test_a_claim_that_nobody_can_check_is_refused(world: Store) -> None:
    with pytest.raises(UsageError, match="there is no claim 'lost': it is bought, sold"):
        ask(world, "evidence/claim", issuer="BRWI", person="Mabry", what="lost")
