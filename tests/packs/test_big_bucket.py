"""Every question on a bucket of a thousand rows: no engine may run out of memory over it."""

from datetime import date, timedelta
from typing import Any

import pytest

from examples.world.cast import QUIST, WREN
from examples.world.compose import filing, holding, owner, trade
from graphload.ask import Question, Type, ask, questions
from graphload.filing.values import Filing
from graphload.load import derive
from graphload.map.mapping import rows as mapped
from graphload.store import Store
from tests.packs.planting import MILL

FILINGS, ROWS = 34, 30


def traded(number: int) -> Filing:
    """Return a filing of a day's purchases and sales, each of 100 shares, and of what the spouse holds."""
    day = (date(2022, 1, 3) + timedelta(7 * number)).isoformat()
    rows = [trade(code, day, 100 if code == "P" else -100, "10.25", 50_000 + number * 1_000) for code in "PPS" * 10]
    held = holding(1_000 + number, by="By Spouse")
    return filing(
        f"0009900092-22-{number + 1:06}", "4", MILL, owner(QUIST, title="CEO"), day, [*rows, held], signed=WREN
    )


@pytest.fixture
def bucket(store: Store) -> Store:
    store.prepare()
    store.replace([mapped(traded(number)) for number in range(FILINGS)])
    derive(store)
    return store


def test_every_question_answers(bucket: Store) -> None:
    (bucket_rows,) = bucket.read("MATCH ()-[row:TRANSACTION]->() RETURN count(row) AS rows").rows[0]
    assert bucket_rows == FILINGS * ROWS
    answered = {each.name: len(ask(bucket, each.name, **given(each))) for each in questions()}
    assert answered["trades/purchases"] == 0 < answered["ownership/history"] <= 1_000


def given(question: Question) -> dict[str, Any]:
    """Return what a question needs: the party and the filing that are here, and else the values of its example."""
    named = {Type.ISSUER: MILL.cik, Type.PERSON: QUIST.cik, Type.FILING: "0009900092-22-000001"}
    needed = {param.name: named.get(param.type) for param in question.params if param.required}
    needed |= {"one": QUIST.cik, "other": MILL.cik} if "one" in needed else {}
    return {name: value or question.examples[0][name] for name, value in needed.items()}
