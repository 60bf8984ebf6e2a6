"""What footnotes and remarks say: by examples and near-misses in a table, and on texts that are made to be slow."""

from pathlib import Path

import pytest

from graphload.wording.dates import written
from graphload.wording.evidence import said
from graphload.wording.evidence_kinds import KINDS
from graphload.wording.evidence_table import TABLE

FILE = Path(__file__).with_name("evidence.tsv")
CASES = [line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("expected", "text"), CASES, ids=[text for _, text in CASES])
def test_a_text_says_what_stands_beside_it(expected: str, text: str) -> None:
    assert "; ".join(f"{each.kind}|{each.value}|{each.grade}" for each in said(text)) == expected


def test_each_kind_has_examples_and_near_misses() -> None:
    told = {each.partition("|")[0] for expected, _ in CASES for each in expected.split("; ") if each}
    assert told == {*KINDS}
    assert {kind for kind, *_ in TABLE} < {*KINDS}
    assert sum(not expected for expected, _ in CASES) > 20


def test_the_sentence_is_kept() -> None:
    text = "The price is an average. Sold under a Rule 10b5-1 plan adopted on May 2, 2023. Held by Elm, L.P. in trust."
    plan, price = said(text)
    assert plan.sentence == "Sold under a Rule 10b5-1 plan adopted on May 2, 2023"
    assert price.sentence == "The price is an average"


def test_no_field_holds_the_sign_that_parts_fields() -> None:
    text = "Sold under a Rule 10b5-1 plan adopted by Heron|Elm Holdings, LLC on May 2, 2023."
    assert [each.value for each in said(text)] == ["2023-05-02", "Heron/Elm Holdings, LLC"]


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    plan = "Sold under a Rule 10b5-1 plan. "
    assert said(plan + "x" * 100_000)
    assert said("x " * 5_000 + plan) == ()


@pytest.mark.parametrize(
    "text",
    [
        "-" * 30_000, "10b5-1 " * 5_000, "not " * 9_000 + "10b5-1 plan", "$1 " * 9_000, "sold to pay " * 3_000,
        "( " * 15_000, "May 5, 2024 " * 3_000, "Elm, " * 6_000, "is the general partner of " * 1_500, "A. " * 9_000,
        "gift to " * 5_000, "Elm LLC, the general partner of " * 1_200, "1-for-" * 5_000, "vest " * 8_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_hostile_text_is_read_at_once(text: str) -> None:
    assert len(said(text)) < 50


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 4, 2024", "2024-03-04"), ("4th of March 2024", "2024-03-04"), ("Sept. 4, 2024", "2024-09-04"),
        ("3/4/24", "2024-03-04"), ("03/04/2024", "2024-03-04"), ("2024-03-04", "2024-03-04"), ("June 2020", "2020-06"),
        ("June of 2020", "2020-06"), ("February 30, 2024", None), ("13/40/2024", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(text: str, day: str | None) -> None:
    assert written(text) == day
