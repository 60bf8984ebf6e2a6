"""How much is held, day by day and as it could be known."""

from datetime import date
from typing import Any

from tests.derive.made import OPTION, amending, balances, day, derived, filing, held, total, traded


def test_each_day_of_a_statement_is_a_balance_until_the_next() -> None:
    found = derived(filing("a", traded(5, 105, 0), traded(-10, 95, 1)), filing("b", traded(1, 96, 4), at=6))
    assert balances(found, "type", "asOf", "until", "shares", "knownFrom") == [
        ("OWNED", day(0), day(1), 105.0, day(2)),
        ("OWNED", day(1), day(4), 95.0, day(2)),
        ("OWNS", day(4), None, 96.0, day(6)),
    ]


def test_the_last_transaction_of_a_day_tells_the_balance() -> None:
    found = derived(filing("a", traded(5, 105), traded(5, 110)), filing("b", traded(1, 111), at=3))
    assert balances(found, "asOf", "until", "shares", "rows") == [
        (day(0), day(0), 110.0, ["a:NT2"]),
        (day(0), None, 111.0, ["b:NT1"]),
    ]
    assert total(found, day(0)) == 111


def test_holdings_of_one_statement_add_up_with_its_last_transaction() -> None:
    trust: dict[str, Any] = {"holder": "jane|trust"}
    found = derived(filing("a", traded(5, 105, **trust), held(30, **trust), held(20, **trust)))
    assert balances(found, "shares", "rows") == [(155.0, ["a:NH3", "a:NH2", "a:NT1"])]


def test_a_balance_of_zero_closes_and_keeps_its_evidence() -> None:
    found = derived(filing("a", traded(-5, 0)))
    assert balances(found, "type", "shares", "closed", "rows") == [("OWNS", 0.0, True, ["a:NT1"])]


def test_a_grant_from_nothing_is_another_lot_over_filings_too() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    first = filing("a", traded(100, 100, **granted))
    second = filing("b", traded(40, 40, 5, **granted), at=7)
    exercised = filing("c", traded(-30, 70, 9, security=OPTION, code="M"), at=11)
    in_total = filing("d", traded(-10, 100, 12, security=OPTION, code="M"), at=14)
    assert balances(derived(first), "shares") == [(100.0,)]
    assert balances(derived(first, second), "shares", "rows")[-1] == (140.0, ["b:DT1", "a:DT1"])
    assert balances(derived(first, second, exercised), "shares", "rows")[-1] == (110.0, ["c:DT1", "b:DT1"])
    assert balances(derived(first, second, exercised, in_total), "shares", "rows")[-1] == (100.0, ["d:DT1"])


def test_a_transaction_that_is_filed_twice_is_one_lot() -> None:
    granted = traded(100, 100, security=OPTION, code="A")
    assert balances(derived(filing("a", granted), filing("b", granted, at=5)), "shares")[-1] == (100.0,)
    one_filing = derived(filing("a", granted, granted))
    assert balances(one_filing, "shares") == [(200.0,)]


def test_a_lot_that_is_closed_leaves_the_others() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    found = derived(
        filing("a", traded(100, 100, **granted)),
        filing("b", traded(40, 40, 5, **granted), at=7),
        filing("c", traded(-100, 0, 9, security=OPTION, code="M"), at=11),
    )
    assert balances(found, "shares", "rows")[-1] == (40.0, ["b:DT1"])


def test_a_row_that_follows_from_nothing_takes_the_place_of_earlier_statements() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    found = derived(filing("a", traded(100, 100, **granted)), filing("b", traded(-5, 300, 5, security=OPTION), at=7))
    assert balances(found, "shares")[-1] == (300.0,)


def test_an_option_is_held_until_the_day_after_it_expires() -> None:
    found = derived(filing("a", traded(100, 100, security=OPTION, code="A")))
    assert balances(found, "type", "until") == [("OWNS", date(2026, 2, 1))]
    assert (total(found, date(2026, 1, 31)), total(found, date(2026, 2, 1))) == (100.0, 0.0)


def test_what_an_amendment_corrects_was_known_until_it_was_filed() -> None:
    found = derived(filing("a", traded(5, 105)), amending("b", traded(5, 106)), filing("c", traded(1, 107, 20), at=21))
    assert balances(found, "type", "shares", "until", "knownFrom", "knownUntil", "byAmendment", "filedUntil") == [
        ("OWNED", 105.0, day(20), day(2), day(9), None, day(20)),
        ("OWNED", 106.0, day(20), day(9), None, True, None),
        ("OWNS", 107.0, None, day(21), None, None, None),
    ]


def test_an_amendment_that_corrects_the_day_moves_the_balance() -> None:
    found = derived(filing("a", traded(5, 105)), amending("b", traded(5, 105, 1)))
    assert balances(found, "asOf", "knownUntil", "byAmendment") == [(day(0), day(9), None), (day(1), None, True)]


