"""A filing as EDGAR shows it in a browser: the present layout of its `xslF345X0N` pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from html import escape

from graphload.filing.codes import Timeliness
from graphload.filing.values import Filing, Owner, Postal, Row, Signature
from graphload.read.columns import AMOUNTS, COLUMNS

NAMES = {
    "3": ("INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES", "2. Date of Event Requiring Statement"),
    "4": ("STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "3. Date of Earliest Transaction"),
    "5": ("ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "3. Statement for Issuer's Fiscal Year Ended"),
}
BOXES = {
    "exit": "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. <i>See</i> "
    "Instruction 1(b).",
    "plan10b51": "Check this box to indicate that a transaction was made pursuant to a contract, instruction or "
    "written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the "
    "affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
    "form3_holdings_reported": "Form 3 Holdings Reported.",
    "form4_transactions_reported": "Form 4 Transactions Reported.",
}
ON_FORM = {"3": (), "4": ("exit",), "5": ("exit", "form3_holdings_reported", "form4_transactions_reported")}
TITLES = {
    "3": (
        "Table I - Non-Derivative Securities Beneficially Owned",
        "Table II - Derivative Securities Beneficially Owned",
    ),
    "4": (
        "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
        "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    ),
}
LETTERS = {"acquired": "DA", "direct": "ID"}


def render(filing: Filing) -> bytes:
    """Return the page of a filing."""
    family, form = filing.form.family, filing.form.value
    body = [
        f"SEC Form {form}",
        _head(filing),
        _items(filing),
        _table(filing, 0),
        _table(filing, 1),
        _others(filing.owners),
        _explanation(filing),
        _signatures(filing.signatures, family),
    ]
    head = (
        f'<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n<title>SEC FORM {form}</title>'
    )
    return f"<!DOCTYPE html>\n<html>\n{head}\n</head>\n<body>{''.join(body)}\n</body>\n</html>".encode()


def _head(filing: Filing) -> str:
    family = filing.form.family
    shown = [
        name for name in BOXES if name in ON_FORM[family] or (name == "plan10b51" and filing.plan10b51 is not None)
    ]
    boxes = [
        f'<td><table width="100%" border="1"><tr><td> {"X" if getattr(filing, name) else ""} </td></tr></table></td>'
        f'<td class="SmallFormText">{BOXES[name]}</td>'
        for name in shown
    ]
    title = (
        f'<td colspan="2" class="FormName">FORM {family}</td><td><span class="FormTitle">{NAMES[family][0]}</span></td>'
    )
    return _rows([title, *boxes])


def _items(filing: Filing) -> str:
    issuer, first, family = filing.issuer, filing.owners[0], filing.form.family
    symbol = f"{_label('2. Issuer Name <b>and</b> Ticker or Trading Symbol')}<br>{_link(issuer.cik, issuer.name)}"
    foreign = f"<td>{_label('2a. Foreign Trading Symbol')}<br>{_data(issuer.foreign_ticker)}</td>"
    original = f"4. If Amendment, Date of Original Filed {_DAY}"
    joint = _ticks(
        [("Form filed by One Reporting Person", len(filing.owners) == 1)],
        [("Form filed by More than One Reporting Person", len(filing.owners) > 1)],
    )
    return _rows(
        [
            f'<td rowspan="3">{_owner(first)}</td><td>{symbol}\n [ {_data(issuer.ticker)} ]</td>'
            f"<td>{_relationship(first)}</td>",
            foreign if issuer.foreign_ticker else "",
            f"<td>{_label(f'{NAMES[family][1]} {_DAY}')}<br>{_data(_day(filing.period_of_report))}</td>",
            f"<td>{_label(original)}<br>{_data(_day(filing.original_filed_on))}</td>"
            f"<td>{_label('6. Individual or Joint/Group Filing (Check Applicable Line)')}{joint}</td>",
        ]
    )


_DAY = "(Month/Day/Year)"


def _owner(owner: Owner) -> str:
    address = owner.address or Postal()
    return (
        f"{_label('1. Name and Address of Reporting Person<sup>*</sup>')}"
        f"{_rows([f'<td>{_link(owner.cik, owner.name)}</td>'])}<hr>"
        f"{_rows([_cells('(Last)', '(First)', '(Middle)')])}"
        f"{_rows(f'<td>{_data(line)}</td>' for line in (address.street1, address.street2))}<hr>{_label('(Street)')}"
        f"{_rows([''.join(f'<td>{_data(part)}</td>' for part in (address.city, address.state, address.zip))])}<hr>"
        f"{_rows([_cells('(City)', '(State)', '(Zip)')])}"
    )


def _relationship(owner: Owner) -> str:
    texts = "".join(
        f'<td></td><td align="left" style="color: blue">{escape(text or "")}</td>'
        for text in (owner.officer_title, owner.other_text)
    )
    boxes = _ticks(
        [("Director", owner.director), ("10% Owner", owner.ten_percent_owner)],
        [("Officer (give title below)", owner.officer), ("Other (specify below)", owner.other)],
    ).removesuffix("</table>")
    label = _label("5. Relationship of Reporting Person(s) to Issuer")
    return f"{label}<br>{_label('(Check all applicable)')}{boxes}<tr>{texts}</tr></table>"


def _ticks(*lines: list[tuple[str, bool]]) -> str:
    return _rows(
        "".join(f'<td align="center">{_data("X") if on else ""}</td>{_cells(label)}' for label, on in line)
        for line in lines
    )


def _table(filing: Filing, at: int) -> str:
    family = filing.form.family
    columns = COLUMNS[family][at]
    title = TITLES.get(family, TITLES["4"])[at]
    head = [f'<th colspan="{len(columns)}"><b>{title}</b></th>', "".join(f"<th>{name}</th>" for name in columns)]
    rows = [row for row in filing.rows if bool(row.terms) == bool(at)]
    body = ("".join(f"<td>{_cell(row, column, family)}</td>" for column in columns) for row in rows)
    return f'<table border="1"><thead>{_lines(head)}</thead><tbody>{_lines(body)}</tbody></table>'


def _cell(row: Row, column: str, family: str) -> str:
    """Return what a cell shows: words or an amount, with its footnotes' marks."""
    if (row.trade is None or row.trade.acquired is not column.endswith("acquired")) and " " in column:
        return ""
    fields = AMOUNTS.get(column, (column,))
    cited = [ref.footnote.removeprefix("F") for ref in row.footnotes if ref.cell in fields]
    marks = "".join(f'<span class="FootnoteData"><sup>({mark})</sup></span>' for mark in cited)
    return f"{_shown(row, fields, family)}{marks}"


