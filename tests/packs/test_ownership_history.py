"""The causes of changes in somebody's holdings, each with filings of its own."""

import re
from datetime import date
from typing import Any

import pytest

from examples.world.cast import CRISPIN, FOUNDATION, TIDEWELL, WREN, Party
from examples.world.compose import OPTION, filing, holding, owner, terms, trade
from graphload.ask import ask, questions
from graphload.filing.codes import TransactionCode
from graphload.filing.values import Filing, Row
from graphload.load import derive
from graphload.map.mapping import rows
from graphload.store import Store

ONE, TWO, THREE = (f"0009900001-24-0005{at:02}" for at in (1, 2, 3))
TERMS = terms("10", None, "2024-12-31", 500)


def report(accession: str, filed: str, *lines: Row, form: str = "4", who: Any = None, **other: Any) -> Filing:
    return filing(accession, form, TIDEWELL, who or owner(CRISPIN), filed, lines, signed=WREN, **other)


def history(store: Store, *filings: Filing, who: Party = CRISPIN, on: str = "2025-06-30", **given: Any) -> list[Any]:
    store.prepare()
    store.replace([rows(each) for each in filings])
    derive(store)
    found = ask(store, "ownership/history", person=who.cik, on=on, **given).dicts()
    for row in found:
        expected = None if row["change"] is None else (row["previous"] or 0.0) + row["change"]
        assert expected is None or row["after"] == expected
    return found


def told(found: list[Any], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in found]


CHANGE = ("cause", "code", "change", "previous", "after")
START = report(ONE, "2024-03-01", holding(1000), form="3", period="2024-02-28")


def test_a_first_report_tells_what_was_held_before(store: Store) -> None:
    (row,) = history(store, START)
    assert told([row], *CHANGE) == [("reported", None, 1000.0, None, 1000.0)]
    assert (row["date"], row["row"], row["filing"]) == (date(2024, 2, 28), f"{ONE}:NH1", ONE)
    assert (row["knownFrom"], row["joint"], row["through"]) == (date(2024, 3, 1), False, None)


@pytest.mark.parametrize(
    ("code", "shares", "cause"),
    [
        ("P", 100, "trade"), ("S", -100, "trade"), ("A", 100, "grant"), ("G", -100, "gift"), ("M", 100, "exercise"),
        ("C", 100, "exercise"), ("X", 100, "exercise"), ("O", 100, "exercise"), ("F", -100, "withheld"),
        ("W", 100, "other"), ("D", -100, "other"), ("P", -100, "contradicted"),
    ],
)  # fmt: skip
def test_a_code_tells_the_cause(store: Store, code: str, shares: int, cause: str) -> None:
    later = report(TWO, "2024-05-03", trade(code, "2024-05-02", shares, "7", 1000 + shares))
    _, row = history(store, START, later)
    assert told([row], *CHANGE) == [(cause, code, shares, 1000.0, 1000.0 + shares)]
    assert (row["price"], row["row"], row["date"]) == (7.0, f"{TWO}:NT1", date(2024, 5, 2))
    assert row["meaning"] == (TransactionCode[code].meaning if cause == "other" else None)


def test_the_meanings_are_those_of_the_codes() -> None:
    (question,) = [each for each in questions() if each.name == "ownership/history"]
    meanings = dict(re.findall(r"\b([A-Z]): '([^']{10,})'", question.cypher))
    causes = re.findall(r"\b([A-Z]): '[a-z]+'", question.cypher)
    assert {*meanings} | {*causes} == {code.value for code in TransactionCode}
    assert meanings == {code.value: code.meaning for code in TransactionCode if code.value in meanings}


def test_several_transactions_of_a_day_are_several_changes(store: Store) -> None:
    day = report(
        TWO, "2024-05-03", trade("M", "2024-05-02", 300, "7", 1300), trade("S", "2024-05-02", -200, "9", 1100)
    )  # fmt: skip
    assert told(history(store, START, day)[1:], *CHANGE) == [
        ("exercise", "M", 300.0, 1000.0, 1300.0),
        ("trade", "S", -200.0, 1300.0, 1100.0),
    ]


def test_a_balance_that_does_not_follow_is_unexplained(store: Store) -> None:
    split = report(TWO, "2024-05-03", trade("S", "2024-05-02", -100, "7", 1900))
    found = history(store, START, split)[1:]
    assert told(found, *CHANGE) == [
        ("unexplained", None, 1000.0, 1000.0, 2000.0),
        ("trade", "S", -100.0, 2000.0, 1900.0),
    ]
    assert found[0]["row"] == f"{TWO}:NT1"


