"""A page rendered from a filing, whatever the filing, says what the filing says, less what a page cannot say."""

from pathlib import Path

from hypothesis import given

from examples.render_html import render
from examples.world import FILINGS
from graphload.filing.codes import Source
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read
from tests.printable import printable
from tests.real import filings as real_filings
from tests.strategies import filings, modest


def reread(filing: Filing) -> Filing:
    """The filing as it is read from its page, nothing of which is left unread."""
    reading = read(Document(render(filing), filing.origin, filing.envelope))
    assert reading.unread == ()
    return reading.filing


@modest
@given(filing=filings())
def test_a_page_says_what_the_filing_says(filing: Filing) -> None:
    assert reread(filing) == printable(filing, Source.HTML)


def test_the_page_of_every_example_says_what_the_example_says() -> None:
    for filing in FILINGS:
        assert reread(filing) == printable(filing, Source.HTML)


def test_the_page_of_every_real_filing_says_what_its_xml_says(shared: Path) -> None:
    for filing in real_filings(shared):
        assert reread(filing) == printable(filing, Source.HTML)
