"""What every shape of a filing says, by which two shapes of one filing are known to be one."""

from __future__ import annotations

import hashlib

from graphload.filing.values import Filing, Row
from graphload.schema.rows import plain
from graphload.wording.text import normal


def digest(filing: Filing) -> str:
    """Return the id of a filing without an accession number: form, days, names and rows, whichever way they are put.

    Left out is what one shape says and another does not, and what they write in different words: CIKs, roles,
    addresses, footnotes, remarks, the words of a signature.
    """
    said = (
        filing.form.value,
        filing.period_of_report,
        filing.original_filed_on,
        normal(filing.issuer.name or ""),
        sorted(normal(owner.name or "") for owner in filing.owners),
        sorted(_row(row) for row in filing.rows),
    )
    return f"sha256:{hashlib.sha256(repr(said).encode()).hexdigest()}"


def _row(row: Row) -> list[str]:
    trade, terms = row.trade, row.terms
    cells = (
        row.row_id,
        normal(row.title),
        *((trade.date, trade.code, trade.shares, trade.price) if trade else ()),
        *((terms.exercise_price, terms.expires_on) if terms else ()),
        row.shares_after,
        row.value_after,
        row.direct,
    )
    return [repr(plain(cell)) for cell in cells]
