"""Every question that comes along: its file, its plan, and its answer on each engine.

Answers are compared with those in `tests/answers/`; GRAPHLOAD_TEST_RECORD=1 writes them anew.
"""

import json
import math
import os
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graphload.ask import Question, Type, ask, cypher, questions
from graphload.ask.answers import resolved
from graphload.ask.binding import bind
from graphload.schema.stated import CONCERNS, FILED, SIGNED_BY, TRANSACTION
from graphload.schema.types import EdgeType
from graphload.store import Store
from tests.conftest import Engine, on_embedded, on_neo4j
from tests.helpers import cells as rows
from tests.servers import ROOT
from tests.world import Line, filed, lines

QUESTIONS = questions()
LONGEST_LINE = 120
# faults that the example filings are free of: tests of the packs plant them
FAULTS = (
    "amendments/withdrawals",
    "quality/balances", "quality/continuations", "quality/footnotes", "quality/natures", "quality/prices",
    "quality/self-owned", "quality/signs", "quality/uncoded",
)  # fmt: skip
PYTHON = {
    Type.STRING: str, Type.INT: int, Type.FLOAT: float, Type.BOOL: bool, Type.DATE: date, Type.STRINGS: list,
}  # fmt: skip
every = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
answered = pytest.mark.parametrize(
    "question",
    [question for question in QUESTIONS if not question.name.startswith(FAULTS)],
    ids=lambda question: question.name,
)


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same, but for the last digits of a sum."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


@pytest.mark.every_engine
@answered
def test_the_answer_is_the_recorded_one(world: Store, question: Question) -> None:
    answer = ask(world, question.name, **question.examples[0])
    file = ROOT / "tests" / "answers" / f"{question.name}.json"
    given = json.loads(answer.to_json())
    if "GRAPHLOAD_TEST_RECORD" in os.environ:
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in given)
        file.write_text(f"[\n{lines}\n]\n", "utf-8")
    recorded = json.loads(file.read_text("utf-8"))
    assert recorded, "an answer without rows shows nothing"
    assert len(given) == len(recorded)
    for row, expected in zip(given, recorded, strict=True):
        assert [*row] == [*expected]
        assert all(alike(row[column], value) for column, value in expected.items()), (row, expected)
    for values in answer:
        for column, value in zip(question.columns, values, strict=True):
            assert value is None or type(value) is PYTHON[column.type], (column, value)


@on_embedded
@answered
def test_an_answer_is_a_frame(world: Store, question: Question) -> None:
    answer = ask(world, question.name, **question.examples[0])
    assert answer.to_pandas().shape == answer.to_polars().shape == (len(answer), len(answer.columns))


@pytest.mark.parametrize("question", [each for each in QUESTIONS if each.examples[1:]], ids=lambda each: each.name)
def test_every_further_example_has_an_answer(world: Store, question: Question) -> None:
    for given in question.examples[1:]:
        assert len(ask(world, question.name, **given)) > 0


@every
def test_every_line_fits(question: Question) -> None:
    lines = Path(question.file).read_text("utf-8").splitlines()
    assert [line for line in lines if len(line) > LONGEST_LINE] == []


@every
def test_the_prose_has_three_parts(question: Question) -> None:
    begins = [part.partition(":")[0] for part in question.prose.split("\n\n")]
    assert begins == ["Answers", "Counts", "Does not see"]


@every
def test_rows_have_an_order_that_is_theirs(question: Question) -> None:
    assert question.finish or re.search(r"\nORDER BY [^\n]+(\nLIMIT \$limit)?$", question.cypher)


@on_neo4j
@every
def test_neo4j_begins_at_an_index(engine: Engine, world: Store, question: Question) -> None:
    given, _ = resolved(world, question, bind(question, question.examples[0]))
    # asked as above, so that Neo4j knows the plan already
    parameters = {name: given[name] for name in cypher.parameters(question.cypher)}
    with engine.driver.session(database=engine.database) as session:
        plan = session.run(f"EXPLAIN {question.cypher}", parameters).consume().plan
    assert plan
    found = [*operators(plan)]
    assert not {"AllNodesScan", "CartesianProduct"} & {name for name, _ in found}
    scanned = [details for name, details in found if name == "NodeByLabelScan"]
    # what begins at no index begins at the issuers; a check looks at all that there is
    assert question.pack == "quality" or {label.partition(":")[2] for label in scanned} <= {"Issuer"}
    # the rows of some days are found by their index, and those of an issuer from the issuer on
    if question.pack == "trades":
        assert any(name.startswith("DirectedRelationshipIndex") for name, _ in found)
        assert any(name == "NodeIndexSeek" and ":Issuer(id)" in details for name, details in found)


def operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"].partition("@")[0], plan["args"].get("Details", "")
    for child in plan.get("children", []):
        yield from operators(child)


