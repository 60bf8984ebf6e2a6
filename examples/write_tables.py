"""Filings as the SEC's quarterly Insider Transactions Data Sets: eight tables, with their defect if asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from contextlib import ExitStack
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from pathlib import Path
from typing import Any

from graphload.filing.codes import Code
from graphload.filing.dataset import ACCESSION, TABLES
from graphload.filing.values import Filing, Owner, Row

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
RELATIONS = {
    "director": "Director", "officer": "Officer", "ten_percent_owner": "TenPercentOwner", "other": "Other",
}  # fmt: skip
KINDS = {"NT": "NONDERIV_TRANS", "NH": "NONDERIV_HOLDING", "DT": "DERIV_TRANS", "DH": "DERIV_HOLDING"}
LETTERS = {"acquired": "DA", "direct": "ID"}
# the columns that the real sets fill from elements that a row may lack
PACKED = (
    ("TRANS_FORM_TYPE", "TRANS_CODE", "EQUITY_SWAP_INVOLVED", "EQUITY_SWAP_TRANS_CD_FN", "TRANS_FORM_TYPE_FN"),
    *(
        (column, f"{column}_FN")
        for column in (
            "DEEMED_EXECUTION_DATE", "TRANS_TIMELINESS", "TRANS_SHARES", "TRANS_TOTAL_VALUE", "UNDLYNG_SEC_SHARES",
            "UNDLYNG_SEC_VALUE", "SHRS_OWND_FOLWNG_TRANS", "VALU_OWND_FOLWNG_TRANS", "NATURE_OF_OWNERSHIP",
        )
    ),
)  # fmt: skip

Cells = dict[str, str]


def write_tables(filings: Iterable[Filing], folder: Path, *, packed: bool = False) -> None:
    """Write a data set, rows newest first within a filing; `packed` moves cells to the first rows as the SEC does."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = count(1)
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / f"{name}.tsv").open("w", newline="")) for name in TABLES}
        for name, file in files.items():
            file.write("\t".join(columns(name)) + "\n")
        for filing in filings:
            for name, rows in tables(filing).items():
                if packed:
                    pack(rows)
                for row in rows if TABLES[name].order else ():
                    row[str(TABLES[name].order)] = str(next(keys))
                for row in reversed(rows) if TABLES[name].order else rows:
                    cells = row | {ACCESSION: filing.envelope.accession or ""}
                    files[name].write("\t".join(cells.get(column, "") for column in columns(name)) + "\n")


def columns(name: str) -> tuple[str, ...]:
    """Return the columns of a table, with those that a set may lack."""
    return (*TABLES[name].columns, *sorted(TABLES[name].optional))


def tables(filing: Filing) -> dict[str, list[Cells]]:
    """Return what a filing says, as rows by table in the order of the document."""
    facts = {name: getattr(filing, name, None) for name in TABLES["SUBMISSION"].fields.values()}
    about = {
        "filed_on": filing.envelope.filed_on,
        **{name: getattr(filing.issuer, name) for name in ("cik", "name", "ticker")},
    }
    found = {
        "SUBMISSION": [_cells("SUBMISSION", facts | about)],
        "REPORTINGOWNER": [_owner(owner) for owner in filing.owners],
        **{name: [_row(name, row) for row in filing.rows if row.row_id[:2] == kind] for kind, name in KINDS.items()},
    }
    for name, records in (("FOOTNOTES", filing.footnotes), ("OWNER_SIGNATURE", filing.signatures)):
        fields = TABLES[name].fields.values()
        found[name] = [_cells(name, {field: getattr(each, field) for field in fields}) for each in records]
    return found


def pack(rows: list[Cells]) -> None:
    """Move the cells that not every row has to the first rows."""
    for together in PACKED:
        taken = [{column: row.pop(column, "") for column in together} for row in rows]
        for row, cells in zip(rows, (each for each in taken if any(each.values())), strict=False):
            row.update(cells)


def _owner(owner: Owner) -> Cells:
    ticked = ",".join(word for name, word in RELATIONS.items() if getattr(owner, name))
    fields = {name: _field(name, owner, owner.address) for name in TABLES["REPORTINGOWNER"].fields.values()}
    return _cells("REPORTINGOWNER", fields | {"relationship": ticked})


def _row(name: str, row: Row) -> Cells:
    cells = _cells(name, {field: _field(field, row, row.trade, row.terms) for field in TABLES[name].fields.values()})
    for column, cell in TABLES[name].notes.items():
        cells[column] = ", ".join(each.footnote for each in row.footnotes if each.cell == cell)
    return cells


def _field(name: str, *parts: Any) -> Any:
    return next((getattr(part, name) for part in parts if hasattr(part, name)), None)


def _cells(name: str, fields: dict[str, Any]) -> Cells:
    return {column: _text(field, fields[field]) for column, field in TABLES[name].fields.items()}


def _text(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field in LETTERS:
        return LETTERS[field][value]
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime.date):
        return f"{value.day:02}-{MONTHS[value.month - 1]}-{value.year:04}"
    if isinstance(value, Decimal):
        whole, _, cents = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}".partition(".")
        return f"{whole}.{cents.removesuffix('0')}"
    return str(value.value) if isinstance(value, Code) else str(value)
