"""What filers do wrong, each planted; and why balances do not follow, told by filings made for it."""

from typing import Any

import pytest

from examples.world.cast import BRIGHTWATER, CORVID, LINDQVIST, MABRY
from examples.world.compose import filing, holding, owner, terms, trade
from graphload.ask import ask, questions
from graphload.filing.values import Filing, Row
from graphload.store import Store
from tests.packs.planting import planted, told
from tests.world import breaks

CHECKS = {question.name.partition("/")[2]: question for question in questions("quality")}


def one(where: str, change: str) -> str:
    """Return the statement that changes one transaction of Table I."""
    rows = f"MATCH (f:Filing)-[r:TRANSACTION]->(:Security {{derivative: false}}) WHERE {where}"
    return f"{rows} WITH r ORDER BY r.id DESC LIMIT 1 SET {change}"


LAST_OWNED = """MATCH (:Party)-[owned:OWNED]->(s:Security)<-[row:HOLDING]-(:Filing)
WITH owned, row ORDER BY owned.rows[0], row.id LIMIT 1"""
AN_OPTION = """MATCH (:Party)-[owns:OWNS]->(:Security {derivative: true}) WHERE NOT owns.closed
WITH owns ORDER BY owns.rows[0] LIMIT 1"""
A_POSITION = """MATCH (:Party)-[owns:OWNS]->(:Security {derivative: false})
WHERE NOT owns.closed AND owns.unlistedSince IS NULL WITH owns ORDER BY owns.rows[0] LIMIT 1"""
# what a filer does wrong, or what follows from it, by the check that has to find it
FAULTS = {
    "balances": one("r.sharesAfter > 0", "r.valueAfter = 1.0"),
    "continuations": f"{LAST_OWNED} SET owned.continuedBy = row.id, owned.continuedHow = 'owners'",
    "expired": f"{AN_OPTION} SET owns.until = date('2020-01-02')",
    "footnotes": one("r.footnoteRefs IS NULL", "r.footnoteRefs = ['price:F99']"),
    "misdated": one("r.code = 'P'", "r.asOf = null, r.misdated = true"),
    "natures": one("r.direct", "r.nature = 'By Spouse'"),
    "prices": one("r.code = 'S'", "r.price = 9000000.0"),
    "self-owned": "MATCH (f:Filing)-[:CONCERNS]->(i:Party) WITH f, i ORDER BY f.id LIMIT 1 CREATE (i)-[:FILED]->(f)",
    "signs": one("r.code = 'S' AND r.superseded IS NOT NULL", "r.contradicted = true"),
    "uncited": "MATCH (f:Filing) WHERE f.footnotes IS NULL WITH f ORDER BY f.id LIMIT 1 SET f.footnotes = ['F1: No']",
    "uncoded": one("r.code = 'S'", "r.code = null"),
    "unlisted": f"{A_POSITION} SET owns.unlistedSince = date('2025-01-02'), owns.unlistedIn = owns.filing",
}


def ids(found: dict[str, list[dict[str, Any]]]) -> set[tuple[str, str]]:
    """Return which check finds what."""
    return {(name, row["id"]) for name, rows in found.items() for row in rows}


def test_every_check_is_tried() -> None:
    assert {"breaks", *FAULTS} == {*CHECKS}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_by_its_check_and_no_other(world: Store, name: str) -> None:
    known = ids(planted(world, "MATCH (n:Nobody) DELETE n", *CHECKS.values()))
    ((check, _),) = ids(planted(world, FAULTS[name], *CHECKS.values())) - known
    assert check == f"quality/{name}"


def test_balances_break_where_the_example_filings_say(world: Store) -> None:
    found = {row["id"]: row["cause"] for row in ask(world, "quality/breaks").dicts()}
    # the amended Form 3 is restated, and a holding in a plan grew by more than the split that its footnote tells of
    assert {*found} == {*breaks()} - {"0009900005-24-000009:NT1"} | {"0009900001-25-000004:NH1"}
    assert sorted(found.values()) == ["missing filing", *["split"] * 4]


STOCK = "Preferred Stock"
DAYS = ("2022-03-02", "2023-03-02", "2024-03-04")
ONE, OTHER = owner(LINDQVIST, director=True), owner(MABRY, title="Treasurer")


def bought(shares: int, after: int, at: int = 0, by: str | None = None, **more: Any) -> Row:
    return trade("P", DAYS[at], shares, "10", after, by, of=STOCK, **more)


def held(shares: int, by: str | None = None, **more: Any) -> Row:
    return holding(shares, by, of=STOCK, **more)


def story(*said: tuple[int, list[Row]], who: Any = ONE, form: str = "4", number: int = 0, **more: Any) -> list[Filing]:
    """Return filings about Brightwater, each with the number of its day and its rows."""
    return [
        filing(
            f"0009999999-{22 + at}-{number + place:06}", form, BRIGHTWATER, who, DAYS[at], rows, signed="Per Lindqvist",
            period=DAYS[at], **more,
        )
        for place, (at, rows) in enumerate(said)
    ]  # fmt: skip


