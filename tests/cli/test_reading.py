import json
from pathlib import Path

import pytest

from examples.world import FILINGS as WORLD
from examples.write_tables import write_tables
from tests.helpers import Run
from tests.servers import ROOT

FILINGS = ROOT / "examples" / "filings"
ALLIED_MOTION = FILINGS / "0001046568-22-000002" / "ownership.xml"


def test_a_filing_is_laid_out_like_the_form(run: Run) -> None:
    result = run("show", ALLIED_MOTION)
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Accession 0001046568-22-000002 (Name of the file or its folder)" in lines
    assert "Issuer ALLIED MOTION TECHNOLOGIES INC [AMOT], CIK 0000046129" in lines
    assert "officer (Senior VP and Group President)" in lines
    assert "NT1 Common Stock 2022-03-07 4 F D 216 (F1) 33.85 103,663 D" in lines
    assert "NH1 Common Stock 4,275 I By ESOP Trust" in lines
    assert any(line.startswith("F1 Shares that the company kept back") for line in lines)
    assert "2022-03-09 /s/ Michael C. Donlon, attorney-in-fact for Robert P. Maida" in lines


@pytest.mark.parametrize("width", [30, 60, 80])
def test_no_date_and_no_number_is_cut_where_there_is_little_room(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr("graphload.cli.reading._WIDE", width)
    shown = run("show", ALLIED_MOTION).stdout
    assert {"2022-03-07", "2022-03-08", "103,663", "108,047", "NT1", "NH1"} <= {*shown.split()}
    assert "…" not in shown


def test_a_derivative_shows_its_terms(run: Run) -> None:
    result = run("show", FILINGS / "0009900005-24-000005" / "ownership.xml")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    swap = "2024-03-19 4 P K A 150,000 (F1) 2027-03-19 Common Stock 150,000 13.00 150,000 D"
    assert f"DT1 Cash-Settled Equity Swap (F1) (F1) {swap}" in lines


def test_a_filing_as_json_is_the_whole_value(run: Run) -> None:
    filing = json.loads(run("show", ALLIED_MOTION, "--json").stdout)
    first, *_, last = filing["rows"]
    assert filing["envelope"]["filed_on_basis"] == "metadata"
    assert (first["trade"]["code"], first["trade"]["price"], first["trade"]["date"]) == ("F", 33.85, "2022-03-07")
    assert first["footnotes"] == [{"cell": "shares", "footnote": "F1"}]
    assert (last["trade"], last["terms"], last["shares_after"]) == (None, None, 4275)


@pytest.mark.parametrize(
    ("written", "number"),
    [("0", 0), ("12.50", 12.5), ("0.1", 0.1), ("100000000000000000000.01", "100000000000000000000.01")],
)
def test_a_number_is_exact_or_a_string(run: Run, tmp_path: Path, written: str, number: object) -> None:
    file = tmp_path / "form4.xml"
    file.write_text(ALLIED_MOTION.read_text("utf-8").replace("33.85", written), "utf-8")
    assert json.loads(run("show", file, "--json").stdout)["rows"][0]["trade"]["price"] == number


def test_an_element_that_nobody_knows_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "form4.xml"
    file.write_text(ALLIED_MOTION.read_text("utf-8").replace("<issuer>", "<novelty/><issuer>"), "utf-8")
    result = run("show", file)
    assert result.exit_code == 0
    assert result.stderr.endswith(": novelty: no reader knows this element\n")


@pytest.mark.parametrize(
    ("name", "text", "code", "reason"),
    [
        ("a.xml", "<x/>", 1, "line 1: x: not an ownershipDocument"),
        ("a.txt", "<SEC-DOCUMENT>\n<TYPE>10-K\n<DOCUMENT>\n", 1, "no ownership filing: a submission of form 10-K"),
        ("a.xml", None, 2, "does not exist"),
    ],
)
def test_what_cannot_be_shown_is_told(
    run: Run, tmp_path: Path, name: str, text: str | None, code: int, reason: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    result = run("show", tmp_path / name)
    assert (result.exit_code, result.stdout) == (code, "")
    assert reason in result.stderr


def test_good_filings_leave_nothing_to_find(run: Run, filings: Path) -> None:
    result = run("check", filings, "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert result.stderr == "3 filings can be loaded, 0 would be set aside, 0 files passed over.\n"


def test_findings_are_data(run: Run, filings: Path) -> None:
    good = ALLIED_MOTION.read_text("utf-8")
    (filings / "1.xml").write_text(good.replace("<issuer>", "<novelty/><issuer>"), "utf-8")
    (filings / "2.xml").write_text(good.replace("<issuer>", "<novelty/>\n<issuer>"), "utf-8")
    (filings / "3.xml").write_text("<ownershipDocument>\n<documentType>99</documentType></ownershipDocument>", "utf-8")
    result = run("check", filings, "--json")
    bad, unread = json.loads(result.stdout)
    assert result.exit_code == 3
    assert bad.pop("reason").startswith("not one of 3, 3/A, ")
    assert bad == {
        "finding": "set aside",
        "file": str(filings / "3.xml"),
        "line": 2,
        "element": "documentType",
        "value": "99",
        "count": None,
    }
    assert (unread["finding"], unread["element"], unread["count"]) == ("unread", "novelty", 2)
    assert unread["file"] == str(filings / "1.xml")


def test_what_tables_lack_and_what_is_put_right_in_them_is_told(run: Run, tmp_path: Path) -> None:
    write_tables(WORLD, tmp_path, packed=True)
    (tmp_path / "FOOTNOTES.tsv").unlink()
    result = run("check", tmp_path, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [(each["finding"], each["element"], each["count"]) for each in found] == [
        ("left out", "NT:timeliness", None),
        ("repaired", "NH:nature", 2),
        ("repaired", "NT:nature", 4),
    ]
    assert all(each["file"].startswith(f"{tmp_path}#0") for each in found)
    assert result.stderr.splitlines() == [
        f"{tmp_path}/FOOTNOTES.tsv: passed over: not there: texts of footnotes are not known",
        f"{len(WORLD)} filings can be loaded, 0 would be set aside, 1 files passed over.",
        "Passed over: not there: texts of footnotes are not known (1).",
    ]


def test_a_list_is_checked_too(run: Run, filings: Path) -> None:
    result = run("check", "-", given=f"{next(filings.glob('*/ownership.xml'))}\n")
    assert "1 filings can be loaded" in result.stderr


def test_what_is_repaired_contradicted_and_not_known_is_told(run: Run, tmp_path: Path) -> None:
    good = ALLIED_MOTION.read_text("utf-8").replace("<value>216</value>", "<value>9007199254740993</value>")
    (tmp_path / "a.xml").write_text(good.replace("ALLIED MOTION", "ALLIED & MOTION"), "utf-8")
    about = {"CONFORMED-NAME": "Another", "CIK": "0000000007"}
    (tmp_path / "metadata.json").write_text(json.dumps({"FILING-DATE": "20220309", "ISSUER": about}), "utf-8")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n")
    result = run("check", tmp_path, "--json")
    found = [(each["finding"], each["line"], each["element"], each["reason"]) for each in json.loads(result.stdout)]
    other = "its issuer 0000046129 is none of the parties stated around it, which are those of another filing: left out"
    assert (result.exit_code, found) == (
        0,
        [
            ("contradicted", None, None, other),
            ("inexact", None, "NT1:shares", "more digits than a graph keeps"),
            ("repaired", 9, None, "malformed: a bare & is read as text"),
        ],
    )
    assert result.stderr.splitlines()[1:3] == [
        "1 filings can be loaded, 0 would be set aside, 1 files passed over.",
        "Passed over: a picture (1).",
    ]
    assert "Filings without a known filing date: 1. A full submission" in run("check", tmp_path).stderr
    shown = run("show", tmp_path / "a.xml")
    assert shown.stderr.splitlines() == [
        f"{tmp_path}/a.xml: {note}" for note in (other, "line 9: malformed: a bare & is read as text")
    ]
