"""Filings checked without a store; tests/cli/test_reading.py has what the command prints."""

from dataclasses import astuple
from pathlib import Path

from graphload.check import Finding, check
from tests.servers import ROOT

FILINGS = ROOT / "examples" / "filings"
ALLIED_MOTION = FILINGS / "0001046568-22-000002" / "ownership.xml"


def test_paths_may_be_one_or_several_texts_or_paths() -> None:
    one = check(ALLIED_MOTION)
    assert (one.ok, one.readable, one.set_aside, one.skipped, one.findings) == (True, 1, 0, 0, ())
    assert check(str(ALLIED_MOTION)) == check([ALLIED_MOTION]) == one


def test_a_problem_is_a_value(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<ownershipDocument>\n<documentType>99</documentType></ownershipDocument>", "utf-8")
    said: list[str] = []
    checked = check([bad, tmp_path / "missing.xml"], say=said.append)
    assert not checked.ok
    assert [each.finding for each in checked.findings] == ["set aside", "set aside"]
    assert astuple(checked.findings[0])[:4] == ("set aside", str(bad), 2, "documentType")
    assert isinstance(checked.findings[0], Finding)
    assert said == []
