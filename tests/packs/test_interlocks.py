"""What the pack `interlocks` says of the example filings, and of seats made for it."""

from datetime import date
from typing import Any

import pytest

from examples.world.cast import (
    ABARA,
    BEAUMONT,
    BRIGHTWATER,
    CORVID_AS_OWNER,
    DRUMMOND,
    GANNET,
    HALCYON,
    HARGREAVES,
    LINDQVIST,
    MABRY,
    NORTHLIGHT,
    OKAFOR,
    PELL,
    QUIST,
    TALLIS,
    WREN,
    Party,
)
from examples.world.compose import filing, holding, owner
from graphload.ask import ask
from graphload.filing.values import Filing, Issuer
from graphload.store import Store
from tests.packs.planting import MILL, put
from tests.world import PEOPLE, SEEN, board, seats, together

FORGE = Issuer("0009000092", "Pintail Forge", "PTF")
YARD = Issuer("0009000093", "Quern Yards", "QRN")
LATER_MILL = Issuer("0009000094", "Ossifrage Holdings", "OSH")


def asked(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"interlocks/{name}", **given).dicts()]


class Desk:
    """Makes filings about seats, one number after the other."""

    def __init__(self) -> None:
        self.number = 0

    def seat(self, issuer: Issuer, who: Party | list[Party], on: str, *, left: bool = False, **roles: Any) -> Filing:
        self.number += 1
        owners = [owner(each, **(roles or {"director": True})) for each in (who if isinstance(who, list) else [who])]
        accession, form = f"0009900091-24-{self.number:06}", "5" if left else "3"
        return filing(accession, form, issuer, owners, on, [holding(100)], left=left, period=on, signed=WREN)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_seats_are_those_of_the_world(world: Store) -> None:
    """Of those with two issuers, Abara and Tallis left one, Quist and Beaumont advise one; others are too old."""
    found = {row["cik"] for row in asked(world, "seats", stale=100_000)}
    several = {person for person in PEOPLE if len(seats(person)) > 1}
    assert several - found == {ABARA.cik, TALLIS.cik, QUIST.cik, BEAUMONT.cik}
    assert {row["cik"] for row in asked(world, "seats")} == {LINDQVIST.cik, HARGREAVES.cik}
    (row,) = asked(world, "seats", issuer="KMAR")
    assert (row["since"], row["titles"]) == (date(2026, 4, 10), ["director, Chief Executive Officer", "director"])
    assert asked(world, "seats", issuer="KMAR", on="2026-04-09") == []


def test_seats_count_only_at_once_and_by_role(store: Store, desk: Desk) -> None:
    put(
        store,
        desk.seat(MILL, PELL, "2015-03-02"),
        desk.seat(FORGE, PELL, "2018-03-02"),  # years after the other
        desk.seat(FORGE, TALLIS, "2018-03-02"),
        desk.seat(MILL, TALLIS, "2018-03-05", ten=True),  # a 10% owner only
        desk.seat(FORGE, NORTHLIGHT, "2018-03-02"),
        desk.seat(MILL, NORTHLIGHT, "2018-03-05"),  # a partnership
        desk.seat(FORGE, MABRY, "2018-03-02"),
        desk.seat(MILL, MABRY, "2017-03-02"),
        desk.seat(MILL, MABRY, "2018-03-05", left=True),  # gone by the box
        desk.seat(FORGE, LINDQVIST, "2017-03-02"),
        desk.seat(MILL, LINDQVIST, "2017-06-02", title="Treasurer"),
    )
    columns = ("person", "issuers", "titles", "since", "successor")
    assert [[row[column] for column in columns] for row in asked(store, "seats")] == [
        ["Per Anders Lindqvist", [MILL.name, FORGE.name], ["Treasurer", "director"], date(2017, 6, 2), False]
    ]
    assert {row["cik"] for row in asked(store, "seats", stale=2_000)} == {LINDQVIST.cik, PELL.cik}
    assert {row["cik"] for row in asked(store, "seats", on="2018-03-04")} == {LINDQVIST.cik, MABRY.cik}
    assert asked(store, "seats", roles=["director"]) == []
    assert {row["cik"] for row in asked(store, "seats", roles=["director", "tenPercentOwner"])} == {TALLIS.cik}


def test_a_successor_of_an_issuer_is_marked(store: Store, desk: Desk) -> None:
    renamed = Issuer(LATER_MILL.cik, str(MILL.name).upper(), None)
    put(
        store,
        desk.seat(MILL, PELL, "2018-03-02"),
        desk.seat(renamed, PELL, "2018-03-05"),
        desk.seat(LATER_MILL, PELL, "2018-04-05"),
        desk.seat(FORGE, TALLIS, "2018-03-02"),
        desk.seat(MILL, TALLIS, "2018-03-05"),
    )
    assert {row["cik"]: row["successor"] for row in asked(store, "seats")} == {PELL.cik: True, TALLIS.cik: False}


