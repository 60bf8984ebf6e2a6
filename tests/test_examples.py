"""The example filings: rendered from the world, as the SEC takes them, and read back as they were told."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from examples.make import FOLDER, rendered
from examples.world import FILINGS, allied
from graphload.files.paths import documents, open_file
from graphload.filing.codes import TransactionCode
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read
from tests.sec_schemas import faults

each_filing = pytest.mark.parametrize("filing", FILINGS, ids=lambda filing: filing.envelope.accession)


def test_the_committed_files_are_what_the_world_renders() -> None:
    assert {path: path.read_bytes() for path in FOLDER.rglob("*.*")} == dict(rendered())


@each_filing
def test_the_sec_takes_it(filing: Filing, shared: Path) -> None:
    assert faults((FOLDER / filing.origin).read_bytes(), shared / "spec") == []


@each_filing
def test_it_is_read_as_it_was_told(filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    document = open_file(filing.origin)
    assert isinstance(document, Document)
    reading = read(document)
    assert reading.filing == filing
    assert reading.unread == ()


def test_the_folder_holds_the_world_and_nothing_else() -> None:
    found = list(documents([str(FOLDER)]))
    assert all(isinstance(each, Document) for each in found)
    assert len(found) == len(FILINGS)


def test_ids_are_unique() -> None:
    ids = Counter(f"{filing.envelope.accession}:{row.row_id}" for filing in FILINGS for row in filing.rows)
    assert max(ids.values()) == 1
    assert len({filing.envelope.accession for filing in FILINGS}) == len(FILINGS)


def test_nobody_real_is_in_the_invented_world() -> None:
    for filing in FILINGS:
        real = filing in allied.FILINGS
        assert str(filing.issuer.cik).startswith("0009000") is not real
        assert all(str(owner.cik).startswith("0009000") for owner in filing.owners)
        assert str(filing.envelope.accession).startswith(("00099000", "0009000")) is not real


def test_the_filing_that_the_project_began_with() -> None:
    (maida,) = allied.FILINGS
    (owner,) = maida.owners
    assert (owner.name, owner.officer_title) == ("Maida Robert P", "Senior VP and Group President")
    assert [(row.row_id, row.trade and row.trade.code, row.shares_after, row.nature) for row in maida.rows] == [
        ("NT1", TransactionCode.F, Decimal(103_663), None),
        ("NT2", TransactionCode.A, Decimal(105_855), None),
        ("NT3", TransactionCode.A, Decimal(108_047), None),
        ("NH1", None, Decimal(4_275), "By ESOP Trust"),
    ]
    cited = [(row.row_id, ref.cell, ref.footnote) for row in maida.rows for ref in row.footnotes]
    assert cited == [("NT1", "shares", "F1"), ("NT2", "shares", "F2"), ("NT3", "shares", "F3")]
