"""Verification: whatever a check meets is a result, and nothing needs to write."""

from pathlib import Path
from typing import NoReturn

import pytest

from graphload.ask import checks, questions
from graphload.check import Verified, status, verify
from graphload.check.recompute import differences
from graphload.errors import UsageError
from graphload.load.derive import derive
from graphload.store import Store, open_store
from tests.contents import contents

# no engine has the function
IMPOSSIBLE = """// A check that no engine can run.
//
// Counts nothing.
//
// @column id string Nothing.
MATCH (filing:Filing)
RETURN nonsense(filing.id) AS id
ORDER BY id
"""


def test_every_check_has_a_result(world: Store) -> None:
    verification = verify(world)
    names = [*(check.name for check in checks()), *(each.name for each in questions("quality"))]
    files = [] if "://" in world.address else ["files"]
    assert [each.check for each in verification.results] == ["constraints", *names, "derived facts", *files]
    assert verification.ok


def test_a_check_that_cannot_be_run_is_a_result_and_the_others_are_run(
    world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quality").mkdir()
    (tmp_path / "quality" / "impossible.cypher").write_text(IMPOSSIBLE, "utf-8")
    monkeypatch.setenv("GRAPHLOAD_PACKS", str(tmp_path))
    verification = verify(world)
    (failed,) = [each for each in verification.results if each.result not in ("ok", "warning")]
    assert (failed.check, failed.result, failed.offenders, failed.examples) == (
        "quality/impossible", "not run", None, (),
    )  # fmt: skip
    assert "nonsense" in (failed.reason or "")
    assert not verification.ok


def test_a_store_that_is_gone_is_a_reason_for_each_check(world: Store) -> None:
    store = open_store(world.address)
    store.close()
    results = verify(store).results
    assert {each.result for each in results} == {"not run"}
    assert all(each.reason for each in results)


def test_the_offenders_of_a_check_are_counted_and_three_are_named(world: Store) -> None:
    world.write("UNWIND range(100, 299) AS number CREATE (:Address {id: 'LOST ' + toString(number) + '||||'})")
    try:
        (found,) = [each for each in verify(world).results if each.result == "FAILED"]
    finally:
        world.write("MATCH (a:Address) WHERE a.id STARTS WITH 'LOST' DELETE a")
    assert found == Verified("checks/address-unused", "FAILED", 200, ("LOST 100||||", "LOST 101||||", "LOST 102||||"))


def test_what_a_load_that_runs_may_explain_does_not_fail(world: Store) -> None:
    world.write(
        "MATCH (p:Party {id: '0009000001'}) SET p.stale = true, p.displayName = 'Old' CREATE (:Address {id: 'x||||'})"
    )
    try:
        results = {each.check: each for each in verify(world).results if each.result not in ("ok", "warning")}
    finally:
        world.write("MATCH (a:Address {id: 'x||||'}) DELETE a")
        derive(world)
    assert {check: each.result for check, each in results.items()} == {
        "checks/address-unused": "not run", "checks/parties-stale": "FAILED", "derived facts": "not run",
    }  # fmt: skip
    assert "a load is running or was cut off" in (results["derived facts"].reason or "")
    assert verify(world).ok


def test_a_reader_may_verify(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything goes through `Store.read`, which every engine refuses to write through."""

    def transact(*_: object) -> NoReturn:
        raise AssertionError("a verification opens no writing transaction")

    with pytest.raises(UsageError):
        world.read("CREATE (:Party {id: 'lost'})")
    before = contents(world)
    monkeypatch.setattr(Store, "transact", transact)
    assert verify(world).ok
    assert [*differences(world)] == []
    assert contents(world) == before


def test_status_counts_what_a_store_holds(world: Store) -> None:
    found = status(world)
    assert found.nodes["Filing"] == sum(found.filings.values()) > 0
    assert found.edges["FILED"] >= found.nodes["Filing"]
    assert found.first_filed is not None and found.last_filed is not None and found.first_filed < found.last_filed
    assert (found.stale, found.missing_constraints) == (0, ())
