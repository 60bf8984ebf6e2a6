"""Which filing an amendment amends, and which rows it restates."""

from datetime import date, timedelta

import pytest

from graphload.derive.amendments import Effect, Line, Link, Statement, effect

DAY = date(2024, 3, 5)
NEXT = DAY + timedelta(2)


def sold(place: int, shares: float, after: float, filing: str = "o", **other: object) -> Line:
    said: dict[str, object] = {
        "security": "common", "holder": "jane", "date": DAY, "code": "S", "acquired": False, "price": 10.0,
    }  # fmt: skip
    return Line(f"{filing}:NT{place}", "NT", place, shares=shares, after=(after, None), **said | other)  # type: ignore[arg-type]


def held(place: int, after: float | None, filing: str = "o", holder: str = "jane|trust") -> Line:
    return Line(f"{filing}:NH{place}", "NH", 10 + place, "common", holder, after=(after, None))


def original(
    *lines: Line, id: str = "o", filed: date | None = NEXT, period: date = DAY, owners: str = "jane"
) -> Statement:
    return Statement(id, False, filed, None, period, frozenset(owners.split()), lines)


def amending(
    *lines: Line, id: str = "a", filed: date = NEXT + timedelta(9), of: date | None = NEXT, owners: str = "jane"
) -> Statement:
    return Statement(id, True, filed, of, DAY, frozenset(owners.split()), lines)


def done(*filings: Statement) -> Effect:
    ids = [filing.id for filing in filings]
    return effect(filings, {id: [other for other in ids if other != id] for id in ids})


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
def test_a_link_says_what_agrees(first: Statement, second: Statement, link: Link | None) -> None:
    assert done(first, second).links == ([link] if link else [])


def test_of_two_filings_of_one_day_the_one_with_its_rows_is_amended() -> None:
    one, other = original(sold(1, 5, 95)), original(sold(1, 7, 88, "p"), id="p")
    for filings in ((one, other), (other, one)):
        found = done(*filings, amending(sold(1, 5, 95, "a")))
        assert found.links == [Link("a", "o", "filing date and period", "medium")]


@pytest.mark.parametrize(
    "restated",
    [
        sold(1, 5, 95, "a"),
        sold(1, 5, 95, "a", price=11.0),
        sold(1, 5, 96, "a"),
        sold(1, 6, 95, "a"),
        sold(1, 6, 94, "a"),
        sold(1, 5, 95, "a", holder="jane|trust"),
        sold(1, 5, 95, "a", security="class a"),
        sold(1, 5, 95, "a", date=DAY - timedelta(1)),
        sold(1, 5, 95, "a", code="F"),
    ],
)
def test_one_thing_corrected_restates_the_row(restated: Line) -> None:
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
    corrected = done(first, amending(sold(1, 110.0, 890.0, "a")))
    assert corrected.superseded == {"o:NT1": "a:NT1"}


def test_identical_rows_are_restated_one_by_one() -> None:
    twice = original(sold(1, 5, 95), sold(2, 5, 95))
    assert done(twice, amending(sold(1, 5, 95, "a"))).superseded == {"o:NT1": "a:NT1"}
    both = done(twice, amending(sold(1, 5, 95, "a"), sold(2, 5, 95, "a")))
    assert both.superseded == {"o:NT1": "a:NT1", "o:NT2": "a:NT2"}


def test_a_holding_of_the_same_bucket_is_restated() -> None:
    found = done(original(held(1, 50), held(2, 70, holder="jane|spouse")), amending(held(1, 55, "a")))
    assert found.superseded == {"o:NH1": "a:NH1"}


def test_the_second_amendment_restates_what_stands_after_the_first() -> None:
    first = amending(sold(1, 6, 94, "a"), sold(2, 2, 92, "a"))
    second = amending(sold(1, 2, 92.5, "b"), id="b", filed=NEXT + timedelta(30))
    for filings in ((original(sold(1, 5, 95)), first, second), (second, first, original(sold(1, 5, 95)))):
        found = done(*filings)
        assert found.lineage == {"a": "o", "b": "o"}
        assert found.superseded == {"o:NT1": "a:NT1", "a:NT2": "b:NT1"}
        assert found.rank == {"a:NT1": 1, "a:NT2": 3, "b:NT1": 3}


def test_an_amendment_of_an_amendment_is_of_the_same_lineage() -> None:
    first = amending(sold(1, 6, 94, "a"))
    second = amending(sold(1, 7, 93, "b"), id="b", filed=NEXT + timedelta(30), of=first.filed_on)
    found = done(original(sold(1, 5, 95)), first, second)
    assert found.links[1] == Link("b", "a", "filing date and period", "high")
    assert found.lineage == {"a": "o", "b": "o"}
    assert found.superseded == {"o:NT1": "a:NT1", "a:NT1": "b:NT1"}


def test_without_an_original_nothing_is_restated() -> None:
    assert done(amending(sold(1, 5, 95, "a"))) == Effect([], {}, {}, {})