def test_pairs_are_those_of_the_world(world: Store) -> None:
    (row,) = asked(world, "pairs")
    expected = {
        person
        for person in board(BRIGHTWATER) & board(HALCYON)
        if together((person, BRIGHTWATER.cik), (person, HALCYON.cik))
    }
    assert (row["ciks"], row["shared"]) == ([BRIGHTWATER.cik, HALCYON.cik], len(expected))
    spans = [SEEN[LINDQVIST.cik, issuer.cik] for issuer in (BRIGHTWATER, HALCYON)]
    assert row["overlaps"][1] == f"{max(map(min, spans))} to {min(map(max, spans))}"
    assert asked(world, "pairs", issuer="CRVD") == []


def test_pairs_share_people_who_were_there_at_once(store: Store, desk: Desk) -> None:
    put(
        store,
        desk.seat(MILL, PELL, "2015-03-02"),
        desk.seat(MILL, PELL, "2016-03-02"),
        desk.seat(FORGE, PELL, "2016-03-03"),  # the day after
        desk.seat(MILL, NORTHLIGHT, "2018-03-02"),
        desk.seat(FORGE, NORTHLIGHT, "2018-03-02"),  # a partnership that files as a director
        desk.seat(MILL, TALLIS, "2018-03-02"),
        desk.seat(FORGE, TALLIS, "2018-03-02", title="Treasurer"),  # an officer there
        desk.seat(MILL, ABARA, "2017-03-02"),
        desk.seat(MILL, ABARA, "2018-03-02", left=True, other="Former director"),
        desk.seat(YARD, ABARA, "2018-03-02"),
    )
    assert [(row["ciks"], row["people"], row["overlaps"]) for row in asked(store, "pairs")] == [
        ([MILL.cik, YARD.cik], ["Ngozi C Abara"], ["2018-03-02 to 2018-03-02"])
    ]
    assert asked(store, "pairs", overlap=2) == []
    longer = {row["ciks"][1]: row["people"] for row in asked(store, "pairs", overlap=2, stale=2)}
    assert longer == {FORGE.cik: ["Rosamund Pell"]}
    either = {row["ciks"][1]: row["people"] for row in asked(store, "pairs", roles=["director", "officer"])}
    assert either == {FORGE.cik: ["Imogen Tallis"], YARD.cik: ["Ngozi C Abara"]}
    assert asked(store, "pairs", hub=1) == []


def test_a_portfolio_has_an_owner_and_a_director_in_common(world: Store) -> None:
    (row,) = asked(world, "portfolio")
    assert row["ciks"] == [CORVID_AS_OWNER.cik, BRIGHTWATER.cik, HALCYON.cik]
    assert (row["people"], row["joint"]) == (["Ngozi C Abara", "Per Anders Lindqvist"], 0)
    assert asked(world, "portfolio", stale=100) == []
    assert asked(world, "portfolio", owner=DRUMMOND.cik) == []


def test_a_portfolio_has_a_director_beside_its_owner(store: Store, desk: Desk) -> None:
    put(
        store,
        desk.seat(MILL, NORTHLIGHT, "2018-03-02", ten=True),
        desk.seat(FORGE, NORTHLIGHT, "2018-04-02", ten=True),
        desk.seat(MILL, [OKAFOR, GANNET], "2018-03-02", director=True, ten=True),
        desk.seat(FORGE, [OKAFOR, GANNET], "2018-04-02", director=True, ten=True),
        desk.seat(YARD, [OKAFOR, GANNET], "2018-04-02", director=True),  # no stake there
        desk.seat(MILL, HARGREAVES, "2018-03-02", ten=True),
        desk.seat(FORGE, HARGREAVES, "2018-03-02", title="Treasurer"),  # an officer there
        desk.seat(MILL, PELL, "2018-03-02"),
        desk.seat(FORGE, PELL, "2020-03-02"),
        desk.seat(MILL, PELL, "2019-03-02", left=True),  # gone before the other
    )
    found = {row["owner"]: (row["people"], row["joint"]) for row in asked(store, "portfolio")}
    okafor = ["Adaeze Okafor"]
    assert found == {"Northlight Ventures IV, L.P.": (okafor, 0), "Gannet Street Partners LP": (okafor, 1)}
    assert {row["owner"] for row in asked(store, "portfolio", stale=0)} == set()


def test_two_who_were_together_and_two_who_just_missed_each_other(world: Store) -> None:
    columns = ("issuer", "begins", "days", "gap", "joint")
    apart = asked(world, "together", person="Imogen Tallis", other="Dunstan Hargreaves")
    assert [[row[column] for column in columns] for row in apart] == [
        ["Kestrel Maritime plc", None, 0, 1, 0],
        ["Halcyon Harbor Bancorp", None, 0, 6, 0],
    ]
    spans = [SEEN[person.cik, HALCYON.cik] for person in (PELL, LINDQVIST)]
    met = asked(world, "together", person="Rosamund Pell", other="Per Lindqvist")
    assert [row["days"] for row in met] == [max((min(map(max, spans)) - max(map(min, spans))).days + 1, 0)]


def test_joint_filers_are_told_from_those_who_met(world: Store) -> None:
    (row,) = asked(world, "together", person="Rosamund Pell", other="Gannet Street Partners LP")
    assert (row["joint"], row["days"], row["gap"]) == (1, 1, None)
    assert asked(world, "together", person="Rosamund Pell", other="Rosamund Pell") == []
    assert asked(world, "together", person="Rosamund Pell", other="Robert Maida") == []
