"""When positions are one block that several holders report."""

from datetime import date
from typing import Any

import pytest

from graphload.derive.blocks import Position, blocks

DAY = date(2024, 3, 5)
TRADE = (date(2024, 3, 7), "S", 100.0, 12.5)


def position(holder: str, statement: str = "a", place: int = 1, shares: float = 5000.0, **other: Any) -> Position:
    direct = "|" not in holder
    row = f"{statement}:NH{place}"
    trade = (date(2024, 3, 7), None, None, None)
    joint = holder.startswith("group:")
    return Position(holder, "common", shares, DAY, statement, direct, joint, place, row, trade)._replace(**other)


def found(*positions: Position, large: str = "abc") -> list[tuple[str, str, list[str]]]:
    return sorted(
        (each.lead.row, each.basis, [member.holder for member in each.members]) for each in blocks(positions, large)
    )


FUND = position("group:1", place=3)
DEEMED = position("group:1|by fund gp", place=1), position("group:1|by fund manager", place=2)


def test_a_joint_filing_with_one_direct_holder_is_a_chain_of_deemed_owners() -> None:
    holders = ["group:1|by fund gp", "group:1|by fund manager", "group:1"]
    assert found(FUND, *DEEMED) == [("a:NH3", "chain", holders)]


def test_lots_of_one_owner_are_no_block() -> None:
    assert found(position("jane"), position("jane|by trust", place=2)) == []


def test_like_lots_without_a_direct_holder_are_no_block() -> None:
    assert found(*DEEMED) == []


def test_without_a_ten_percent_owner_there_is_no_block() -> None:
    assert found(position("jane"), position("john", "b"), large="") == []
    assert found(position("jane|by fund"), position("john", "b"), large="a") == []


@pytest.mark.parametrize("other", [{"shares": 5001.0}, {"as_of": date(2024, 3, 6)}, {"security": "class b"}])
def test_another_balance_day_or_security_is_another_block(other: dict[str, Any]) -> None:
    assert found(position("fund"), position("gp|by fund", "b", **other)) == []


def test_nothing_owned_is_no_block() -> None:
    assert found(position("fund", shares=0.0), position("gp|by fund", "b", shares=0.0)) == []


def test_what_a_deemed_owner_files_apart_is_the_same_block() -> None:
    assert found(position("gp|by fund", "b"), position("fund")) == [("a:NH1", "filings", ["gp|by fund", "fund"])]
    assert found(position("gp|by fund"), position("man|by fund", "b")) == [
        ("a:NH1", "filings", ["gp|by fund", "man|by fund"])
    ]


def test_two_direct_holders_are_two_blocks() -> None:
    assert found(position("fund"), position("other fund", "b")) == []


def test_one_report_split_over_filings_is_one_block() -> None:
    one, two = position("group:1", trade=TRADE), position("group:2", "b", trade=TRADE)
    assert found(one, two) == [("a:NH1", "split", ["group:1", "group:2"])]
    assert found(one, two._replace(trade=(*TRADE[:3], 12.6))) == []


def test_equal_lots_of_a_split_report_are_paired_in_their_order() -> None:
    first = [position(f"group:1|by trust {place}", place=place, trade=TRADE) for place in (1, 2)]
    second = [position(f"group:2|by trust {place}", "b", place=place, trade=TRADE) for place in (1, 2)]
    assert found(*first, *reversed(second)) == [
        ("a:NH1", "split", ["group:1|by trust 1", "group:2|by trust 1"]),
        ("a:NH2", "split", ["group:1|by trust 2", "group:2|by trust 2"]),
    ]
    assert found(*first, second[0]) == []


def test_a_chain_and_a_filing_apart_are_one_block() -> None:
    apart = position("man|by fund", "b")
    assert found(FUND, *DEEMED, apart) == [
        ("a:NH3", "filings", ["group:1|by fund gp", "group:1|by fund manager", "group:1", "man|by fund"])
    ]


def test_equal_grants_of_two_large_owners_are_two() -> None:
    one, two = position("jane", trade=TRADE), position("john", "b", trade=TRADE)
    assert found(one, two) == []
