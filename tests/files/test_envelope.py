"""The envelope: what is taken from where, and which source is believed."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from examples.world import FILINGS
from examples.write import metadata, submission, write
from graphload.files.envelope import accession_in, join, of_path
from graphload.files.neighbours import read
from graphload.files.paths import documents, open_file
from graphload.filing.codes import Basis
from graphload.filing.document import Document
from graphload.filing.values import Envelope, HeaderParty

ALLIED = FILINGS[0]
OTHER = "0009900001-21-000003"


def envelope(path: Path, given: Envelope = Envelope()) -> Envelope:
    document = open_file(str(path), given)
    assert isinstance(document, Document)
    return document.envelope


@pytest.mark.parametrize(
    ("name", "accession"),
    [
        ("0001046568-22-000002.txt", "0001046568-22-000002"),
        ("000104656822000002", "0001046568-22-000002"),
        ("form4_0001046568-22-000002_doc.xml", "0001046568-22-000002"),
        ("0001046568-22-0000021.txt", None),
        ("20001046568-22-000002.txt", None),
        ("doc4.xml", None),
    ],
)
def test_an_accession_number_in_a_name(name: str, accession: str | None) -> None:
    assert accession_in(name) == accession


def test_the_nearest_name_is_believed() -> None:
    assert of_path(Path(f"/{OTHER}/0001046568-22-000002/doc4.xml")) == Envelope("0001046568-22-000002", Basis.PATH)
    assert of_path(Path("/filings/doc4.xml")) == Envelope()


def test_a_header_is_believed_before_a_name_and_a_name_before_metadata(tmp_path: Path) -> None:
    given = Envelope("0000000001-01-000001", Basis.GIVEN, filed_on=date(2001, 1, 1), filed_on_basis=Basis.GIVEN)
    (tmp_path / "doc4.xml").write_bytes(write(ALLIED))
    found = envelope(tmp_path / "doc4.xml", given)
    assert (found.accession_basis, found.filed_on_basis) == (Basis.GIVEN, Basis.GIVEN)

    (tmp_path / "metadata.json").write_bytes(metadata(ALLIED))
    found = envelope(tmp_path / "doc4.xml", given)
    assert (found.accession, found.accession_basis) == ("0001046568-22-000002", Basis.METADATA)
    assert (found.filed_on, found.filed_on_basis) == (date(2022, 3, 9), Basis.METADATA)

    named = tmp_path / "0001046568-22-000002.xml"
    named.write_bytes(write(ALLIED))
    found = envelope(named, given)
    assert (found.accession_basis, found.filed_on_basis) == (Basis.PATH, Basis.METADATA)

    named.write_bytes(submission(ALLIED))
    found = envelope(named, given)
    assert (found.accession_basis, found.filed_on_basis) == (Basis.HEADER, Basis.HEADER)


def test_metadata_of_another_filing_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_bytes(metadata(ALLIED))
    (tmp_path / f"{OTHER}.xml").write_bytes(write(ALLIED))
    assert envelope(tmp_path / f"{OTHER}.xml") == Envelope(OTHER, Basis.PATH)


def test_metadata_says_what_the_filing_came_in(tmp_path: Path) -> None:
    late = next(filing for filing in FILINGS if filing.envelope.accepted_at)
    (tmp_path / "metadata.json").write_bytes(metadata(late))
    (found,) = read((tmp_path / "metadata.json").read_bytes(), "metadata.json", "metadata.json").facts.values()
    assert found == join(Envelope(accession_basis=Basis.METADATA), late.envelope)
    assert found.accepted_at == datetime(2025, 3, 13, 21, 41, 7)


def test_join_takes_each_fact_from_the_first_that_has_it() -> None:
    known = Envelope("0001046568-22-000002", Basis.PATH)
    more = Envelope(OTHER, Basis.METADATA, "4", parties=(HeaderParty("0000046129", None, True),))
    assert join(known, more) == Envelope("0001046568-22-000002", Basis.PATH, "4", parties=more.parties)


def test_the_metadata_of_every_real_filing(shared: Path) -> None:
    sources = (shared / "filings/SOURCES.tsv").read_text("utf-8").splitlines()
    forms = {
        row["accession"]: row["form"] for row in csv.DictReader(sources, delimiter="\t") if row["file"].endswith(".xml")
    }
    found = [
        document.envelope
        for document in documents([str(shared / "filings/xml/edgar")])
        if isinstance(document, Document)
    ]
    assert len(found) == 47
    for each in found:
        assert each.form == forms[str(each.accession)]
        assert each.filed_on_basis is Basis.METADATA
    funds = {party.name for each in found for party in each.parties if party.incorporated}
    assert {"Mithril LP", "Mithril II UGP LLC", "Square, Inc."} <= funds
    assert "BOTHA ROELOF" not in funds
