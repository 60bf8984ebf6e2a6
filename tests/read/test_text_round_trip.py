"""A text rendered from a filing says what the filing says, less what a text cannot say, or it is set aside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from examples.render_text import aligned, markdown
from examples.world import FILINGS
from graphload.errors import FilingError
from graphload.filing.values import Filing
from graphload.read import Reading, read
from graphload.source.document import Document
from tests.sayable import one_street, sayable
from tests.strategies import filings

Writer = Callable[[Filing], bytes]
modest = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
# a footnote that no cell cites, which EDGAR does not take: a text like it has lost a mark
UNCITED = "0009900002-22-000004"
# an address with a city and a zip, and no state between them
STATELESS = ("0009900004-26-000001", "0009900004-26-000009")


def reread(content: bytes, filing: Filing) -> Reading:
    return read(Document(content, filing.origin, filing.envelope))


@modest
@given(filing=filings())
@pytest.mark.parametrize("write", [markdown, aligned])
def test_a_text_is_read_right_or_set_aside(write: Writer, filing: Filing) -> None:
    # the form has one line for the officer's title and the text of Other: the boxes tell whose it is
    owner = filing.owners[0]
    assume((owner.officer or not owner.officer_title) and (owner.other or not owner.other_text))
    try:
        reading = reread(write(filing), filing)
    except FilingError:
        return
    if not reading.unread:
        assert one_street(reading.filing) == sayable(filing)


@pytest.mark.parametrize("write", [markdown, aligned])
def test_the_text_of_every_example_says_what_the_example_says(write: Writer) -> None:
    for filing in FILINGS:
        if filing.envelope.accession == UNCITED:
            with pytest.raises(FilingError, match="footnote 1: no cell cites it"):
                reread(write(filing), filing)
            continue
        reading = reread(write(filing), filing)
        stateless = filing.envelope.accession in STATELESS
        assert [unread.element for unread in reading.unread] == ["(City) (State) (Zip)"] * stateless
        assert stateless or one_street(reading.filing) == sayable(filing)


@pytest.mark.parametrize("write", [markdown, aligned])
def test_the_text_of_every_real_filing_says_what_its_xml_says(write: Writer, shared: Path) -> None:
    paths = sorted((shared / "filings" / "xml").rglob("*.xml"))
    assert len(paths) > 70
    for path in paths:
        filing = read(Document(path.read_bytes(), path.name)).filing
        reading = reread(write(filing), filing)
        assert reading.unread == ()
        assert one_street(reading.filing) == sayable(filing)