def test_a_note_tells_a_change_of_form(store: Store) -> None:
    note = {"shares": "Transferred from the reporting person to a family trust."}
    moved = report(TWO, "2024-05-03", trade("J", "2024-05-02", -400, "0", 600, notes=note))
    assert told(history(store, START, moved)[1:], *CHANGE) == [("form", "J", -400.0, 1000.0, 600.0)]
    held = {"shares_after": "Includes 50 shares previously held by a trust."}
    later = report(THREE, "2024-06-04", trade("S", "2024-06-03", -100, "7", 550, notes=held))
    assert told(history(store, later)[2:], *CHANGE) == [
        ("form", None, 50.0, 600.0, 650.0),
        ("trade", "S", -100.0, 650.0, 550.0),
    ]


def test_an_amendment_corrects_a_balance(store: Store) -> None:
    sale = report(TWO, "2024-05-03", trade("S", "2024-05-02", -100, "7", 900))
    right = report(THREE, "2024-05-20", trade("S", "2024-05-02", -150, "7", 850), form="4/A", amends="2024-05-03",
                   remarks="To correct the number of shares.")  # fmt: skip
    found = history(store, START, sale, right)[1:]
    assert told(found, *CHANGE) == [("trade", "S", -150.0, 1000.0, 850.0), ("correction", None, None, 900.0, 850.0)]
    assert told(found, "filing", "knownFrom") == [(THREE, date(2024, 5, 20))] * 2


def test_an_amendment_of_a_price_changes_no_balance(store: Store) -> None:
    sale = report(TWO, "2024-05-03", trade("S", "2024-05-02", -100, "7", 900))
    right = report(THREE, "2024-05-20", trade("S", "2024-05-02", -100, "8", 900), form="4/A", amends="2024-05-03")
    (row,) = history(store, START, sale, right)[1:]
    assert (row["cause"], row["price"], row["filing"]) == ("trade", 8.0, THREE)


def test_a_bucket_goes_on_under_other_owners(store: Store) -> None:
    jointly = [owner(each) for each in (CRISPIN, FOUNDATION)]
    together = report(TWO, "2024-05-03", trade("S", "2024-05-02", -100, "7", 900), who=jointly)
    found = history(store, START, together)
    columns = ("joint", "cause", "meaning", "change", "previous", "after", "row")
    assert sorted(told(found, *columns)[1:], key=str) == sorted(
        [
            (False, "continued", "owners", -1000.0, 1000.0, 0.0, f"{TWO}:NT1"),
            (True, "continued", "owners", 1000.0, None, 1000.0, f"{TWO}:NT1"),
            (True, "trade", None, -100.0, 1000.0, 900.0, f"{TWO}:NT1"),
        ],
        key=str,
    )
    (ended,) = [row for row in found if row["after"] == 0]
    assert (ended["filing"], ended["date"], ended["knownFrom"]) == (TWO, date(2024, 5, 2), date(2024, 5, 3))
    # who joins later holds for the first time
    assert told(history(store, who=FOUNDATION), "cause") == [("reported",), ("trade",)]


def test_a_line_that_is_split_goes_on_as_several(store: Store) -> None:
    lines = report(
        TWO, "2024-05-03", holding(600, "By Trust 1"), holding(400, "By Trust 2"), form="5", period="2024-04-30"
    )
    found = history(store, report(ONE, "2024-03-01", holding(1000, "By Trust"), form="3"), lines)
    split = [row for row in found if row["cause"] == "continued"]
    assert sorted((row["change"], row["meaning"]) for row in split) == [
        (-1000.0, "split"), (400.0, "split"), (600.0, "split"),
    ]  # fmt: skip


def test_a_derivative_expires(store: Store) -> None:
    grant = report(ONE, "2024-03-01", trade("A", "2024-02-28", 500, "0", 500, of=OPTION, under=TERMS))
    found = told(history(store, grant), *CHANGE, "date", "row")
    assert found == [
        ("grant", "A", 500.0, 0.0, 500.0, date(2024, 2, 28), f"{ONE}:DT1"),
        ("expired", None, -500.0, 500.0, 0.0, date(2025, 1, 1), None),
    ]
    assert told(history(store, on="2024-12-31"), "cause") == [("grant",)]


def test_days_and_issuer_choose_rows(store: Store) -> None:
    sale = report(TWO, "2024-05-03", trade("S", "2024-05-02", -100, "7", 900))
    assert told(history(store, START, sale, since="2024-05-01"), "cause") == [("trade",)]
    assert told(history(store, on="2024-05-01"), "cause") == [("reported",)]
    assert told(history(store, issuer=TIDEWELL.cik), "cause") == [("reported",), ("trade",)]
