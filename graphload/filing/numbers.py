"""Numbers as filed and as the graph keeps them: a filing has exact decimals, a graph has floats of 64 bits.

A float keeps 15 significant digits, and every whole number up to 2^53. So a float is printed with 15 significant
digits, in JSON, CSV and tables: a filed number comes out as it was filed, and a sum without the noise of binary
arithmetic. A filed number that does not come back so is named by the load and in `Filing.inexact`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from graphload.filing.values import Filing

INEXACT = "more digits than a graph keeps"
_DIGITS = 15


def shown(value: float) -> float:
    """Return a float as it is printed.

    >>> shown(29294.198000000004)
    29294.198
    """
    return value if value.is_integer() else float(f"{value:.{_DIGITS}g}")


def comes_back(value: Decimal) -> bool:
    """Whether a filed number comes out of a graph as it was filed."""
    return Decimal(repr(shown(float(value)))) == value


def inexact(filing: Filing) -> Iterator[str]:
    """Yield the cells, as `NT1:shares`, whose numbers have more digits than a graph keeps."""
    for row in filing.rows:
        for part in (row, row.trade, row.terms):
            for name in part.__slots__ if part else ():
                value = getattr(part, name)
                if isinstance(value, Decimal) and len(str(value)) > _DIGITS and not comes_back(value):
                    yield f"{row.row_id}:{name}"
