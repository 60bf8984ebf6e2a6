"""What the SEC's tables can say of a filing, and data sets read back, for the tests."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TypeVar

from graphload.errors import FilingError
from graphload.files.tables import documents
from graphload.filing.codes import Basis, Source
from graphload.filing.document import Document, Skipped
from graphload.filing.values import Address, Envelope, Filing, Row
from graphload.read import read

R = TypeVar("R")
KINDS = ("NT", "NH", "DT", "DH")


def found(folder: Path) -> Iterator[Document | Skipped | FilingError]:
    """Yield what a folder of tables gives."""
    return documents(sorted(each.name for each in folder.iterdir()), lambda name: (folder / name).open("rb"), "set")


def filings(folder: Path) -> list[Filing]:
    """Return the filings of a folder of tables that has them all."""
    readings = [read(each) for each in found(folder) if isinstance(each, Document)]
    return [reading.filing for reading in readings]


def sayable(filing: Filing) -> Filing:
    """Return the filing less what the tables cannot say, which is the list in `graphload/read/dataset/reader.py`."""
    envelope, addresses = filing.envelope, [owner.address or Address() for owner in filing.owners]
    plain = [replace(each, non_us=None, non_us_state=None, country=None) for each in addresses]
    return replace(
        filing,
        source=Source.TABLES,
        origin=f"set#{envelope.accession}",
        envelope=Envelope(envelope.accession, Basis.TABLES, filing.form.value, envelope.filed_on, Basis.TABLES),
        issuer=replace(filing.issuer, foreign_ticker=None),
        owners=tuple(
            replace(owner, address=None if address == Address() else address)
            for owner, address in zip(filing.owners, plain, strict=True)
        ),
        rows=tuple(_row(row) for kind in KINDS for row in filing.rows if row.row_id[:2] == kind),
        footnotes=tuple(sorted(filing.footnotes, key=lambda note: int(note.id[1:]))),
        schema_version=None,
    )


def _row(row: Row) -> Row:
    trade = row.trade and replace(_rounded(row.trade), **({} if row.terms else {"total_value": None}))
    return replace(_rounded(row), trade=trade, terms=row.terms and _rounded(row.terms))


def _rounded(record: R) -> R:
    values = {name: getattr(record, name) for name in record.__slots__}  # type: ignore[attr-defined]
    return replace(  # type: ignore[type-var]
        record,
        **{
            name: value.quantize(Decimal("0.01"), ROUND_HALF_UP)
            for name, value in values.items()
            if isinstance(value, Decimal)
        },
    )


def less(filing: Filing, left_out: tuple[str, ...]) -> Filing:
    """Return the filing without the cells, as `DT:shares`, that a reading says it left out."""
    cells = [each.split(":") for each in left_out]
    rows = (_without(row, [cell for kind, cell in cells if kind == row.row_id[:2]]) for row in filing.rows)
    return replace(filing, rows=tuple(rows))


def _without(row: Row, cells: list[str]) -> Row:
    names = {*cells, *(["form_type", "equity_swap"] if "code" in cells else [])}
    kept = tuple(ref for ref in row.footnotes if ref.cell not in cells)
    trade, terms = _blank(row.trade, names), _blank(row.terms, names)
    return replace(_blank(row, names), trade=trade, terms=terms, footnotes=kept)


def _blank(record: R, names: set[str]) -> R:
    return replace(record, **{name: None for name in names if hasattr(record, name)}) if record else record  # type: ignore[type-var]