def _shown(row: Row, fields: tuple[str, ...], family: str) -> str:
    if fields == ("code",):
        return _data(code_of(row, family)) if code_of(row, family) else ""
    if fields == ("timeliness",):
        return _data("V") if row.form_type == "5" else ""
    field = next((name for name in fields if value_of(row, name) is not None), fields[0])
    value, dollars = value_of(row, field), field in ("price", "exercise_price", *(pair[1] for pair in AMOUNTS.values()))
    if value is None:
        return ""
    if field in LETTERS:
        return _data(LETTERS[field][bool(value)])
    sign = '<span class="FormText">$</span>' if dollars else ""
    return sign + _data(
        _day(value) if isinstance(value, date) else f"{value:,f}" if isinstance(value, Decimal) else value
    )


def value_of(row: Row, field: str) -> date | Decimal | str | None:
    """Return what a field of a row holds, in whichever of its parts the field is."""
    return next((getattr(part, field) for part in (row, row.trade, row.terms) if hasattr(part, field)), None)


def code_of(row: Row, family: str) -> str | None:
    """Return code and marks: /K for a swap, on Form 5 a 4 or 5 for what is late, a 3 for a holding that is."""
    if row.trade is None:
        return row.form_type if family == "5" else None
    late = family == "5" and (row.form_type == "4" or row.trade.timeliness is Timeliness.LATE)
    code = row.trade.code and f"{row.trade.code.value}{row.form_type or '' if late else ''}"
    return f"{code}/K" if code and row.trade.equity_swap else code


def _others(owners: tuple[Owner, ...]) -> str:
    return _rows(f"<td>{_owner(owner)}</td>" for owner in owners) if len(owners) > 1 else ""


def _explanation(filing: Filing) -> str:
    none = '<td class="FormText">No securities are beneficially owned.</td>' if filing.no_securities_owned else ""
    notes = [_note(f"{each.id.removeprefix('F')}. {each.text}") for each in filing.footnotes]
    remarks = ['<td class="FormText"><b>Remarks:</b></td>', _note(filing.remarks or "")]
    return _rows(['<td class="MedSmallFormText"><b>Explanation of Responses:</b></td>', *notes, none, *remarks])


def _note(text: str) -> str:
    return f'<td class="FootnoteData">{escape(text)}</td>'


def _signatures(signatures: tuple[Signature, ...], family: str) -> str:
    signed = [
        f"<td></td><td><u>{_data(each.text)}</u></td><td><u>{_data(_day(each.date))}</u></td>" for each in signatures
    ]
    instruction = "5" if family == "3" else "4"
    return _rows(
        [
            *signed,
            f"<td></td>{_cells('** Signature of Reporting Person', 'Date')}",
            '<td colspan="3">Reminder: Report on a separate line for each class of securities beneficially owned.</td>',
            '<td colspan="3">* If the form is filed by more than one reporting person, <i>see</i> '
            f"Instruction {instruction} (b)(v).</td>",
        ]
    )


def _rows(rows: Iterable[str]) -> str:
    return f'\n<table border="0" width="100%">\n{_lines(rows)}</table>'


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"<tr>{row}</tr>\n" for row in rows if row)


def _cells(*labels: str) -> str:
    return "".join(f'<td class="MedSmallFormText">{label}</td>' for label in labels)


def _label(words: str) -> str:
    return f'<span class="MedSmallFormText">{words}</span>'


def _data(words: object) -> str:
    return f'<span class="FormData">{escape(str(words)) if words is not None else ""}</span>'


def _link(cik: str | None, name: str | None) -> str:
    return f'<a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK={cik}">{escape(name or "")}</a>'


def _day(day: date | None) -> str | None:
    return f"{day:%m/%d}/{day.year:04}" if day else None
