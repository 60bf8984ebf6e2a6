"""What the footnotes that a row cites make of it: its value, the range of its price, a change of form."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from graphload.filing.codes import TransactionCode, acquires
from graphload.filing.values import Filing, Row
from graphload.schema.rows import Props, props
from graphload.wording.awards import is_award
from graphload.wording.prices import another_unit, price_range
from graphload.wording.remarks import changes_form

_LARGE = Decimal(10) ** 20


def priced(filing: Filing, row: Row) -> Props:
    """Return the value of a transaction in dollars, the range of its price, and whether its code contradicts it."""
    trade = row.trade
    if trade is None:
        return {}
    note = _cited(filing, row, "price")
    value = None
    if trade.shares is not None and trade.price is not None:
        sized = f"{_cited(filing, row, 'shares')} {_cited(filing, row, 'title')}"
        value = None if another_unit(row.title, note, sized) else _cents(trade.shares * trade.price)
    low, high = price_range(note) or (None, None)
    side = acquires(trade.code, derivative=row.terms is not None)
    contradicted = None not in (side, trade.acquired) and trade.acquired != side
    return props(tradeValue=value, priceLow=low, priceHigh=high, contradicted=contradicted or None)


def conversion(filing: Filing, row: Row) -> bool:
    """Tell whether a row of code C turns one class of stock into another, at no price, and exercises no award."""
    return _of_code_c(row) and not any(
        _of_code_c(each) and ((each.trade and each.trade.price) or (each.terms and is_award(each.title)))
        for each in filing.rows
    )


def _of_code_c(row: Row) -> bool:
    return row.trade is not None and row.trade.code is TransactionCode.C


def _cents(dollars: Decimal) -> Decimal:
    # what is larger has no digits behind the point
    return round(dollars, 2) if dollars < _LARGE else dollars


def reformed(filing: Filing, row: Row) -> bool:
    """Tell whether a footnote that a row cites says that the shares are held in another form than before."""
    return any(map(changes_form, texts(filing, [ref.footnote for ref in row.footnotes])))


def _cited(filing: Filing, row: Row, cell: str) -> str:
    """Return the footnotes that a cell cites."""
    return " ".join(texts(filing, [ref.footnote for ref in row.footnotes if ref.cell == cell]))


def texts(filing: Filing, ids: Collection[str]) -> tuple[str, ...]:
    """Return the texts of some footnotes, in the order of the filing."""
    return tuple(note.text for note in filing.footnotes if note.id in ids) if ids else ()
