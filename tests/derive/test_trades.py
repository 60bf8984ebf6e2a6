"""Which transactions are of one block, and which row of them counts."""

from datetime import date, timedelta
from typing import Any

from graphload.derive.amendments import effect
from graphload.derive.balances import Ordered
from graphload.derive.facts import FilingFacts, OwnerFacts, RowFacts
from graphload.derive.trades import repeated

DAY = date(2024, 3, 5)


def bought(row: str, holder: str, shares: float = 49.0, after: float | None = 500.0, **other: Any) -> RowFacts:
    filing, place = row.split("-")
    said: dict[str, Any] = {"date": DAY, "code": "P", "acquired": True, "price": 2.0}
    return RowFacts(
        f"{filing}:NT{place}", filing, int(place), "common", holder, shares=shares, shares_after=after, **said | other
    )


def found(*rows: RowFacts, large: str = "abcd", amendments: str = "") -> dict[str, str]:
    filings = [
        FilingFacts(
            id, "4/A" if id in amendments else "4", id in amendments, DAY + timedelta(1 + 9 * (id in amendments)),
            DAY + timedelta(1) if id in amendments else None, DAY, DAY + timedelta(1), owners=(OwnerFacts("fund"),),
            rows=tuple(row for row in rows if row.filing == id),
        )
        for id in sorted({row.filing for row in rows})
    ]  # fmt: skip
    order = Ordered({filing.id: filing for filing in filings}, effect(filings))
    return {row.replace(":NT", "-"): lead.replace(":NT", "-") for row, lead in repeated(rows, order, {*large}).items()}


def test_the_direct_and_the_indirect_row_of_a_joint_filing_are_one() -> None:
    assert found(bought("a-1", "group:1|by fund"), bought("a-2", "group:1")) == {"a-1": "a-2", "a-2": "a-2"}


def test_three_filings_of_one_block_are_one() -> None:
    rows = bought("a-1", "fund"), bought("b-1", "gp|by fund"), bought("c-1", "man|by fund")
    assert found(*rows) == dict.fromkeys(("a-1", "b-1", "c-1"), "a-1")


def test_what_two_hold_directly_or_no_large_owner_holds_stays_apart() -> None:
    assert found(bought("a-1", "fund"), bought("b-1", "sister", price=3.0)) == {}
    assert found(bought("a-1", "fund"), bought("b-1", "gp|by fund"), large="a") == {}


def test_other_shares_balance_day_or_code_are_another_trade() -> None:
    others: tuple[dict[str, Any], ...] = (
        {"shares": 50.0},
        {"after": 501.0},
        {"date": DAY + timedelta(1)},
        {"code": "J"},
        {"after": None},
    )
    for other in others:
        assert found(bought("a-1", "fund"), bought("b-1", "gp|by fund", **other)) == {}


def test_a_block_that_is_sold_whole_is_one() -> None:
    sale: dict[str, Any] = {"code": "S", "acquired": False, "after": 0.0}
    rows = bought("a-1", "fund", **sale), bought("b-1", "gp|by fund", **sale)
    assert found(*rows) == {"a-1": "a-1", "b-1": "a-1"}


def test_equal_tranches_are_paired_in_their_order() -> None:
    first = [bought(f"a-{place}", "fund") for place in (1, 2)]
    second = [bought(f"b-{place}", "gp|by fund") for place in (1, 2)]
    assert found(*first, *second) == {"a-1": "a-1", "b-1": "a-1", "a-2": "a-2", "b-2": "a-2"}


def test_tranches_and_their_sum_are_one() -> None:
    tranches = bought("b-1", "fund", 30.0, 481.0), bought("b-2", "fund", 19.0)
    assert found(bought("a-1", "gp|by fund"), *tranches) == {"a-1": "b-1", "b-1": "b-1", "b-2": "b-2"}


def test_one_tranche_that_both_list_is_one_though_the_day_is_not() -> None:
    rows = bought("a-1", "fund"), bought("a-2", "fund", 51.0, 551.0), bought("b-1", "gp|by fund")
    assert found(*rows) == {"a-1": "a-1", "b-1": "a-1"}


def test_the_row_that_leads_is_in_both_answers() -> None:
    """The fund's row is restated: the partner's leads, which stands in either answer."""
    rows = bought("a-1", "fund"), bought("b-1", "gp|by fund"), bought("d-1", "fund", price=3.0)
    assert found(*rows, amendments="d") == dict.fromkeys(("a-1", "b-1", "d-1"), "b-1")
