"""The rows of one filing from the SEC's quarterly data sets.

What the tables cannot say:

* the order of transactions and holdings among each other, of owners, of signatures, and of the footnotes of one cell;
* decimals beyond the second, so that derivatives whose exercise prices differ only there are one security;
* a total value in place of shares in Table I;
* a foreign trading symbol; of an address what it has since 2026: the country and the state outside the US;
* the box for a 10b5-1 plan, where a set has no column for it; the version of the schema;
* the time of acceptance and the parties of the submission's header;
* what stands in a table that the set lacks, and values left out because it is not certain which rows they are of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from graphload.filing.codes import Basis, Form, Source
from graphload.filing.dataset import TABLES, TableRows
from graphload.filing.values import (
    Address,
    Envelope,
    Filing,
    Footnote,
    FootnoteRef,
    Issuer,
    Owner,
    Row,
    Signature,
    Terms,
    Trade,
)
from graphload.read.cells import ParseError
from graphload.read.dataset.packing import Record, unpack
from graphload.read.dataset.records import RELATIONS, record
from graphload.read.elements import CELLS
from graphload.read.scan import Reading, Unknown, Unread

T = TypeVar("T")
_REST = (
    "remarks", "original_filed_on", "no_securities_owned", "exit", "form3_holdings_reported",
    "form4_transactions_reported", "plan10b51",
)  # fmt: skip
_NUMBERED = re.compile(r"\d+")


def read(rows_by_table: TableRows, origin: str, envelope: Envelope) -> Reading:
    """Return the filing that these rows state, with cells in wrong rows repaired, and the columns that were not read.

    Raises ParseError with the table, the column and the line.
    """
    tables = {table: [record(table, row) for row in rows] for table, rows in rows_by_table.items()}
    submission = _only(tables["SUBMISSION"])
    form = _need(submission, "form", "SUBMISSION.DOCUMENT_TYPE")
    rows, repaired, left_out = _rows(tables, form)
    filing = Filing(
        source=Source.TABLES,
        origin=origin,
        envelope=_envelope(envelope, submission),
        form=form,
        period_of_report=_need(submission, "period_of_report", "SUBMISSION.PERIOD_OF_REPORT"),
        issuer=_issuer(submission),
        owners=tuple(_owners(tables)),
        rows=rows,
        footnotes=tuple(sorted((_footnote(each) for each in tables.get("FOOTNOTES", ())), key=_number)),
        signatures=tuple(Signature(each["text"], each["date"]) for each in tables.get("OWNER_SIGNATURE", ())),
        repaired=repaired,
        left_out=left_out,
        **{name: submission[name] for name in _REST},
    )
    return Reading(filing, _unread(rows_by_table))


def _unread(rows_by_table: TableRows) -> tuple[Unread, ...]:
    """Return the columns that no reader knows, with the lines that have a value there."""
    unknown = Unknown()
    for table, rows in rows_by_table.items():
        known = TABLES[table].known | {"line"}
        for row in rows:
            for column in row.keys() - known:
                unknown.add(f"{table}.{column}", row["line"])
    return unknown.all()


def _only(submissions: list[Record]) -> Record:
    if len(submissions) != 1:
        raise ParseError("stands more than once" if submissions else "not there", element="SUBMISSION.ACCESSION_NUMBER")
    return submissions[0]


def _need(record: Record, field: str, column: str) -> Any:
    if record[field] is None:
        raise ParseError("missing", line=record["line"], element=column)
    return record[field]


def _made(kind: Callable[..., T], record: Record, **more: Any) -> T:
    """Return a value whose fields are those of the record that bear their names."""
    names = kind.__slots__  # type: ignore[attr-defined]
    return kind(**{name: record.get(name) for name in names} | more)


def _envelope(envelope: Envelope, submission: Record) -> Envelope:
    filed_on = submission["filed_on"]
    return replace(
        envelope, form=submission["form"].value, filed_on=filed_on, filed_on_basis=Basis.TABLES if filed_on else None
    )


def _issuer(submission: Record) -> Issuer:
    _need(submission, "cik", "SUBMISSION.ISSUERCIK")
    return _made(Issuer, submission)


def _owners(tables: dict[str, list[Record]]) -> Iterator[Owner]:
    owners = tables.get("REPORTINGOWNER")
    if owners == []:
        raise ParseError("not there", element="REPORTINGOWNER.ACCESSION_NUMBER")
    for each in owners or ():
        _need(each, "cik", "REPORTINGOWNER.RPTOWNERCIK")
        boxes = {name: name in each["relationship"] for name in RELATIONS.values()}
        address = _made(Address, each)
        yield _made(Owner, each, **boxes, address=None if address == Address() else address)


def _footnote(record: Record) -> Footnote:
    return Footnote(record["id"] or "", record["text"] or "")


def _number(footnote: Footnote) -> int:
    found = _NUMBERED.search(footnote.id)
    return int(found[0]) if found else 0


def _rows(tables: dict[str, list[Record]], form: Form) -> tuple[tuple[Row, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the rows, each table's by `_SK`, and the cells that were repaired and left out."""
    rows: list[Row] = []
    repaired: list[str] = []
    left_out: list[str] = []
    for table in (table for table in tables if TABLES[table].order):
        records = sorted(tables[table], key=lambda record: record["order"])
        moved, left = unpack(records, form)
        own = [_row(table, record, place) for place, record in enumerate(records, 1)]
        rows += own
        repaired += [f"{own[0].row_id[:2]}:{cell}" for cell in moved]
        left_out += [f"{own[0].row_id[:2]}:{cell}" for cell in left]
    return tuple(rows), tuple(repaired), tuple(left_out)


def _row(table: str, record: Record, place: int) -> Row:
    _need(record, "title", f"{table}.SECURITY_TITLE")
    notes = record["notes"]
    return _made(
        Row,
        record,
        place=place,
        trade=_made(Trade, record) if table.endswith("TRANS") else None,
        terms=_made(Terms, record) if table.startswith("DERIV") else None,
        footnotes=tuple(FootnoteRef(cell, each) for _, cell, _ in CELLS.values() for each in notes.get(cell, ())),
    )
