"""An issuer with many filings: derived in parts, with the same facts as when derived as a whole."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from examples.world import FILINGS
from graphload.check.recompute import differences
from graphload.filing.values import Filing, Owner
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store
from tests.contents import contents

BRIGHTWATER = FILINGS[0].issuer


def other(owner: Owner, number: int) -> Owner:
    """Return the same owner under another CIK and name."""
    return replace(owner, cik=f"{number}{str(owner.cik)[3:]}", name=f"{owner.name} {'ABCDEFGH'[number - 100]}")


def copies(number: int) -> list[Filing]:
    """Return the example filings of one issuer again, by other owners and of other days if `number` says so."""
    return [
        replace(
            filing,
            issuer=BRIGHTWATER,
            envelope=replace(filing.envelope, accession=f"00000{number:05}-24-{place:06}", parties=()),
            owners=tuple(other(owner, 100 + number) for owner in filing.owners) if number else filing.owners,
            period_of_report=filing.period_of_report + timedelta(number // 3),
        )
        for place, filing in enumerate(FILINGS)
    ]


MANY = [filing for number in range(4) for filing in copies(number)]


@pytest.mark.long_on_neo4j
def test_parts_give_what_the_whole_gives(store: Store) -> None:
    store.prepare()
    store.replace([rows(each) for each in MANY])
    derive(store, size=10_000)
    whole = contents(store)
    assert [*differences(store)] == []
    store.write("MATCH (n) DETACH DELETE n")
    store.prepare()
    shuffled = random.Random(7).sample(MANY, len(MANY))
    for start in range(0, len(shuffled), 60):
        store.replace([rows(each) for each in shuffled[start : start + 60]])
        derive(store, size=20)
    assert contents(store) == whole


def test_what_is_taken_out_of_a_big_issuer_leaves_nothing(store: Store) -> None:
    store.prepare()
    store.replace([rows(each) for each in MANY[:100]])
    derive(store, size=20)
    before = contents(store)
    more = [rows(each) for each in MANY[100:160]]
    store.replace(more)
    derive(store, size=20)
    store.remove([each.filing.id for each in more])
    derive(store, size=20)
    assert contents(store) == before
