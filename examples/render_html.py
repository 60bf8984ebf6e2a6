"""A filing as EDGAR shows it in a browser: the present layout of its `xslF345X0N` pages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from examples.printing import DAY, NAMES, boxes, cited, day, heading, relationship, rows_of, said
from graphload.filing.values import Address, Filing, Owner, Row, Signature
from graphload.read.printed.columns import COLUMNS


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
    above = [
        f'<td><table width="100%" border="1"><tr><td> {"X" if on else ""} </td></tr></table></td>'
        f'<td class="SmallFormText">{label.replace("continue. See", "continue. <i>See</i>")}</td>'
        for label, on in boxes(filing)
    ]
    title = (
        f'<td colspan="2" class="FormName">FORM {family}</td><td><span class="FormTitle">{NAMES[family][0]}</span></td>'
    )
    return _rows([title, *above])


def _items(filing: Filing) -> str:
    issuer, first, family = filing.issuer, filing.owners[0], filing.form.family
    symbol = f"{_label('2. Issuer Name <b>and</b> Ticker or Trading Symbol')}<br>{_link(issuer.cik, issuer.name)}"
    foreign = f"<td>{_label('2a. Foreign Trading Symbol')}<br>{_data(issuer.foreign_ticker)}</td>"
    original = f"4. If Amendment, Date of Original Filed {DAY}"
    joint = _ticks(
        [("Form filed by One Reporting Person", len(filing.owners) == 1)],
        [("Form filed by More than One Reporting Person", len(filing.owners) > 1)],
    )
    return _rows(
        [
            f'<td rowspan="3">{_owner(first)}</td><td>{symbol}\n [ {_data(issuer.ticker)} ]</td>'
            f"<td>{_relationship(first)}</td>",
            foreign if issuer.foreign_ticker else "",
            f"<td>{_label(f'{NAMES[family][1]} {DAY}')}<br>{_data(day(filing.period_of_report))}</td>",
            f"<td>{_label(original)}<br>{_data(day(filing.original_filed_on))}</td>"
            f"<td>{_label('6. Individual or Joint/Group Filing (Check Applicable Line)')}{joint}</td>",
        ]
    )


def _owner(owner: Owner) -> str:
    address = owner.address or Address()
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
    ticks = list(relationship(owner).items())
    ticked = _ticks(ticks[:2], ticks[2:]).removesuffix("</table>")
    label = _label("5. Relationship of Reporting Person(s) to Issuer")
    return f"{label}<br>{_label('(Check all applicable)')}{ticked}<tr>{texts}</tr></table>"


def _ticks(*lines: list[tuple[str, bool | None]]) -> str:
    return _rows(
        "".join(f'<td align="center">{_data("X") if on else ""}</td>{_cells(label)}' for label, on in line)
        for line in lines
    )


def _table(filing: Filing, at: int) -> str:
    family = filing.form.family
    columns = COLUMNS[family][at]
    head = [
        f'<th colspan="{len(columns)}"><b>{heading(filing, at)}</b></th>',
        "".join(f"<th>{name}</th>" for name in columns),
    ]
    body = ("".join(f"<td>{_cell(row, column, family)}</td>" for column in columns) for row in rows_of(filing, at))
    return f'<table border="1"><thead>{_lines(head)}</thead><tbody>{_lines(body)}</tbody></table>'


def _cell(row: Row, column: str, family: str) -> str:
    """Return what a cell shows: words or an amount, with its footnotes' marks."""
    sign, words = said(row, column, family)
    marks = (f'<span class="FootnoteData"><sup>({note.removeprefix("F")})</sup></span>' for note in cited(row, column))
    return "".join(['<span class="FormText">$</span>' if sign else "", _data(words) if words else "", *marks])


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
        f"<td></td><td><u>{_data(each.text)}</u></td><td><u>{_data(day(each.date))}</u></td>" for each in signatures
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