def test_an_amendment_without_an_original_is_a_statement_of_its_own() -> None:
    found = derived(amending("b", traded(5, 105)))
    assert balances(found, "type", "knownFrom", "byAmendment") == [("OWNS", day(9), True)]


def test_two_amendments_are_three_versions() -> None:
    found = derived(filing("a", traded(5, 105)), amending("b", traded(5, 106)), amending("c", traded(5, 107), at=12))
    assert balances(found, "shares", "knownFrom", "knownUntil") == [
        (105.0, day(2), day(9)),
        (106.0, day(9), day(12)),
        (107.0, day(12), None),
    ]


def test_rows_without_a_day_a_holder_or_an_amount_tell_no_balance() -> None:
    odd = traded(5, 105)._replace(as_of=None), traded(5, 105, holder=None), held(None)
    assert balances(derived(filing("a", *odd)), "shares") == []


def test_the_order_of_filings_does_not_matter() -> None:
    filings = filing("a", traded(5, 105)), amending("b", traded(5, 106)), filing("c", traded(1, 107, 20), at=21)
    assert derived(*filings).edges == derived(*reversed(filings)).edges


def test_a_late_filing_changes_the_lots_from_the_day_it_is_filed() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    first = filing("a", traded(100, 100, 5, **granted), at=7)
    late = filing("b", traded(50, 50, 0, **granted), at=40)
    found = balances(derived(first, late), "asOf", "shares", "knownFrom", "knownUntil", "byAmendment")
    assert found == [
        (day(0), 50.0, day(40), None, None),
        (day(5), 100.0, day(7), day(40), None),
        (day(5), 150.0, day(40), None, None),
    ]


def test_a_complete_restatement_keeps_the_order_of_its_rows() -> None:
    first = filing("a", traded(10, 110), traded(20, 130))
    forgotten = amending("b", traded(10, 110), traded(5, 115), traded(20, 135))
    assert balances(derived(first, forgotten), "shares", "rows", type="OWNS") == [(135.0, ["b:NT3"])]
    before = amending("b", traded(10, 110), traded(20, 130))
    assert balances(derived(filing("a", traded(20, 130)), before), "shares", type="OWNS") == [(130.0,)]
    moved = filing("a", traded(100, 1000), traded(100, 1100)), amending("b", traded(100, 1100), traded(100, 1200))
    assert balances(derived(*moved), "shares", type="OWNS") == [(1200.0,)]


def test_a_lot_that_is_closed_is_known_from_the_filing_that_closes_it() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    found = derived(
        filing("a", traded(100, 100, **granted)),
        filing("b", traded(40, 40, 5, **granted), at=7),
        filing("c", traded(-100, 0, 9, security=OPTION, code="M"), at=11),
    )
    assert balances(found, "shares", "knownFrom", type="OWNS") == [(40.0, day(11))]


def test_an_amendment_with_a_mistyped_day_counts_with_its_original() -> None:
    later = filing("c", traded(10, 115), at=3)
    found = derived(filing("a", traded(5, 105)), later, amending("b", traded(5, 105, price=11.0), of=4))
    assert balances(found, "shares", type="OWNS") == [(115.0,)]


def test_two_equal_tranches_that_are_filed_again_stay_two() -> None:
    granted = traded(100, 100, security=OPTION, code="A")
    found = derived(filing("a", granted, granted), filing("b", granted, granted, at=5))
    assert balances(found, "shares", type="OWNS") == [(200.0,)]


def test_a_balance_that_comes_back_is_known_in_both_times() -> None:
    granted: dict[str, Any] = {"security": OPTION, "code": "A"}
    found = derived(
        filing("f", traded(50, 50, 0, **granted), traded(-10, 30, 0, security=OPTION, code="M"), at=22),
        filing("g", traded(-40, 0, 5, security=OPTION, code="M"), at=27),
        filing("h", traded(50, 50, 10, **granted), at=12),
        filing("i", traded(-50, 0, 18, security=OPTION, code="M"), at=20),
    )
    known = [each for each in balances(found, "asOf", "shares", "knownFrom") if each[0] == day(10)]
    assert (day(10), 50.0, day(12)) in known


def test_a_later_day_that_is_listed_first_is_no_other_lot() -> None:
    used: dict[str, Any] = {"security": OPTION, "code": "M"}
    found = derived(filing("a", traded(-20, 80, 3, **used), traded(-30, 50, **used), at=5))
    assert balances(found, "asOf", "shares", "rows") == [(day(0), 50.0, ["a:DT2"]), (day(3), 50.0, ["a:DT2"])]
    in_order = derived(filing("a", traded(-20, 50, 3, **used), traded(-30, 70, **used), at=5))
    assert balances(in_order, "asOf", "shares", "rows") == [(day(0), 70.0, ["a:DT2"]), (day(3), 50.0, ["a:DT1"])]
