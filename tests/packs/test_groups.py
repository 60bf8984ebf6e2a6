"""What the pack `groups` says of the example filings, beside their facts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from examples.world import FILINGS
from examples.world.cast import (
    AUGUSTA,
    BRIGHTWATER,
    CORVID,
    DRUMMOND,
    GANNET,
    MERROW,
    QUILLFEATHER,
    TIDEWELL,
    TRUSTS,
)
from graphload.ask import ask
from graphload.filing.values import Filing
from graphload.store import Store
from tests.world import ISSUERS, ciks


def asked(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return [*ask(store, f"groups/{name}", **given).dicts()]


def families(filings: Iterable[Filing], together: int) -> set[frozenset[str]]:
    """Return who belongs together by so many joint filings, with whoever belongs together with them."""
    pairs = Counter(pair for each in filings for pair in combinations(sorted(map(str, ciks(each))), 2))
    found: list[set[str]] = []
    for pair in (pair for pair, times in pairs.items() if times >= together):
        touched = [each for each in found if not each.isdisjoint(pair)]
        found = [each for each in found if each not in touched] + [set(pair).union(*touched)]
    return {frozenset(each) for each in found}


def test_a_joint_filing_leads_to_all_who_file_with_its_owners(world: Store) -> None:
    for each in filter(lambda each: len(each.owners) > 1, FILINGS):
        (family,) = (family for family in families(FILINGS, 1) if ciks(each)[0] in family)
        members = asked(world, "joint", filing=each.envelope.accession)
        assert {member["cik"] for member in members} == family
        assert {member["cik"] for member in members if member["steps"] == 0} == {*ciks(each)}
        owners = asked(world, "joint", owner=ciks(each)[0])
        assert {member["cik"]: min(member["steps"], 1) for member in owners} == {
            cik: int(cik != ciks(each)[0]) for cik in family
        }


def test_without_an_owner_or_a_filing_nobody_files_jointly(world: Store) -> None:
    assert asked(world, "joint") == []
    assert [row["steps"] for row in asked(world, "joint", owner="Mabel Quist")] == [0]


@pytest.mark.parametrize("together", [1, 2, 5, 6])
def test_families_are_those_of_the_world(world: Store, together: int) -> None:
    found = asked(world, "families", together=together)
    assert {frozenset(row["ciks"]) for row in found} == families(FILINGS, together)
    for row in found:
        joint = [each for each in FILINGS if len({*ciks(each)} & {*row["ciks"]}) > 1]
        assert (row["size"], row["filings"]) == (len(row["members"]), len(joint))
        assert row["lastSeen"] == max(each.envelope.filed_on for each in joint if each.envelope.filed_on)
        assert row["hubs"] == []


def test_a_block_is_one_direct_holder_and_deemed_owners(world: Store) -> None:
    chain = asked(world, "blocks", issuer=MERROW.cik, basis="chain")
    assert [(row["counts"], row["direct"], row["shares"], row["positions"]) for row in chain] == [
        (True, True, 2_900_000.0, 4),
        *[(False, False, 2_900_000.0, 4)] * 3,
    ]
    assert {row["named"] for row in chain[1:]} == {
        "Northlight Ventures IV, L.P.", "Northlight Ventures IV GP, LLC", "Northlight Capital Management, LLC",
    }  # fmt: skip
    assert {row["block"] for row in chain} == {*chain[0]["rows"]}


def test_a_block_that_is_named_is_told_though_its_days_differ(world: Store) -> None:
    block = asked(world, "blocks", issuer=BRIGHTWATER.cik)
    assert [(row["basis"], row["counts"], row["owners"], row["shares"]) for row in block] == [
        ("names", True, ["Corvid Capital Corp"], 1_200_000.0),
        ("names", False, ["Cassius Drummond"], 1_150_000.0),
    ]
    assert block == asked(world, "blocks", owner=DRUMMOND.cik)
    assert asked(world, "blocks", owner=GANNET.cik) == []


def test_a_report_in_two_parts_is_one_block(world: Store) -> None:
    parts = asked(world, "blocks", issuer=TIDEWELL.cik)
    assert [(row["basis"], row["counts"], len(row["owners"])) for row in parts] == [
        ("split", True, 10),
        ("split", False, 3),
    ]
    assert {row["basis"] for row in asked(world, "blocks", owner=TRUSTS[7].cik)} == {"split"}
    assert parts == asked(world, "blocks", owner=AUGUSTA.cik)


def test_companies_that_own_are_those_of_the_world(world: Store) -> None:
    reported = {(str(who.cik), str(each.issuer.cik)) for each in FILINGS for who in each.owners if who.cik in ISSUERS}
    found = asked(world, "company-owners")
    assert {(row["cik"], row["issuerCik"]) for row in found} == reported
    (row,) = asked(world, "company-owners", issuer=CORVID.cik, of=BRIGHTWATER.cik)
    assert (row["shares"], row["asOf"], row["joint"]) == (1_200_000.0, date(2023, 9, 12), False)


def ways(edges: dict[str, set[str]], path: list[str], links: int) -> Iterator[list[str]]:
    """Yield the paths of at most so many links that go on from one, none of which has anybody twice."""
    if len(path) > 2:
        yield path
    if len(path) <= links:
        for end in edges[path[-1]].difference(path):
            yield from ways(edges, [*path, end], links)


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 6])
def test_paths_are_those_of_the_world(world: Store, depth: int) -> None:
    edges = defaultdict(set)
    for each in FILINGS:
        for who in each.owners:
            if who.cik in ISSUERS or not (who.director or who.officer_title):
                edges[str(who.cik)].add(str(each.issuer.cik))
    people = {DRUMMOND.cik, "0009000123", "0009000143", "0009000131", "0009000132"}
    expected = sorted(path for start in {*edges} - people for path in ways(edges, [start], depth))
    found = asked(world, "paths", depth=depth)
    assert sorted(row["ciks"] for row in found) == expected
    assert all(len(row["filings"]) == len(row["rows"]) == row["links"] == len(row["path"]) - 1 for row in found)
    assert bool(expected) == (depth > 1)


def test_the_ring_of_the_world_is_found(world: Store) -> None:
    (ring,) = asked(world, "cycles")
    assert ring["ciks"] == [BRIGHTWATER.cik, QUILLFEATHER.cik, CORVID.cik]
    assert ring["oldest"] == date(2021, 8, 2)
    assert asked(world, "cycles", issuer=QUILLFEATHER.cik) == [ring]
    assert asked(world, "cycles", issuer=MERROW.cik) == asked(world, "cycles", depth=2) == []


def test_what_is_counted_too_often_is_told_by_cause(world: Store) -> None:
    for row in asked(world, "double-counts"):
        assert row["joint"] + row["blocks"] + row["named"] == row["excess"] == row["naive"] - row["once"]
        held = ask(world, "ownership/holders", issuer=row["cik"], security=row["security"]).dicts()
        assert sum(each["shares"] or 0 for each in held) == row["once"]
    (merrow,) = asked(world, "double-counts", issuer=MERROW.cik)
    alone = 755_350 + 150_000 + 86_000 + 2_000
    assert (merrow["naive"], merrow["once"]) == (16 * 2_900_000 + alone, 2_900_000 + alone)
    assert (merrow["joint"], merrow["blocks"], merrow["named"]) == (3 * 2_900_000, 12 * 2_900_000, 0)
    (brightwater,) = asked(world, "double-counts", issuer=BRIGHTWATER.cik)
    assert (brightwater["named"], brightwater["leftOut"]) == (1_150_000, ["0009000006-21-000012:NH1"])


def test_who_stands_behind_a_holding_is_told_from_the_record_holder_up(world: Store) -> None:
    columns = ("shares", "step", "who", "how", "behind")
    corvid, drummond = [
        tuple(row[column] for column in columns)
        for row in asked(world, "who-really", issuer="BRWI", owner=DRUMMOND.cik)
    ]
    assert corvid == (1_200_000.0, 0, "Corvid Capital Corp", "holds", None)
    assert drummond == (1_200_000.0, 1, "Cassius Drummond", "through", "Corvid Capital Corp")
    trust, *family = asked(world, "who-really", issuer="TWMB", owner=AUGUSTA.cik)[:13]
    assert (trust["who"], trust["step"], trust["shares"]) == ("Tidewell Voting Trust", 0, 4_000_000.0)
    assert {row["cik"] for row in family} >= {TRUSTS[7].cik, AUGUSTA.cik}
    assert {row["filing"] for row in family} == {"0009900001-23-000030", "0009900001-23-000031"}
    chain = [row for row in asked(world, "who-really", issuer="MRRW") if row["shares"] == 2_900_000]
    assert len(chain) == len({row["cik"] for row in chain}) == 4
    assert {len(row["rows"]) for row in chain} == {4}


def test_holdings_of_one_party_are_left_out(world: Store) -> None:
    assert asked(world, "who-really", issuer="BRWI", owner="Per Lindqvist") == []
    (alone,) = asked(world, "who-really", issuer="BRWI", owner="Per Lindqvist", least=1)
    assert (alone["how"], alone["behind"]) == ("holds", None)
    assert asked(world, "who-really", issuer="BRWI", owner=DRUMMOND.cik, on="2021-08-31") == []
