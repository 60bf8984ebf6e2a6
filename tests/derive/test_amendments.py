"""Which filing an amendment amends, and which rows it restates."""

from datetime import date, timedelta

import pytest

from graphload.derive.amendments import Effect, Link, effect
from graphload.derive.facts import FilingFacts, OwnerFacts, RowFacts

DAY = date(2024, 3, 5)
NEXT = DAY + timedelta(2)


def sold(place: int, shares: float, after: float, filing: str = "o", **other: object) -> RowFacts:
    said: dict[str, object] = {
        "security": "common", "holder": "jane", "date": DAY, "code": "S", "acquired": False, "price": 10.0,
    }  # fmt: skip
    return RowFacts(f"{filing}:NT{place}", filing, place, shares=shares, shares_after=after, **said | other)  # type: ignore[arg-type]


def held(place: int, after: float | None, filing: str = "o", holder: str = "jane|trust") -> RowFacts:
    return RowFacts(f"{filing}:NH{place}", filing, 10 + place, "common", holder, shares_after=after)


def original(
    *rows: RowFacts, id: str = "o", filed: date | None = NEXT, period: date = DAY, owners: str = "jane"
) -> FilingFacts:
    who = tuple(map(OwnerFacts, owners.split()))
    return FilingFacts(id, "4", False, filed, None, period, filed or period, owners=who, rows=rows)


def amending(
    *rows: RowFacts,
    id: str = "a",
    filed: date = NEXT + timedelta(9),
    of: date | None = NEXT,
    owners: str = "jane",
    corrects: bool = False,
) -> FilingFacts:
    who = tuple(map(OwnerFacts, owners.split()))
    return FilingFacts(id, "4/A", True, filed, of, DAY, of or filed, None, corrects, who, rows)


def done(*filings: FilingFacts) -> Effect:
    return effect(filings)


def test_an_amendment_amends_what_was_filed_on_the_day_it_names() -> None:
    found = done(original(), original(id="later", filed=NEXT + timedelta(1)), amending())
    assert found.links == [Link("a", "o", "filing date and period", "high")]
    assert found.lineage == {"a": "o"}


@pytest.mark.parametrize(
    ("first", "second", "link"),
    [
        # nothing agrees, or the only candidate came after it
        (original(period=NEXT, filed=DAY), amending(), None),
        (original(filed=NEXT + timedelta(20)), amending(of=NEXT + timedelta(20)), None),
        (original(filed=None), amending(), Link("a", "o", "period", "low")),
        (original(period=NEXT), amending(), Link("a", "o", "filing date", "high")),
        (original(owners="jane fund"), amending(), Link("a", "o", "filing date and period", "medium")),
    ],
)
def test_a_link_says_what_agrees(first: FilingFacts, second: FilingFacts, link: Link | None) -> None:
    assert done(first, second).links == ([link] if link else [])


def test_of_two_filings_of_one_day_the_one_with_its_rows_is_amended() -> None:
    one, other = original(sold(1, 5, 95)), original(sold(1, 7, 88, "p"), id="p")
    for filings in ((one, other), (other, one)):
        found = done(*filings, amending(sold(1, 5, 95, "a")))
        assert found.links == [Link("a", "o", "filing date and period", "medium")]


@pytest.mark.parametrize(
    ("restated", "linked"),
    [(sold(1, 5, 95, "a", price=11.0), True), (sold(1, 800, 3, "a"), False), (held(1, 9, "a", "jane|ira"), False)],
)
def test_a_filing_of_another_day_is_amended_only_with_a_row_in_common(restated: RowFacts, linked: bool) -> None:
    found = done(original(sold(1, 5, 95), held(1, 50)), amending(restated, of=NEXT + timedelta(1)))
    assert found.links == ([Link("a", "o", "period", "low")] if linked else [])


@pytest.mark.parametrize(
    "restated",
    [
        sold(1, 5, 95, "a"),
        sold(1, 5, 95, "a", price=11.0),
        sold(1, 5, 96, "a"),
        sold(1, 6, 95, "a"),
        sold(1, 5, 95, "a", holder="jane|trust"),
        sold(1, 5, 95, "a", security="class a"),
        sold(1, 5, 95, "a", date=DAY - timedelta(1)),
        sold(1, 5, 95, "a", code="F"),
    ],
)
def test_one_thing_corrected_restates_the_row(restated: RowFacts) -> None:
    found = done(original(sold(1, 5, 95), sold(2, 3, 92), held(1, 50)), amending(restated))
    assert found.superseded == {"o:NT1": "a:NT1"}
    assert found.rank == {"a:NT1": 1}


