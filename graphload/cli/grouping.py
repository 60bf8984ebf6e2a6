"""What a table says once: values that all rows have, and the issuer of rows that follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from graphload.cli import cells

Rows = Sequence[Sequence[Any]]

ISSUER, TICKER = "issuer", "ticker"
_OF_ISSUER = (ISSUER, TICKER, "issuerCik")
# rows from which on a value that all of them have is said once, and how long it may be
_ROWS, _LONGEST = 3, 60
# rows of one issuer, on the average, from which on it is a heading
_RUN = 2


def equal(names: Sequence[str], rows: Rows, columns: Sequence[int]) -> list[int]:
    """Return the columns with one value in all rows, but never all columns. Of two rows only those of the issuer."""
    found = [at for at in columns if len(rows) >= (_RUN if names[at] in _OF_ISSUER else _ROWS) and _is_equal(rows, at)]
    return found if len(found) < len(columns) else found[1:]


def _is_equal(rows: Rows, at: int) -> bool:
    first = rows[0][at]
    return all(row[at] == first for row in rows) and cells.width(cells.brief(first)) <= _LONGEST


def headed(names: Sequence[str], rows: Rows, columns: Sequence[int]) -> tuple[int, ...]:
    """Return the columns of the issuer that become headings, but never all columns.

    There are none unless rows of one issuer follow each other.
    """
    known = {names[at]: at for at in columns}
    if not rows or ISSUER not in known or any(not row[known[ISSUER]] for row in rows):
        return ()
    issuers = [row[known[ISSUER]] for row in rows]
    runs = [issuer for issuer, _ in groupby(issuers)]
    if len(runs) * _RUN > len(rows):
        return ()
    more = (known[name] for name in _OF_ISSUER[1:] if name in known)
    with_issuer = [at for at in more if len({(row[known[ISSUER]], row[at]) for row in rows}) == len({*issuers})]
    found = (known[ISSUER], *with_issuer)
    return found if len(found) < len(columns) else ()


def runs(rows: Rows, columns: Sequence[int]) -> Iterator[tuple[str, list[Sequence[Any]]]]:
    """Yield rows that follow each other and agree in these columns, with their heading."""
    for values, run in groupby(rows, lambda row: [row[at] for at in columns]):
        first, *others = [cells.brief(value) for value in values if not cells.empty(value)] or [""]
        yield f"{first} ({', '.join(others)})" if others else first, [*run]
