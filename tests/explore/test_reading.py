"""What is read for a picture, on each engine, against the questions that answer the same."""

from datetime import date

import pytest

from graphload.ask import ask
from graphload.errors import UsageError
from graphload.explore import drawn, page, read, subject
from graphload.explore.facts import Kind
from graphload.store import Store

ON = date(2026, 6, 30)


def test_the_positions_of_an_owner_are_those_of_its_stake(world: Store) -> None:
    people = world.read("MATCH (p:Person)-[:FILED]->() RETURN DISTINCT p.id ORDER BY p.id LIMIT 12").rows
    assert len(people) == 12
    for (id,) in people:
        stake = ask(world, "ownership/stake", person=id, on=ON).dicts()
        facts = read(world, subject(world, id), ON)
        found = [
            (each.amounts.shares, each.as_of, each.filing, facts.securities[each.security].title)
            for each in facts.positions
            if each.ended is None
        ]
        asked = [(row["shares"], row["asOf"], row["filing"], row["security"]) for row in stake]
        assert sorted(found, key=str) == sorted(asked, key=str), id


def test_every_holder_of_an_issuer_is_there(world: Store) -> None:
    facts = read(world, subject(world, "BRWI"), ON)
    asked = ask(world, "ownership/holders", issuer="BRWI", on=ON, derivatives=True).dicts()
    rows = {row for each in facts.positions if each.ended is None for row in each.rows}
    assert {row for each in asked for row in each["rows"]} <= rows
    assert {each.issuer for each in facts.securities.values()} == {"0009000001"}


def test_every_row_of_a_filing_is_there(world: Store) -> None:
    about = subject(world, "000104656822000002")
    assert (about.kind, about.name) == (Kind.FILING, "Form 4, 2022-03-09, Allied Motion Technologies Inc")
    facts = read(world, about, ON)
    assert [(each.rows[0].split(":")[1], each.caption) for each in facts.positions] == [
        ("NT1", "F −216 → 104k"),
        ("NT2", "A +2,192 → 106k"),
        ("NT3", "A +2,192 → 108k"),
        ("NH1", "4,275"),
    ]
    assert facts.filings[about.id].link == (
        "https://www.sec.gov/Archives/edgar/data/46129/000104656822000002/0001046568-22-000002-index.htm"
    )
    assert next(iter(facts.vehicles.values())).name == "ESOP Trust"
    assert ("code", "F: ") in [(name, value[:3]) for name, value in facts.rows[f"{about.id}:NT1"].cells]


def test_three_nodes_of_robert_maida(world: Store) -> None:
    made = drawn(world, subject(world, "Robert Maida"), ON)
    boxes = {(box.kind, box.name) for box in made.boxes}
    assert boxes == {
        ("person", "Robert P Maida"),
        ("direct", "directly"),
        ("vehicle", "ESOP Trust"),
        ("amount", "108k"),
        ("amount", "4,275"),
        ("security", "Common Stock"),
    }
    assert "Allied Motion Technologies Inc (AMOT)" in page(made)


def test_footnotes_that_a_row_cites_are_its_evidence(world: Store) -> None:
    facts = read(world, subject(world, "BRWI"), ON)
    notes = {note for row in facts.rows.values() for note in row.footnotes}
    assert notes and all(note[0] == "F" and ": " in note for note in notes)


def test_a_balance_before_it_ended_is_drawn_on_its_day(world: Store) -> None:
    early, late = (drawn(world, subject(world, "BRWI"), date(year, 1, 1)).facts for year in (2021, 2026))
    assert len(early.positions) < len(late.positions)
    assert all(each.as_of and each.as_of <= date(2021, 1, 1) for each in early.positions)


def test_organizations_and_issuers_have_pictures(world: Store) -> None:
    parties = world.read("MATCH (p:Organization|Issuer) RETURN p.id ORDER BY p.id DESC LIMIT 12").rows
    assert len(parties) == 12
    for (id,) in parties:
        assert drawn(world, subject(world, id), ON).boxes


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("BRWI", Kind.ISSUER, "0009000001"),
        ("maida robert", Kind.OWNER, "0009000161"),
        ("CRVD", Kind.ISSUER, "0009000006"),
        ("0001046568-22-000002", Kind.FILING, "0001046568-22-000002"),
    ],
)
def test_a_text_means_a_party_or_a_filing(world: Store, text: str, kind: Kind, id: str) -> None:
    found = subject(world, text)
    assert (found.kind, found.id) == (kind, id)


def test_a_company_that_owns_is_drawn_as_an_owner_where_asked(world: Store) -> None:
    assert subject(world, "CRVD", owner=True).kind is Kind.OWNER


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gannet Street", "'Gannet Street' may mean Gannet Street GP LLC (0009000032), "),
        ("nobody at all", "there is no issuer or reporting owner 'nobody at all' in this store"),
        ("0001046568-22-000003", "there is no filing '0001046568-22-000003' in this store"),
        ("", "there is no issuer or reporting owner '' in this store"),
    ],
)
def test_what_means_nobody_or_several_is_a_sentence(world: Store, text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        subject(world, text)
    assert str(error.value).startswith(said)
