"""Pages that are odd: what was once lost, read wrong or never ended, and what is read although it is odd."""

import re

import pytest

from examples.render_html import render
from examples.world import FILINGS, allied
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import read
from graphload.read.html import reader as html
from tests.helpers import ends

PAGE = render(allied.FILINGS[0])
JOINT = render(next(each for each in FILINGS if len(each.owners) > 1))
TEXTS = re.compile(rb'<td></td><td align="left" style="color: blue">[^<]*</td>' * 2)


def taken(content: bytes) -> Filing:
    return read(Document(content, "page.html")).filing


def refused(content: bytes) -> str:
    with pytest.raises(FilingError) as caught:
        read(Document(content, "page.html"))
    return str(caught.value)


def changed(old: bytes, new: bytes, page: bytes = PAGE) -> bytes:
    assert old in page
    return page.replace(old, new, 1)


def with_texts(texts: bytes) -> bytes:
    label = b'</td><td class="MedSmallFormText">Other'
    page, count = TEXTS.subn(texts, changed(label, b"X" + label))
    assert count == 1
    return page


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"<tbody><tr><td>", b"<tbody><tr><th>", "headings and cells in one row: 'Common Stock 03/07/2022"),
        (b">33.85<", b"><", "Table I, row 1: price: not a number: '$'"),
        (b">33.85<", b">(33.85)<", "Table I, row 1: price: not a number: '$(33.85)'"),
        (b">103,663<", b">103.663,00<", "Table I, row 1: after: not a number: '103.663,00'"),
        (b">03/07/2022</span></td><td></td>", b">03/07/22</span></td><td></td>", "date: not a date MM/DD/YYYY: '03/07"),
        (b'"FootnoteData">2.', b'"FootnoteData">1.', "footnotes: two footnotes with one number"),
        (b"<sup>(1)</sup>", b"<sup>(9)</sup>", "there is no footnote F9"),
        (b"<sup>(1)</sup>", b"<sup>(\xd9\xa1)</sup>", "not a footnote's mark"),
        (b"<body>", b"<body><sup>", "a cell within a footnote's mark"),
        (b"</tr>\n</table><hr>", b"</tr>\nlost</table><hr>", "words in a table and in no cell"),
        (b'<td class="SmallFormText">Check', b'<td><td class="SmallFormText">Check', "not one box and its label"),
        (b'<td class="MedSmallFormText">Officer', b'<td><td class="MedSmallFormText">Officer', "not laid out as EDGAR"),
        (b"Check this box if no longer", b"Check this", "Check this box if no longer subject to Section 16: missing"),
        (b"FormData\">03/09/2022<", b"FormData\"><", "signatures: not laid out as EDGAR does"),
        (b"charset=UTF-8", b"charset=punycode", "not HTML in punycode"),
    ],
)  # fmt: skip
def test_a_row_a_number_or_a_footnote_that_was_lost_is_missed(old: bytes, new: bytes, message: str) -> None:
    assert message in refused(changed(old, new))


def test_a_person_of_a_joint_filing_stands_once() -> None:
    first, *_ = taken(JOINT).owners
    assert first.address is not None and first.address.street1 is not None
    other_street = changed(first.address.street1.encode(), b"Elsewhere", JOINT)
    assert "a reporting person who stands twice" in refused(other_street)


def test_only_the_first_person_of_a_joint_filing_has_boxes() -> None:
    first, *others = taken(JOINT).owners
    assert None not in (first.director, first.officer, first.ten_percent_owner, first.other)
    boxes = [(each.director, each.officer, each.ten_percent_owner, each.other) for each in others]
    assert boxes == [(None, None, None, None)] * len(others) != []


def test_an_address_may_have_no_street() -> None:
    streets = re.compile(rb"<table[^>]*>\s*<tr><td><span class=\"FormData\">ALLIED.*?</table>", re.S)
    page, count = streets.subn(b"", PAGE)
    assert count == 1
    (owner,) = taken(page).owners
    assert owner.address is not None
    assert (owner.address.street1, owner.address.street2, owner.address.city) == (None, None, "AMHERST")


def test_a_title_and_a_text_are_told_apart_by_their_cells_or_spans_alone() -> None:
    span = b'<span class="FormData">%s</span>'
    spans = b'<td colspan="4">' + span % b"CEO / CFO" + span % b"Trustee" + b"</td>"
    (owner,) = taken(with_texts(spans)).owners
    assert (owner.officer_title, owner.other_text) == ("CEO / CFO", "Trustee")
    assert taken(with_texts(spans.replace(b"</span><span", b"</span> / <span"))).owners == (owner,)
    message = "relationship: a title and a text that cannot be told apart"
    assert f"{message}: 'CEO / Trustee'" in refused(with_texts(b'<td colspan="4">CEO / Trustee</td>'))
    assert f"{message}: 'CEO and Trustee of'" in refused(with_texts(spans.replace(b"CEO / CFO", b"CEO").replace(
        b"</span><span", b"</span> and <span").replace(b"</td>", b" of</td>")))  # fmt: skip


@pytest.mark.parametrize("name", [b"iso-8859-1", b"ISO-8859-1", b"latin1", b"us-ascii", b"windows-1252"])
def test_a_western_page_is_read_as_browsers_read_it(name: bytes) -> None:
    page = changed(b"UTF-8", name).replace(b"Maida", b"O\x92Ma\xefda")
    assert taken(page).owners[0].name == "O’Maïda Robert P"


def test_a_mark_of_the_byte_order_and_other_line_ends_do_no_harm() -> None:
    assert taken(b"\xef\xbb\xbf" + PAGE.replace(b"\n", b"\r\n")) == taken(PAGE)


def test_no_page_takes_for_ever() -> None:
    with ends():
        assert not html.recognises(b"<!---->" * 285 + b"x")
        assert "not a footnote's mark" in refused(changed(b"<sup>(1)</sup>", b"<sup>" + b"(1) " * 40 + b"x</sup>"))