def test_a_row_that_goes_on_from_the_last_is_added() -> None:
    found = done(original(sold(1, 5, 95), held(1, 50)), amending(sold(1, 4, 91, "a"), held(1, 60, "a", "jane|spouse")))
    assert found.superseded == {}
    assert found.rank == {"a:NT1": 12, "a:NH1": 22}


def test_a_row_of_the_same_size_that_begins_at_the_balance_is_a_further_transaction() -> None:
    first = original(sold(1, 100.0, 900.0))
    further = done(first, amending(sold(1, 100.0, 800.0, "a")))
    assert further.superseded == {}
    both = done(first, amending(sold(1, 100.0, 900.0, "a"), sold(2, 100.0, 800.0, "a")))
    assert both.superseded == {"o:NT1": "a:NT1"}


def test_another_number_with_its_balance_restates_a_row_where_the_amendment_says_that_it_corrects() -> None:
    first = original(sold(1, 100.0, 900.0))
    other = sold(1, 110.0, 890.0, "a")
    assert done(first, amending(other)).superseded == {}
    assert done(first, amending(other, corrects=True)).superseded == {"o:NT1": "a:NT1"}


def test_another_number_of_an_option_restates_its_row() -> None:
    def granted(filing: str, shares: float) -> RowFacts:
        return RowFacts(f"{filing}:DT1", filing, 1, "option", "jane", None, DAY, "A", True, shares, shares_after=shares)

    found = done(original(granted("o", 99.0)), amending(granted("a", 66.0)))
    assert found.superseded == {"o:DT1": "a:DT1"}


def test_a_purchase_that_was_a_grant_in_other_hands_restates_its_row() -> None:
    bought = sold(1, 900.0, 1900.0, code="P", acquired=True)
    granted = sold(1, 900.0, 900.0, "a", code="A", acquired=True, price=0.0, holder="jane|trust")
    assert done(original(bought), amending(granted)).superseded == {"o:NT1": "a:NT1"}
    same_code = granted._replace(code="P")
    assert done(original(bought), amending(same_code)).superseded == {}


def test_identical_rows_are_restated_one_by_one() -> None:
    twice = original(sold(1, 5, 95), sold(2, 5, 95))
    assert done(twice, amending(sold(1, 5, 95, "a"))).superseded == {"o:NT1": "a:NT1"}
    both = done(twice, amending(sold(1, 5, 95, "a"), sold(2, 5, 95, "a")))
    assert both.superseded == {"o:NT1": "a:NT1", "o:NT2": "a:NT2"}


def test_a_holding_of_the_same_bucket_is_restated() -> None:
    found = done(original(held(1, 50), held(2, 70, holder="jane|spouse")), amending(held(1, 55, "a")))
    assert found.superseded == {"o:NH1": "a:NH1"}


def test_the_second_amendment_restates_what_stands_after_the_first() -> None:
    first = amending(sold(1, 6, 94, "a"), sold(2, 2, 92, "a"), corrects=True)
    second = amending(sold(1, 2, 92.5, "b"), id="b", filed=NEXT + timedelta(30))
    for filings in ((original(sold(1, 5, 95)), first, second), (second, first, original(sold(1, 5, 95)))):
        found = done(*filings)
        assert found.lineage == {"a": "o", "b": "o"}
        assert found.superseded == {"o:NT1": "a:NT1", "a:NT2": "b:NT1"}
        assert found.rank == {"a:NT1": 1, "a:NT2": 3, "b:NT1": 3}


def test_an_amendment_of_an_amendment_is_of_the_same_lineage() -> None:
    first = amending(sold(1, 6, 94, "a"), corrects=True)
    second = amending(sold(1, 7, 93, "b"), id="b", filed=NEXT + timedelta(30), of=first.filed_on, corrects=True)
    found = done(original(sold(1, 5, 95)), first, second)
    assert found.links[1] == Link("b", "a", "filing date and period", "high")
    assert found.lineage == {"a": "o", "b": "o"}
    assert found.superseded == {"o:NT1": "a:NT1", "a:NT1": "b:NT1"}


def test_without_an_original_nothing_is_restated() -> None:
    assert done(amending(sold(1, 5, 95, "a"))) == Effect([], {}, {}, {})
