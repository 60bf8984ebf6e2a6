"""What is written as ownership XML, with whatever envelope around it, is read back the same."""

from pathlib import Path

from hypothesis import given

from examples.write import submission, write
from graphload.files.submission import open_submission
from graphload.filing.document import Document
from graphload.filing.values import Envelope, Filing
from graphload.read import read
from tests.sec_schemas import faults
from tests.strategies import filings, modest


@modest
@given(filing=filings())
def test_what_is_written_is_read_back(filing: Filing) -> None:
    reading = read(Document(write(filing), filing.origin, filing.envelope))
    assert reading.filing == filing
    assert reading.unread == ()


@modest
@given(filing=filings())
def test_a_submission_says_what_its_document_and_its_header_say(filing: Filing) -> None:
    document = open_submission(submission(filing), filing.origin, Envelope())
    assert isinstance(document, Document)
    assert read(document).filing == filing


@modest
@given(filing=filings())
def test_what_is_written_is_what_the_sec_takes(filing: Filing, shared: Path) -> None:
    assert faults(write(filing), shared / "spec") == []
