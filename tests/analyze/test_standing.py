"""Who stands behind a holding, from rows made for it."""

from itertools import permutations
from typing import Any

from graphload.analyze.standing import standing

FUND, PARTNER, MANAGER, PERSON = "Elm Fund, L.P.", "Elm GP, LLC", "Elm Management, LLC", "Ada Elm"
GENERAL = f"{PARTNER} is the general partner of {FUND}."
ASKED = {"owner": None, "least": 2, "limit": 100}


def told(owner: str, holder: str, row: str, **more: Any) -> dict[str, Any]:
    return {
        "security": "S", "title": "Common Stock", "block": row, "basis": None, "shares": 100.0, "rows": [row],
        "filing": row[0], "said": None, "saidIn": None, "disclaims": False, "holder": holder, "through": None,
        "vehicle": None, "owner": owner, "ownerName": owner, "ownerKind": "organization", "named": None,
        "namedName": None, "namedKind": None,
    } | more  # fmt: skip


def joint(*owners: str, **more: Any) -> list[dict[str, Any]]:
    return [told(owner, "group:1", "A:1", **more) for owner in owners]


def found(rows: list[dict[str, Any]], *columns: int, **asked: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in standing(rows, ASKED | asked).rows]


def test_of_joint_filers_nobody_is_the_record_holder_unless_a_note_says_so() -> None:
    assert found(joint(FUND, PARTNER, PERSON), 3, 4, 7) == [
        (0, PERSON, "jointly"), (0, FUND, "jointly"), (0, PARTNER, "jointly"),
    ]  # fmt: skip
    said = {"said": [f"controls|F1|{PARTNER}→{FUND}|general partner"], "saidIn": [GENERAL]}
    assert found(joint(FUND, PARTNER, PERSON, **said), 3, 4, 6, 7, 8, 9) == [
        (0, FUND, None, "jointly", None, None),
        (1, PARTNER, FUND, "controls", "general partner", GENERAL),
        (1, PERSON, None, "jointly", None, None),
    ]


def test_control_leads_on_to_those_whom_only_a_note_names() -> None:
    chain = ((PARTNER, FUND), (MANAGER, PARTNER), ("Bo Oak", MANAGER), (FUND, "Elm Fund II, L.P."), (FUND, MANAGER))
    said = [f"controls|F1|{one}→{other}|manager" for one, other in chain]
    rows = joint(FUND, PARTNER, said=["plan|F2||named", *said], saidIn=["…"] * 6)
    assert found(rows, 3, 4, 6, 5) == [
        (0, FUND, None, "organization"), (1, PARTNER, FUND, "organization"), (2, MANAGER, PARTNER, None),
        (3, "Bo Oak", MANAGER, None),
    ]  # fmt: skip


def test_a_vehicle_that_bears_a_name_is_the_party() -> None:
    own = told(FUND, FUND, "A:1", shares=120.0)
    by_fund = {"through": "Elm Fund LP", "vehicle": "fund", "named": FUND, "namedName": FUND}
    deemed = told(PERSON, "vehicle:1", "B:1", **by_fund, namedKind="organization", disclaims=True)
    other = told(MANAGER, MANAGER, "C:1")
    for rows in permutations([own, deemed, other]):
        assert found([*rows], 1, 2, 3, 4, 7, 10, 11) == [
            ("A:1", 120.0, 0, FUND, "holds", False, ["A:1"]), ("A:1", 120.0, 1, PERSON, "through", True, ["B:1"]),
        ]  # fmt: skip
    assert found([own, deemed, other], 4, least=1) == [(FUND,), (PERSON,), (MANAGER,)]
    assert found([own, deemed, other], 4, least=1, owner=MANAGER) == [(MANAGER,)]
    assert found([own, deemed, other], 4, limit=1) == [(FUND,)]


def test_reports_that_only_a_block_links_are_told_by_its_basis() -> None:
    rows = [
        told(owner, owner, f"{at}:1", block="A:1", basis="filings", shares=100.0 - at)
        for at, owner in enumerate((FUND, MANAGER))
    ]
    assert found(rows, 2, 3, 4, 7) == [(100.0, 0, FUND, "holds"), (100.0, 1, MANAGER, "filings")]
