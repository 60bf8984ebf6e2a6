"""Gifts and transfers that come in again at another holder of the same owners."""

import pytest

from graphload.derive.facts import RowFacts
from tests.derive.made import amending, derived, filing, traded

TRUST = "jane|by trust"


def given(at: int = 0, shares: float = 100, **other: str) -> RowFacts:
    return traded(-shares, 900, at, **{"code": "G", **other})


def taken(at: int = 0, shares: float = 100, holder: str = TRUST, **other: str) -> RowFacts:
    return traded(shares, shares, at, **{"code": "G", "holder": holder, **other})


def pairs(*filings: object) -> dict[str, str]:
    rows = derived(*filings).rows  # type: ignore[arg-type]
    return {id: row["counterpart"] for id, row in rows.items() if row["counterpart"]}


def test_a_gift_to_ones_trust_is_a_pair() -> None:
    assert pairs(filing("a", given(), taken())) == {"a:NT1": "a:NT2", "a:NT2": "a:NT1"}
    apart = pairs(filing("a", given()), filing("b", taken(2), owners="jane joe"))
    assert apart == {"a:NT1": "b:NT1", "b:NT1": "a:NT1"}


@pytest.mark.parametrize(
    "into",
    [taken(3), taken(shares=102), taken(holder="jane"), taken(code="J"), given(holder=TRUST), taken(security="X:N:b")],
)
def test_what_is_no_pair(into: RowFacts) -> None:
    assert pairs(filing("a", given(), into)) == {}


def test_another_owner_is_no_pair() -> None:
    assert pairs(filing("a", given()), filing("b", taken(holder="joe"), owners="joe")) == {}


def test_equal_gifts_are_paired_one_to_one_in_their_order() -> None:
    ada, bob = taken(holder="jane|by ada"), taken(holder="jane|by bob")
    found = pairs(filing("a", given(), given(), ada, bob))
    assert (found["a:NT1"], found["a:NT2"]) == ("a:NT3", "a:NT4")
    assert pairs(filing("a", given(), given(), ada)) == {"a:NT1": "a:NT3", "a:NT3": "a:NT1"}


def test_what_an_amendment_restates_is_no_part_of_a_pair() -> None:
    found = pairs(filing("a", given(), taken()), amending("b", given(shares=101), corrects=True))
    assert "a:NT1" not in found
