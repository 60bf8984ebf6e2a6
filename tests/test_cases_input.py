"""What people have on their disks, with the right answers; `cases/` beside the checkout has the files."""

from datetime import date
from pathlib import Path

import pytest

from graphload.check import check
from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.codes import Basis
from graphload.filing.document import Document, Skipped
from graphload.filing.values import Filing
from graphload.load import load
from graphload.read import read
from graphload.store import Store
from tests.conftest import on_embedded


def filings(path: Path) -> dict[str, Filing]:
    """Return the filings of a folder, by the name of the file."""
    found = (each for each in documents([str(path)]) if isinstance(each, Document))
    return {Path(each.origin).name: read(each).filing for each in found}


@pytest.mark.parametrize(
    ("folder", "known", "problem"),
    [
        ("accnodash", True, None),
        ("dm", True, None),
        ("other", True, None),
        ("list", None, None),
        ("bad", False, "not JSON: the filings beside it are read without it"),
        ("empty", False, "empty: the filings beside it are read without it"),
        ("str", False, "states neither an accession number nor a filing date"),
    ],
)
def test_a_file_beside_a_filing_costs_nothing(
    shared: Path, folder: str, known: bool | None, problem: str | None
) -> None:
    path = shared / "cases/metadata-json" / folder
    document, *others = documents([str(path)])
    assert isinstance(document, Document)
    envelope = read(document).filing.envelope
    assert envelope.accession == (None if known is False else "0009700040-24-000001")
    assert envelope.filed_on == (date(2024, 5, 3) if known else None)
    assert envelope.filed_on_basis is (Basis.METADATA if known else None)
    assert others == ([Skipped(f"{path}/metadata.json", problem, others[0].kind)] if problem else [])  # type: ignore[union-attr]


def test_every_shape_of_xml_is_read(shared: Path) -> None:
    found = filings(shared / "cases/xml-shapes")
    assert len(found) == 7
    assert {each.rows[0].row_id for each in found.values()} == {"NT1"}
    assert not any(each.repaired for each in found.values())
    assert found["cdata.xml"].issuer.name == "Tarnbrook & Sons"
    assert found["enc-ascii.xml"].issuer.name == "Tärnbrook Widgets, Inc."


def test_malformed_xml_is_repaired_where_nothing_is_guessed(shared: Path) -> None:
    checked = check([str(shared / "cases/malformed-xml")])
    assert [Path(each.file).name for each in checked.findings if each.finding == "set aside"] == ["c06-nul.xml"]
    found = {
        name: read(each).filing
        for each in documents([str(shared / "cases/malformed-xml")])
        if isinstance(each, Document) and (name := Path(each.origin).name) != "c06-nul.xml"
    }
    assert {name: each.repaired for name, each in found.items()} == {
        "c06-amp-footnote.xml": ("a bare & is read as text",),
        "c06-amp.xml": ("a bare & is read as text",),
        "c06-bom.xml": (),
        "c06-cp1252.xml": ("bytes that are not UTF-8 are read as windows-1252",),
        "c06-hex.xml": (),
        "c06-html-entity.xml": ("an entity of HTML is read as its character",),
        "c06-missing-close.xml": ("an end tag of nonDerivativeTable is put in",),
        "c06-utf16.xml": (),
    }
    assert found["c06-amp.xml"].issuer.name == "Thorn & Vale & Sons"
    assert found["c06-html-entity.xml"].issuer.name == "Café Holdings"
    assert found["c06-cp1252.xml"].footnotes[0].text == "The “Plan” – adopted by Café"
    assert all([row.row_id for row in each.rows] == ["NT1"] for each in found.values())


def test_cut_and_foreign_files_are_told_for_what_they_are(shared: Path) -> None:
    found = [*documents([str(shared / "cases/cut-and-foreign")])]
    errors = {Path(each.origin).name: each.what for each in found if isinstance(each, FilingError)}
    page = "an error page of a server, not a filing: download the file again"
    assert errors == {
        "c13-403.txt": page,
        "c13-404.xml": page,
        "c13-truncated.txt": "a submission of form 4 that is cut off: download it again",
    }
    notes = {Path(each.origin).name: read(each).notes for each in found if isinstance(each, Document)}
    assert notes.keys() == {
        "c12-ex24.txt", "c12-ex99.txt", "c12-pdf.txt", "c13-crlf.txt", "c13-header-more-owners.txt",
        "c13-header4-doc4a.txt",
    }  # fmt: skip
    assert {name: said for name, said in notes.items() if said} == {
        "c13-header-more-owners.txt": ("the parties stated around it have 0009900077, who is no owner in the filing",),
        "c13-header4-doc4a.txt": ("the filing is a form 4/A, and stated around it is a form 4",),
    }


def test_nothing_is_set_aside_that_a_person_would_want(shared: Path) -> None:
    """Of all that is shared: a stub, a filing from before XML, and the cases that are made to be set aside."""
    checked = check([str(shared / "filings"), str(shared / "cases")])
    aside = {Path(each.file).name for each in checked.findings if each.finding == "set aside"}
    assert aside == {
        "alphadeck_backend_tests_fixtures_edgar_form4_multi_sameday.xml",
        "dgunning_edgartools_data_sgml_0001094891-00-000193.txt",
        "c06-nul.xml", "c13-403.txt", "c13-404.xml", "c13-truncated.txt",
    }  # fmt: skip


@on_embedded
def test_a_load_says_what_it_repaired_and_what_it_does_not_know(store: Store, shared: Path) -> None:
    folder = shared / "cases"
    report = load(store, [str(folder / "metadata-json"), str(folder / "malformed-xml/c06-amp.xml")])
    assert (report.exit_code, report.set_aside) == (0, [])
    assert report.kinds == {"a metadata.json or its like that is not used": 3}
    assert report.noted == [f"{folder}/malformed-xml/c06-amp.xml: line 2: malformed: a bare & is read as text"]
    assert (report.repaired, report.undated) == (1, 5)
    again = load(store, [str(folder / "metadata-json"), str(folder / "malformed-xml/c06-amp.xml")])
    assert (again.filings, again.undated) == (report.filings, report.undated)
    repaired = "MATCH (f:Filing) WHERE f.repaired IS NOT NULL RETURN f.repaired"
    assert store.read(repaired).rows == [(["a bare & is read as text"],)]
