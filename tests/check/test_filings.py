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


def test_elements_are_counted_by_name_and_no_more_names_are_kept_than_that(tmp_path: Path) -> None:
    good = ALLIED_MOTION.read_text("utf-8")
    for number in range(12):
        names = "".join(f"<x{number}of{other}/>" for other in range(90))
        (tmp_path / f"{number:02}.xml").write_text(good.replace("<issuer>", f"<y/><y/>{names}<issuer>"), "utf-8")
    counts = {each.element: each.count for each in check(tmp_path).findings}
    assert len(counts) == 1001
    assert (counts["y"], counts["others"]) == (24, 12 * 90 - 999)


def test_what_costs_a_filing_comes_first(tmp_path: Path) -> None:
    good = ALLIED_MOTION.read_text("utf-8")
    (tmp_path / "1.xml").write_text(good.replace("<issuer>", "<novelty/><issuer>"), "utf-8")
    (tmp_path / "2.xml").write_text("<ownershipDocument/>", "utf-8")
    assert [each.finding for each in check(tmp_path).findings] == ["set aside", "unread"]
