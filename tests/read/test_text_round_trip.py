"""A text rendered from a filing says what the filing says, less what a text cannot say."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from examples.render_text import aligned, markdown
from examples.world import FILINGS
from graphload.errors import FilingError
from graphload.filing.codes import TransactionCode
from graphload.filing.document import Document
from graphload.filing.values import Address, Filing, Owner, Row
from graphload.read import Reading, read
from tests.real import filings as real_filings
from tests.sayable import one_street, sayable
from tests.strategies import filings, modest

Writer = Callable[[Filing], bytes]
# a footnote that no cell cites, which EDGAR does not take: a text like it has lost a mark
UNCITED = "0009900002-22-000004"


def reread(content: bytes, filing: Filing) -> Reading:
    return read(Document(content, filing.origin, filing.envelope))


def whole(filing: Filing) -> Filing:
    """Return the filing with what EDGAR asks of each: names, codes, a box with its title, a cell for each footnote."""
    cited = {ref.footnote for row in filing.rows for ref in row.footnotes}
    issuer = filing.issuer
    return replace(
        filing,
        issuer=replace(issuer, name=_plain(issuer.name) or "Kestrel Inc", ticker=_plain(issuer.ticker)),
        owners=tuple(_titled(owner, at) for at, owner in enumerate(filing.owners)),
        rows=tuple(map(_coded, filing.rows)),
        footnotes=tuple(note for note in filing.footnotes if note.id in cited or not filing.rows),
        signatures=tuple(replace(each, text=f"/s/ {each.text}") for each in filing.signatures),
        no_securities_owned=not filing.rows if filing.form.family == "3" else None,
    )


def _plain(text: str | None) -> str | None:
    """Return a name without what marks a symbol and what parts cells."""
    return re.sub(r"[\[\]|]", "-", text) if text else None


def _titled(owner: Owner, at: int) -> Owner:
    # the form has one line for the officer's title and the text of Other: the boxes tell whose it is
    return replace(
        owner,
        name=f"{_plain(owner.name) or 'Doe Jane'} {at}",
        director=owner.director or not (owner.officer or owner.ten_percent_owner or owner.other),
        officer_title=(_plain(owner.officer_title) or "Chief") if owner.officer else None,
        other_text=(_plain(owner.other_text) or "Trustee") if owner.other else None,
        address=Address("1 Main St", None, "Omaha", "NE", "68102") if owner.address else None,
    )


def _coded(row: Row) -> Row:
    terms, trade = row.terms, row.trade
    if terms and terms.underlying_shares is None and terms.underlying_value is None:
        terms = replace(terms, underlying_shares=Decimal(100))
    if trade is None or trade.code:
        return replace(row, terms=terms)
    return replace(row, terms=terms, trade=replace(trade, code=TransactionCode.P), form_type="4")


@modest
@given(filing=filings().map(whole).filter(lambda filing: filing.rows or filing.no_securities_owned))
@pytest.mark.parametrize("write", [markdown, aligned])
def test_a_text_says_what_the_filing_says(write: Writer, filing: Filing) -> None:
    assert one_street(reread(write(filing), filing).filing) == sayable(filing)


def test_pipes_in_a_text_without_tables_of_pipes_are_letters() -> None:
    (filing,) = (each for each in FILINGS if each.issuer.ticker == "AMOT")
    (signature,), (owner,) = filing.signatures, filing.owners
    odd = replace(
        filing,
        signatures=(replace(signature, text="|s| Robert | Maida"),),
        owners=(replace(owner, name="|Maida| Robert|"),),
        remarks="|a|b|",
    )
    assert one_street(reread(aligned(odd), odd).filing) == sayable(odd)


def is_stateless(filing: Filing) -> bool:
    """Whether an owner's address has no state, without which a text does not tell a city from a postal code."""
    return any(owner.address and not owner.address.state for owner in filing.owners)


@pytest.mark.parametrize("write", [markdown, aligned])
def test_the_text_of_every_example_says_what_the_example_says(write: Writer) -> None:
    for filing in FILINGS:
        if filing.envelope.accession == UNCITED:
            with pytest.raises(FilingError, match="footnote 1: no cell cites it"):
                reread(write(filing), filing)
            continue
        reading = reread(write(filing), filing)
        stateless = is_stateless(filing)
        assert [unread.element for unread in reading.unread] == ["(City) (State) (Zip)"] * stateless
        assert stateless or one_street(reading.filing) == sayable(filing)


@pytest.mark.parametrize("write", [markdown, aligned])
def test_the_text_of_every_real_filing_says_what_its_xml_says(write: Writer, shared: Path) -> None:
    for filing in real_filings(shared):
        reading = reread(write(filing), filing)
        stateless = is_stateless(filing)
        assert [unread.element for unread in reading.unread] == ["(City) (State) (Zip)"] * stateless
        assert stateless or one_street(reading.filing) == sayable(filing)