OPTION = terms(None, None, None, 100)
REFORMED = "300 shares went to the trust for no consideration, a change in form of ownership exempt under Rule 16a-13."
# what is filed, and the causes of the breaks in it
STORIES: dict[str, tuple[list[Filing], list[str]]] = {
    "one row follows another": (story((0, [bought(100, 1000)]), (1, [bought(100, 1100, 1)])), []),
    "a filing is missing": (story((0, [bought(100, 1000)]), (1, [bought(100, 1600, 1)])), ["missing filing"]),
    "a filing contradicts itself": (story((0, [bought(100, 1000), bought(100, 1300)])), ["unknown"]),
    "a balance off by one share": (story((0, [bought(100, 1000)]), (1, [bought(100, 1101, 1)])), []),
    "a split that two report": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 2100, 1)]))
        + story((0, [bought(100, 300)]), (1, [bought(100, 700, 1)]), who=OTHER, number=10),
        ["split", "split"],
    ),
    "balances that double one after the other": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 2100, 1)]))
        + story((1, [bought(100, 300, 1)]), (2, [bought(100, 700, 2)]), who=OTHER, number=10),
        ["missing filing", "missing filing"],
    ),
    "a double balance that one reports": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 2100, 1)])),
        ["missing filing"],
    ),
    "an exit": (
        story((0, [bought(100, 1000)]), left=True) + story((1, [bought(100, 1600, 1)]), number=10),
        ["status change"],
    ),
    "a new Form 3": (story((0, [bought(100, 1000)])) + story((1, [held(50)]), form="3", number=10), ["status change"]),
    "a transfer to a trust": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 700, 1), held(400, "By Trust")])),
        ["status change"],
    ),
    "a transfer to a trust that a footnote tells of": (
        story(
            (0, [bought(100, 1000)]),
            (1, [bought(100, 700, 1, notes={"shares_after": REFORMED}), held(400, "By Trust")]),
        ),
        ["change of form"],
    ),
    "a change of form of somebody else": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 700, 1), held(90, "By Trust", notes={"nature": REFORMED})])),
        ["missing filing"],
    ),
    "a split that a footnote tells of": (
        story(
            (0, [bought(100, 1000)]),
            (1, [bought(7, 3007, 1, notes={"shares_after": "After the three-for-one split."})]),
        ),
        ["split"],
    ),
    "a reverse split that a footnote on another cell tells of": (
        story(
            (0, [bought(100, 1000)]),
            (1, [bought(7, 40, 1, notes={"shares": "Adjusted for the 1-for-30 REVERSE SPLIT."})]),
        ),
        ["split"],
    ),
    "a conversion share for share": (
        story((0, [bought(100, 1000)]), (1, [bought(7, 40, 1, notes={"shares": "Convertible on a 1-for-1 basis."})])),
        ["missing filing"],
    ),
    "a plan that grows": (
        story((0, [held(1000, "By 401(k) Plan")]), (1, [held(1010, "By 401(k) Plan")])),
        ["plan"],
    ),
    "a footnote that explains": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 1150, 1, notes={"shares_after": "With 50 that accrued."})])),
        ["footnote"],
    ),
    "an amendment that the next filing passes over": (
        story((0, [bought(100, 1000)]), (2, [bought(100, 1100, 2)]))
        + story((1, [bought(100, 900)]), form="4/A", number=10, amends=DAYS[0]),
        ["amendment"],
    ),
    "an amendment that moves a row to a trust": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 1100, 1)]), (2, [bought(100, 1200, 2)]))
        + story((2, [bought(100, 1100, 1, "By Trust")]), form="4/A", number=10, amends=DAYS[1]),
        ["amendment"],
    ),
    "an amendment that the next filing follows": (
        story((0, [bought(100, 1000)]), (2, [bought(100, 1000, 2)]))
        + story((1, [bought(100, 900)]), form="4/A", number=10, amends=DAYS[0]),
        [],
    ),
    "a total on every row": (
        story((0, [bought(10, 1030), bought(20, 1030)]), (1, [bought(10, 1060, 1), bought(20, 1060, 1)])),
        [],
    ),
    "two lots by one nature": (
        story((0, [held(100, "By Trust"), held(50, "By Trust")]), (1, [held(100, "By Trust"), held(50, "By Trust")])),
        [],
    ),
    "one lot of two": (story((0, [held(100, "By Trust"), held(50, "By Trust")]), (1, [held(100, "By Trust")])), []),
    "a filing that comes late": (
        story((0, [bought(100, 1000)]), (1, [bought(100, 1100, 1)]), (2, [bought(50, 1150, 0)])),
        [],
    ),
    "grants of derivatives": (
        story((0, [bought(100, 100, under=OPTION)]), (1, [bought(300, 300, 1, under=OPTION)])),
        [],
    ),
    "a deemed owner": (
        story(
            (0, [bought(100, 1000), held(1000, "By Fund")]),
            (1, [bought(500, 1500, 1), held(1500, "By Fund")]),
            who=(owner(LINDQVIST, ten=True), owner(MABRY, ten=True)),
        ),
        [],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_break_has_its_cause(world: Store, name: str) -> None:
    filings, causes = STORIES[name]
    found = told(world, filings, CHECKS["breaks"])["quality/breaks"]
    assert [row["cause"] for row in found if row["id"].startswith("0009999999")] == causes


def test_a_usual_ratio_is_told_of_one_bucket_alone(world: Store) -> None:
    filings, _ = STORIES["a double balance that one reports"]
    (row,) = [
        row for row in told(world, filings, CHECKS["breaks"])["quality/breaks"] if row["id"].startswith("0009999999")
    ]
    assert (row["ratio"], row["found"], row["expected"]) == (2.0, 2000.0, 1000.0)


def test_breaks_of_one_issuer_are_asked_for(world: Store) -> None:
    assert ask(world, "quality/breaks", issuer=CORVID.ticker).rows == ()
    assert {row["issuer"] for row in ask(world, "quality/breaks", issuer="BRWI").dicts()} == {BRIGHTWATER.name}
