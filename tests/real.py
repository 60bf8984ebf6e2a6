"""The real filings beside the checkout that are there as XML."""

from pathlib import Path

from graphload.errors import FilingError
from graphload.files.paths import documents
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read


def filings(shared: Path) -> list[Filing]:
    """Read every XML file; the only one that may be set aside is a stub, which says not even its form."""
    found, stubs = [], []
    for document in documents([str(shared / "filings" / "xml")]):
        assert isinstance(document, Document), document
        try:
            found.append(read(document).filing)
        except FilingError as error:
            stubs.append(error)
    assert all("documentType: missing" in str(error) for error in stubs), stubs
    assert len(found) > 70
    return found
