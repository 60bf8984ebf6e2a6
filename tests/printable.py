"""What of a filing a page can say: the list in graphload/read/printed/form.py, as code."""

from dataclasses import replace

from graphload.filing.codes import Source, Timeliness
from graphload.filing.values import Address, Filing, FootnoteRef, Owner, Row

# an amount that only a footnote gives may be shares or dollars
_AMOUNTS = {"total_value": "shares", "value_after": "shares_after", "underlying_value": "underlying_shares"}


def printable(filing: Filing, source: Source) -> Filing:
    """Return the filing as its page is read at best."""
    family = filing.form.family
    first, *others = filing.owners
    return replace(
        filing,
        source=source,
        owners=(replace(first, address=_address(first)), *map(_bare, others)),
        rows=tuple(_row(row, family) for row in filing.rows),
        signatures=tuple(each for each in filing.signatures if each.text or each.date),
        no_securities_owned=(filing.no_securities_owned or (False if filing.rows else None)) if family == "3" else None,
        exit=None if family == "3" else bool(filing.exit),
        form3_holdings_reported=bool(filing.form3_holdings_reported) if family == "5" else None,
        form4_transactions_reported=bool(filing.form4_transactions_reported) if family == "5" else None,
        schema_version=None,
    )


def _address(owner: Owner) -> Address | None:
    full = owner.address or Address()
    lines = (full.street1, full.street2, full.city, full.state, full.zip)
    return Address(*lines) if any(lines) else None


def _bare(owner: Owner) -> Owner:
    return Owner(owner.cik, owner.name, None, None, None, None, None, None, _address(owner))


def _row(row: Row, family: str) -> Row:
    footnotes = tuple(FootnoteRef(_cell(row, ref.cell), ref.footnote) for ref in row.footnotes)
    if row.trade is None:
        return replace(row, form_type=row.form_type if family == "5" else None, footnotes=footnotes)
    coded = row.trade.code is not None
    late = family == "5" and (row.form_type == "4" or row.trade.timeliness is Timeliness.LATE)
    early = family == "4" and row.form_type == "5"
    trade = replace(
        row.trade,
        equity_swap=bool(row.trade.equity_swap) if coded else None,
        timeliness=Timeliness.LATE if late and coded else Timeliness.EARLY if early else None,
    )
    return replace(row, trade=trade, form_type=(row.form_type or family) if coded else None, footnotes=footnotes)


def _cell(row: Row, cell: str) -> str:
    parts = (row, row.trade, row.terms)
    value = next((getattr(part, cell) for part in parts if hasattr(part, cell)), None)
    return cell if value is not None else _AMOUNTS.get(cell, cell)
