"""Two shapes of one filing have one digest of facts; two filings have two."""

import dataclasses
from pathlib import Path

import pytest

from examples.render_html import render
from examples.render_text import aligned, markdown
from examples.world import FILINGS
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.map.facts import digest
from graphload.read import read
from tests.real import filings


def reread(filing: Filing) -> list[Filing]:
    """The filing as it is read from each of its renderings that is not refused."""
    found = []
    for rendering in (render(filing), markdown(filing), aligned(filing)):
        try:
            found.append(read(Document(rendering, filing.origin)).filing)
        except FilingError:
            continue
    return found


def test_every_rendering_of_an_example_has_its_digest() -> None:
    for filing in FILINGS:
        assert {digest(each) for each in reread(filing)} == {digest(filing)}


def test_every_rendering_of_a_real_filing_has_its_digest(shared: Path) -> None:
    for filing in filings(shared):
        assert {digest(each) for each in reread(filing)} == {digest(filing)}, filing.origin


def test_every_example_has_a_digest_of_its_own() -> None:
    assert len({digest(filing) for filing in FILINGS}) == len(FILINGS)


@pytest.mark.parametrize("number", range(len(FILINGS[0].rows)))
def test_another_number_is_another_filing(number: int) -> None:
    filing = FILINGS[0]
    rows = list(filing.rows)
    rows[number] = dataclasses.replace(rows[number], shares_after=123456789)
    assert digest(dataclasses.replace(filing, rows=tuple(rows))) != digest(filing)