def test_a_roster_is_as_of_a_day(world: Store) -> None:
    columns = ("insider", "roles", "title", "exitedOn")
    then = rows(world, "insiders/roster", *columns, issuer="BRWI", on="2023-06-30")
    assert ("Ingrid Vasquez-Thorne", ["officer"], "Chief Financial Officer", None) in then
    assert ("Ngozi C Abara", ["director"], None, None) in then
    now = rows(world, "insiders/roster", *columns, issuer="BRWI")
    assert ("Ingrid Vasquez-Thorne", ["director", "officer"], "President and CEO", None) in now
    assert "Ngozi C Abara" not in {insider for insider, *_ in now}
    left = rows(world, "insiders/roster", *columns, issuer="BRWI", exited=True)
    assert ("Ngozi C Abara", ["director"], None, date(2025, 12, 16)) in left


def test_a_stake_is_the_latest_balance_of_each_bucket(world: Store) -> None:
    held = rows(world, "ownership/stake", "shares", "kind", "total", person="Robert Maida", on="2026-06-30")
    assert held == [(108047.0, None, 112322.0), (4275.0, "esop", 112322.0)]


def test_a_row_dated_after_its_filing_tells_no_balance(world: Store) -> None:
    (late,) = [line for line in lines("U") if line.on > filed(line.filing)]
    held = rows(world, "ownership/stake", "shares", "asOf", person=late.owners[0], issuer="CRVD")
    assert held == [(900_000.0, date(2021, 8, 16))]


def test_a_balance_of_zero_is_listed_when_asked_for(world: Store) -> None:
    mabry = {"person": "Mabry Cornelius Jr", "issuer": "BRWI"}
    assert ask(world, "ownership/stake", **mabry).rows == ask(world, "ownership/stake", **mabry, closed=True).rows[:-1]


def test_a_joint_filing_is_held_together(world: Store) -> None:
    held = {owner: rows(world, "ownership/stake", "joint", "shares", "rows", person=owner, issuer="HHB") for owner in (
        "Rosamund Pell", "Gannet Street Partners LP", "Gannet Street GP LLC")}  # fmt: skip
    (joint,) = [row for row in held["Rosamund Pell"] if row[0]]
    assert joint == (True, 20_000.0, ["0009900002-25-000010:NT1"])
    assert held["Gannet Street Partners LP"] == held["Gannet Street GP LLC"] == [joint]


def test_purchases_are_those_of_the_world(world: Store) -> None:
    expected: dict[tuple[str | None, date, str], Decimal] = {}
    for line in filter(plain, lines("P")):
        purchase = (line.filing.envelope.accession, line.on, line.row.title)
        expected[purchase] = expected.get(purchase, Decimal(0)) + line.value
    found = rows(world, "trades/purchases", "filing", "date", "security", "value", value=50_000)
    wanted = {(*purchase, float(value)) for purchase, value in expected.items() if value >= 50_000}
    assert wanted == {*found}
    assert len(wanted) == len(found) > 0


def test_net_buyers_are_those_of_the_world(world: Store) -> None:
    since = date(2024, 1, 1)
    traded = [line for line in lines("PS") if plain(line) and line.on >= since]
    expected = {}
    for issuer in {line.issuer for line in traded}:
        buyers, sellers = (
            len({frozenset(line.owners) for line in traded if line.issuer == issuer and line.code == code})
            for code in "PS"
        )
        expected[issuer] = (buyers, sellers, buyers - sellers)
    found = rows(world, "trades/net-buyers", "cik", "buyers", "sellers", "net", since=since)
    assert {cik: tuple(counts) for cik, *counts in found} == expected
    assert [net for *_, net in found] == sorted((net for *_, net in found), reverse=True)


def test_officers_are_found_by_words_of_their_titles(world: Store) -> None:
    everyone = rows(world, "trades/officer-purchases", "officers", "titles")
    chiefs = rows(world, "trades/officer-purchases", "officers", "titles", titles=["ceo", "chief exec"])
    assert chiefs == [row for row in everyone if "Chief Executive" in row[1][0]]
    assert 0 < len(chiefs) < len(everyone)


def plain(line: Line) -> bool:
    return line.row.terms is None


@pytest.mark.parametrize("edge", [CONCERNS, FILED, SIGNED_BY, TRANSACTION], ids=lambda edge: edge.type)
def test_the_evidence_of_a_filing_leaves_no_cell_out(edge: EdgeType) -> None:
    (evidence,) = [question for question in QUESTIONS if question.name == "evidence/filing"]
    lists = [{*re.findall(r"'(\w+)'", cells)} for cells in re.findall(r"\[([^\]|]+)\] AS cells", evidence.cypher)]
    # what is worked out, or stands in a column of its own
    ours = {
        "id",
        "underlying",
        "holder",
        "holderConfidence",
        "holderAs",
        "holderNames",
        "place",
        "asOf",
        "misdated",
        "footnoteRefs",
    }
    ours |= {"tradedOn", "symbols", "incorporated", "attorneyInFact", "current", "original", "reformed"}
    ours |= {"planned", "tradeValue", "priceLow", "priceHigh", "contradicted", "conversion", "said"}
    ours |= {"dueOn", "daysLate", "daysLateAdded"}
    assert {prop.name for prop in edge.props if not prop.derived} - ours in lists
