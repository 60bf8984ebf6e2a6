"""JSON files beside filings: the layouts that tools write, and files that are none."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from examples.world import FILINGS
from examples.write import submission, write
from graphload.files.moments import accepted, filed
from graphload.files.neighbours import read
from graphload.files.paths import documents, open_file
from graphload.filing.codes import Basis
from graphload.filing.document import Document, Skipped
from graphload.filing.values import HeaderParty
from tests.packed import tarred, zipped

CONTENT = write(FILINGS[0])
ONE, TWO, HEADED = "0000320193-24-000001", "0000320193-24-000002", "0001046568-22-000002"
FILED = date(2024, 5, 3)
COLUMNS = {
    "accessionNumber": [TWO, ONE],
    "filingDate": ["2024-06-01", "2024-05-03"],
    "acceptanceDateTime": ["2024-06-01T20:30:28.000Z", "2024-05-03T20:30:28.000Z"],
    "form": ["10-K", "4"],
    "primaryDocument": ["a.htm", "xslF345X05/doc4.xml"],
}
HEADER = {
    "accession-number": ONE,
    "type": "4",
    "reporting-owner": [{"owner-data": {"conformed-name": "A", "cik": "7"}}],
    "issuer": {"company-data": {"conformed-name": "B", "cik": "8", "irs-number": "1"}},
    "filing-date": "20240503",
    "acceptance-datetime": "20240503170102",
}
LAYOUTS: dict[str, Any] = {
    "lower case": HEADER,
    "below submission": {"submission": HEADER, "documents": [{"type": "4", "filename": "doc4.xml"}]},
    "camel": {"accessionNumber": ONE, "filingDate": "2024-05-03", "form": "4"},
    "snake": {"accession_number": ONE, "filing_date": "2024-05-03T00:00:00", "form": "4"},
    "number": {"accession_no": 32019324000001, "file_date": 20240503},
    "milliseconds": {"accession_no": ONE, "filing_date": 1714694400000},
    "with a time": {"accessionNo": ONE, "filedAt": "2024-05-03T17:01:02-04:00", "entities": [{"cik": "1"}]},
    "search": {"hits": {"hits": [{"_id": f"{ONE}:doc4.xml", "_source": {"adsh": ONE, "file_date": "2024-05-03"}}]}},
    "list": [{"accession": ONE, "filed_at": "2024-05-03"}],
    "by accession": {TWO: {"filed": "2024-06-01"}, ONE: {"filed": "2024-05-03"}},
    "submissions": {"cik": "320193", "name": "Apple", "filings": {"recent": COLUMNS, "files": []}},
    "further submissions": COLUMNS,
    "pandas": {name: dict(enumerate(column)) for name, column in COLUMNS.items()},
    "submissions by row": {
        "filings": {
            "recent": [{"accessionNumber": a, "filingDate": d} for a, d in ((TWO, "2024-06-01"), (ONE, "2024-05-03"))]
        }
    },
}
NO_JSON = {
    "empty": b"",
    "blank": b" \n",
    "cut off": b"{not json",
    "binary": bytes(range(256)),
    "deep": b"[" * 100_000,
    "digits": b"9" * 10_000,
    "two": b"{} {}",
}
NO_FACTS = {
    "list": b"[1]",
    "text": b'"x"',
    "number": b"17",
    "null": b"null",
    "NaN": b"NaN",
    "object": b"{}",
    "numbers": b'{"accessionNumber": 17.5, "filingDate": NaN, "issuer": [3, null], "form": {}}',
    "uneven columns": b'{"accessionNumber": ["0000320193-24-000001"], "filingDate": []}',
    "deep": b'{"a":' * 500 + b"1" + b"}" * 500,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("known", [True, False], ids=["named", "unnamed"])
def test_every_layout_gives_accession_and_filing_date(tmp_path: Path, layout: str, known: bool) -> None:
    several = layout in ("by accession", "submissions", "further submissions", "submissions by row", "pandas")
    folder = tmp_path / (ONE if known else "folder")
    folder.mkdir()
    (folder / "doc4.xml").write_bytes(CONTENT)
    (folder / "metadata.json").write_bytes(b"\xef\xbb\xbf" * known + json.dumps(LAYOUTS[layout]).encode())
    found, *others = documents([str(tmp_path)])
    assert isinstance(found, Document)
    if several and not known:
        assert (found.envelope.accession, found.envelope.filed_on) == (None, None)
        assert [str(each) for each in others] == [
            f"{folder}/metadata.json: passed over: states facts of several filings, and the filing beside it has no"
            " accession number"
        ]
    else:
        assert (found.envelope.accession, found.envelope.filed_on, others) == (ONE, FILED, [])
        assert found.envelope.filed_on_basis is Basis.METADATA


@pytest.mark.parametrize("form", ["10-K", "SC 13G/A", "144", "424B5"])
def test_what_is_about_another_form_is_not_believed(tmp_path: Path, form: str) -> None:
    (tmp_path / "doc4.xml").write_bytes(CONTENT)
    (tmp_path / "metadata.json").write_text(json.dumps({"accession": ONE, "form": form, "filed": "2024-05-03"}))
    document, problem = documents([str(tmp_path)])
    assert isinstance(document, Document) and isinstance(problem, Skipped)
    assert (document.envelope.accession, document.envelope.filed_on) == (None, None)
    assert problem.reason == f"is about a submission of form {form}"


@pytest.mark.parametrize(
    ("stated", "form"), [("4", "4"), (4, "4"), ("Form 4", "4"), ("4/a", "4/A"), ("4 - Changes", "4"), ("insider", None)]
)
def test_a_form_is_taken_as_a_header_writes_it(stated: object, form: str | None) -> None:
    (found,) = read(json.dumps({"accession": ONE, "form": stated}).encode(), "m", "metadata.json").facts.values()
    assert found.form == form


def test_parties_are_those_of_a_header() -> None:
    (found,) = read(json.dumps(HEADER).encode(), "m", "metadata.json").facts.values()
    assert found.parties == (HeaderParty("0000000007", "A", False), HeaderParty("0000000008", "B", True))
    assert found.accepted_at == datetime(2024, 5, 3, 17, 1, 2)
    other = {"accession": ONE, "issuer": {"cik": "8", "name": "B"}}  # says nothing of what EDGAR keeps
    assert [each.parties for each in read(json.dumps(other).encode(), "m", "metadata.json").facts.values()] == [()]


@pytest.mark.parametrize(
    "name", ["filing.json", "submissions.json", "CIK0000320193.json", "cik0000320193-submissions-001.json"]
)
def test_other_names_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{ONE}.xml").write_bytes(CONTENT)
    (tmp_path / name).write_text(json.dumps(COLUMNS))
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    assert found.envelope.filed_on == FILED


def test_the_index_of_a_folder_gives_its_accession_number(tmp_path: Path) -> None:
    (tmp_path / "doc4.xml").write_bytes(CONTENT)
    item = [{"last-modified": "2024-05-03 17:01:02", "name": "doc4.xml", "type": "text.gif", "size": "3"}]
    directory = {"item": item, "name": "/Archives/edgar/data/320193/000032019324000001"}
    (tmp_path / "index.json").write_text(
        json.dumps({"directory": directory | {"parent-dir": "/Archives/edgar/data/320193"}})
    )
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    assert (found.envelope.accession, found.envelope.accession_basis) == (ONE, Basis.INDEX)
    assert found.envelope.filed_on is None


@pytest.mark.parametrize("content", [*NO_JSON.values(), *NO_FACTS.values()], ids=[*NO_JSON, *NO_FACTS])
@pytest.mark.parametrize("shape", ["folder", "file", "zip", "tar"])
def test_a_file_that_is_not_understood_is_named_once_and_costs_no_filing(
    tmp_path: Path, shape: str, content: bytes
) -> None:
    members = {f"a/{number}.xml": CONTENT for number in (1, 2)} | {"a/metadata.json": content, "b/3.xml": CONTENT}
    members = dict(sorted(members.items(), key=lambda each: (each[0][0], "json" not in each[0])))
    if shape in ("zip", "tar"):
        (tmp_path / "f").write_bytes((zipped if shape == "zip" else tarred)(members))
    for name in members if shape in ("folder", "file") else ():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(members[name])
    paths = [str(tmp_path / name) for name in members if "xml" in name] if shape == "file" else [str(tmp_path)]
    found = [*documents(paths)]
    assert sum(isinstance(each, Document) for each in found) == 3
    (named,) = (each for each in found if not isinstance(each, Document))
    assert isinstance(named, Skipped)
    assert named.origin.endswith("a/metadata.json")
    assert named.reason.split(":")[0] in (
        "empty", "not JSON", "JSON that is nested too deeply", "states neither an accession number nor a filing date"
    )  # fmt: skip


def test_one_file_that_is_given_needs_no_metadata(tmp_path: Path) -> None:
    (tmp_path / "doc4.xml").write_bytes(CONTENT)
    (tmp_path / "metadata.json").write_bytes(b"[1]")
    assert isinstance(open_file(str(tmp_path / "doc4.xml")), Document)


@pytest.mark.parametrize(
    ("name", "content", "accession", "said"),
    [
        ("doc4.xml", CONTENT, ONE, f"is about the filing {ONE}, which is believed before the folder's name {TWO}"),
        (f"{TWO}.xml", CONTENT, TWO, f"is about the filing {ONE}, not about {TWO} beside it"),
        ("full.txt", submission(FILINGS[0]), HEADED, f"is about the filing {ONE}, not about {HEADED} beside it"),
    ],
    ids=["folder", "file", "content"],
)  # fmt: skip
def test_a_contradiction_is_told(tmp_path: Path, name: str, content: bytes, accession: str, said: str) -> None:
    folder = tmp_path / TWO
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "metadata.json").write_text(json.dumps({"accession": ONE, "filed": "2024-05-03"}))
    document, problem = documents([str(tmp_path)])
    assert isinstance(document, Document)
    assert document.envelope.accession == accession
    assert document.envelope.filed_on != (None if accession == ONE else FILED)
    assert str(problem) == f"{folder}/metadata.json: passed over: {said}"
    assert len(document.notes) == (name == "full.txt")


def test_a_saved_page_says_which_filing_it_is(tmp_path: Path) -> None:
    address = b"https://www.sec.gov/Archives/edgar/data/320193/000032019324000001/xslF345X05/doc4.xml"
    page = b"<!-- saved from url=(0091)%b -->" % address
    (tmp_path / TWO).mkdir()
    (tmp_path / TWO / "doc4.html").write_bytes(
        page + b"<html><title>SEC FORM 4</title>STATEMENT OF BENEFICIAL OWNERSHIP OMB"
    )
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    assert (found.envelope.accession, found.envelope.accession_basis) == (ONE, Basis.PAGE)
    assert found.notes == (
        f"its content has the accession number {ONE}, which is believed before {TWO} in its name or its folder's",
    )


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("20240503", FILED),
        ("2024/05/03", FILED),
        ("2024-05-03 17:01:02", FILED),
        ("2024-05-03T20:30:28.000Z", FILED),
        ("2024-05-04T01:30:00Z", FILED),  # still the day before, in New York
        ("2024-05-03T00:00:00.000Z", FILED),  # a date that a program wrote as a time
        ("2024-05-03T22:30:00-04:00", None),  # filed on the next business day
        ("2024-05-04T04:30:00Z", None),  # which day depends on the season
        ("2024-05-03T17:01:02+05:30", FILED),
        ("05/03/2024", None),
        ("2024-13-03", None),
        ("soon", None),
        (True, None),
        (20240503, FILED),
        (17, None),
        (1e400, None),
        ("9" * 5000, None),
    ],
)
def test_a_day_is_taken_where_it_is_certain(value: object, day: date | None) -> None:
    assert filed(value) == day


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("20240503170102", True),
        ("2024-05-03T17:01:02-04:00", True),
        ("2024-05-03T21:01:02.000Z", False),
        ("2024-05-03", False),
    ],
)
def test_a_time_of_acceptance_is_eastern(value: str, known: bool) -> None:
    assert accepted(value) == (datetime(2024, 5, 3, 17, 1, 2) if known else None)
