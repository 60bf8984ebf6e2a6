"""What the questions about insiders find in the example filings."""

from datetime import date, timedelta

from graphload.store import Store
from tests.helpers import cells as found
from tests.world import OWNERS, filed, human

BEAUMONT = "0009000122"


def test_who_comes_back_has_the_roles_of_the_latest_filing_alone(world: Store) -> None:
    columns = ("cik", "roles", "title", "other", "exitedOn")
    assert (BEAUMONT, ["director"], None, None, None) in found(world, "insiders/roster", *columns, issuer="MRRW")
    gone = {"issuer": "MRRW", "on": "2025-12-31"}
    assert BEAUMONT not in {cik for cik, *_ in found(world, "insiders/roster", *columns, **gone)}
    left = (BEAUMONT, ["other"], None, "Former officer", date(2025, 8, 14))
    assert left in found(world, "insiders/roster", *columns, **gone, exited=True)


def test_an_amendment_speaks_as_of_its_original(world: Store) -> None:
    days = dict(found(world, "insiders/roster", "insider", "lastSeen", issuer="QFP"))
    assert days["Delphine Marchetti"] == date(2024, 5, 9)


def test_leaving_and_coming_back_are_changes_of_role(world: Store) -> None:
    changes = found(world, "insiders/titles", "roles", "title", "exit", "filing", person=BEAUMONT, issuer="MRRW")
    assert changes == [
        (["officer"], "Chief Scientific Officer", False, "0009900003-22-000003"),
        (["officer"], "Chief Scientific Officer", True, "0009900003-25-000009"),
        (["other"], None, True, "0009900003-25-000012"),
        (["director"], None, False, "0009900003-26-000003"),
    ]


def test_roles_that_were_left_are_no_longer_current(world: Store) -> None:
    columns = ("role", "title", "firstSeen", "lastSeen", "current", "issuer")
    spans = found(world, "insiders/companies", *columns, person=BEAUMONT)
    assert [row[:-1] for row in spans if row[-1].startswith("Merrow")] == [
        ("director", None, date(2026, 4, 20), date(2026, 4, 20), True),
        ("other", "Former officer", date(2025, 8, 14), date(2025, 8, 14), False),
        ("officer", "Chief Scientific Officer", date(2022, 10, 5), date(2025, 7, 2), False),
    ]


def test_newcomers_are_those_with_a_form_3_in_the_stretch(world: Store) -> None:
    last = date(2024, 2, 20)
    expected = {
        (filing.envelope.accession, owner.cik)
        for filing, owner in OWNERS
        if filing.form == "3" and last - timedelta(400) < filed(filing) <= last
    }
    newcomers = found(world, "insiders/newcomers", "filing", "cik", on=last, days=400)
    assert len(newcomers) == len(expected) == 4
    assert {*newcomers} == expected


def test_a_newcomer_may_have_been_here_before(world: Store) -> None:
    before = found(world, "insiders/newcomers", "cik", "before", days=3650)
    assert [each for each in before if each[1]] == [(BEAUMONT, date(2025, 8, 14))]
    assert len(before) > 10


def test_the_stale_are_those_of_whom_nothing_came_for_long(world: Store) -> None:
    days: dict[tuple[str | None, str | None], date] = {}
    gone: set[tuple[str | None, str | None]] = set()
    for filing, owner in OWNERS:
        pair = (owner.cik, filing.issuer.cik)
        days[pair] = filed(filing)
        gone = gone - {pair} | ({pair} if filing.exit else set())
    last = max(days.values())
    expected = {
        (cik, (last - day).days)
        for (cik, issuer), day in days.items()
        if (last - day).days > 1000 and (cik, issuer) not in gone
    }
    stale = found(world, "insiders/stale", "cik", "silent", days=1000)
    assert {*stale} == expected
    assert len(stale) > 5
    assert [silent for _, silent in stale] == sorted(silent for _, silent in stale)


def test_who_ticked_the_exit_box_is_not_stale(world: Store) -> None:
    assert "0009000131" not in {cik for (cik,) in found(world, "insiders/stale", "cik", days=1)}
    assert "0009000132" in {cik for (cik,) in found(world, "insiders/stale", "cik", days=1)}


def test_every_owner_that_is_no_person_is_an_organization_of_some_form(world: Store) -> None:
    forms = dict(found(world, "insiders/organizations", "organization", "form"))
    assert forms.keys() == {"Brightwater Instruments, Inc."} | {
        str(owner.name) for _, owner in OWNERS if not human(owner) and owner.cik != "0009000001"
    }
    assert {name: form for name, form in forms.items() if "Thistlewood Trust" not in name} == {
        "Brightwater Instruments, Inc.": "company",
        "Corvid Capital Corp": "company",
        "Quillfeather Paper Co": "company",
        "Thistlewood Foundation": "foundation",
        "Northlight Ventures IV, L.P.": "fund",
        "Gannet Street GP LLC": "llc",
        "Northlight Capital Management, LLC": "llc",
        "Northlight Ventures IV GP, LLC": "llc",
        "Gannet Street Partners LP": "partnership",
        "Saltmarsh Partners LP": "partnership",
        "Thistlewood Family Limited Partnership": "partnership",
        "Brightwater Instruments, Inc. Employee Stock Ownership Trust": "trust",
        "Tidewell Voting Trust": "trust",
    }


def test_what_makes_a_fund_is_for_the_asker_to_say(world: Store) -> None:
    funds = found(world, "insiders/organizations", "organization", form="fund", funds="Partners")
    assert funds == [("Gannet Street Partners LP",), ("Saltmarsh Partners LP",)]


def test_a_stake_is_one_only_while_the_owner_has_not_left(world: Store) -> None:
    stakes = dict(found(world, "insiders/organizations", "cik", "tenPercentOf"))
    assert (stakes["0009000006"], stakes["0009000041"]) == (2, 0)


def test_others_are_found_by_words_of_the_text(world: Store) -> None:
    everyone = found(world, "insiders/others", "cik", "text", "current")
    assert {each[:2] for each in everyone} == {(owner.cik, owner.other_text) for _, owner in OWNERS if owner.other}
    former = found(world, "insiders/others", "cik", "text", "current", text="FORMER")
    assert former == [each for each in everyone if "Former" in each[1]]
    assert len(former) == 3
    assert all(current is ("Former" not in text) for _, text, current in everyone)
