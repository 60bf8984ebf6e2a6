"""What of a filing a text can say: the list in graphload/read/text/reader.py, as code."""

from dataclasses import replace

from graphload.filing.codes import Source
from graphload.filing.values import Address, Filing, Footnote, FootnoteRef, Owner, Row
from tests.printable import printable


def sayable(filing: Filing) -> Filing:
    """Return the filing as its text is read at best, a street as one line."""
    filing = printable(filing, Source.TEXT)
    first, *others = filing.owners
    if first.officer and first.other:
        first = replace(first, officer_title=None, other_text=None)
    numbers = {note.id: f"F{at}" for at, note in enumerate(filing.footnotes, start=1)}
    return one_street(
        replace(
            filing,
            issuer=replace(filing.issuer, cik=None),
            owners=tuple(replace(owner, cik=None) for owner in (first, *others)),
            rows=tuple(_row(row, numbers) for row in filing.rows),
            footnotes=tuple(Footnote(numbers[note.id], note.text) for note in filing.footnotes),
        )
    )


def one_street(filing: Filing) -> Filing:
    """Return the filing with every street as one line."""
    return replace(filing, owners=tuple(map(_owner, filing.owners)))


def _owner(owner: Owner) -> Owner:
    address = owner.address or Address()
    street = " ".join(filter(None, (address.street1, address.street2))) or None
    return replace(owner, address=replace(address, street1=street, street2=None)) if owner.address else owner


def _row(row: Row, numbers: dict[str, str]) -> Row:
    return replace(row, footnotes=tuple(FootnoteRef(ref.cell, numbers[ref.footnote]) for ref in row.footnotes))
