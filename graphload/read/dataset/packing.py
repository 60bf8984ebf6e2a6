"""A defect of the SEC's data sets, repaired: values that stand in the wrong rows.

Of a cell that not every row of a filing's table has (before all the nature of indirect ownership), the values stand
with their footnotes in the table's first rows, by `_SK`, as if the rows without it had been skipped: `n n -` beside
`D I I`. In the real sample every table whose natures do not fit its direct and indirect rows is like this, with as many
natures as indirect rows; so what the last row has, or what stands below an empty cell, is where it was filed.
"""

from __future__ import annotations

from typing import Any

from graphload.filing.codes import Form, Timeliness

Record = dict[str, Any]

# the cells that a row may lack, and the fields of each; a row's record has the footnotes of its cells under `notes`
_OPTIONAL = {
    "code": ("form_type", "code", "equity_swap"),
    "timeliness": ("timeliness",),
    "deemed_date": ("deemed_date",),
    "shares": ("shares",),
    "total_value": ("total_value",),
    "underlying_shares": ("underlying_shares",),
    "underlying_value": ("underlying_value",),
    "shares_after": ("shares_after",),
    "value_after": ("value_after",),
    "nature": ("nature",),
}


def unpack(rows: list[Record], form: Form) -> tuple[list[str], list[str]]:
    """Put the cells of a filing's rows of one table right, in place; return those that moved and those left out.

    Values go to other rows only where the form tells which rows they are of; where nothing tells they are left out.
    """
    moved: list[str] = []
    left_out: list[str] = []
    for cell in _OPTIONAL:
        filled = [_filled(row, cell) for row in rows]
        count = filled.index(False) if False in filled else 0
        if count == 0 or any(filled[count:]):
            continue
        places = _places(cell, rows, count, form)
        if len(places) != count:
            left_out.append(cell)
        elif places != [*range(count)]:
            moved.append(cell)
        taken = [_take(row, cell) for row in rows[:count]]
        if len(places) == count:
            for place, (values, notes) in zip(places, taken, strict=True):
                rows[place].update(values)
                rows[place]["notes"].update(notes)
    return moved, left_out


def _places(cell: str, rows: list[Record], count: int, form: Form) -> list[int]:
    """Return the rows that have the cell by the rules of the form; none where no rule tells."""
    if cell == "nature" and all(row.get("direct") is not None for row in rows):
        return [place for place, row in enumerate(rows) if not row["direct"]]
    # what is reported early on a Form 4 is of the kind that belongs on a Form 5
    early = all(row.get("timeliness") is Timeliness.EARLY for row in rows[:count])
    if cell == "timeliness" and form.family == "4" and early:
        return [place for place, row in enumerate(rows) if row.get("form_type") == "5"]
    return []


def _filled(row: Record, cell: str) -> bool:
    return cell in row["notes"] or any(row.get(field) is not None for field in _OPTIONAL[cell])


def _take(row: Record, cell: str) -> tuple[Record, Record]:
    values = {field: row.pop(field, None) for field in _OPTIONAL[cell]}
    return values, {cell: row["notes"].pop(cell)} if cell in row["notes"] else {}
