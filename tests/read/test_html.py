"""The reader of EDGAR's HTML pages: real ones whole, and what it refuses rather than guess."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from examples.render_html import render
from examples.world import FILINGS, allied
from examples.write import write
from graphload.errors import FilingError
from graphload.filing.codes import Form, Source, Timeliness, TransactionCode
from graphload.filing.document import Document
from graphload.filing.values import Address, Filing, Footnote, FootnoteRef, Issuer, Owner, Row, Signature, Trade
from graphload.load import load
from graphload.read import read
from graphload.read.html import reader as html
from graphload.read.scan import Unread
from graphload.store import Store
from tests.contents import contents

MAIDA = allied.FILINGS[0]
PAGE = render(MAIDA)
JOINT = next(each for each in FILINGS if len(each.owners) > 1)
TICK = b'<tr><td align="center">%s</td><td class="MedSmallFormText">Form filed by One Reporting Person</td></tr>\n'
SOLE = TICK % b'<span class="FormData">X</span>' + b'<tr><td align="center">'
JOINTLY = TICK % b"" + b'<tr><td align="center">X'
LIMITED = b"""<!DOCTYPE html><html lang="en"><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head>
<body><h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>"""


def taken(content: bytes) -> Filing:
    return read(Document(content, "page.html")).filing


def refused(content: bytes) -> str:
    with pytest.raises(FilingError) as caught:
        read(Document(content, "page.html"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def changed(old: bytes, new: bytes, page: bytes = PAGE) -> bytes:
    assert old in page
    return page.replace(old, new, 1)


def real(shared: Path, name: str) -> Filing:
    path = shared / "filings" / "html" / name
    reading = read(Document(path.read_bytes(), name))
    assert reading.unread == ()
    return reading.filing


def test_a_real_form_4(shared: Path) -> None:
    name = "dgunning_edgartools_data_form4.Evans.html"
    schedule = (
        "The Restricted Stock shall be vested according to the following schedule: 100% of the shares of Common Stock "
        "subject, to the Restricted Stock Award will vest on the first anniversary of the date of the award."
    )
    assert real(shared, name) == Filing(
        source=Source.HTML,
        origin=name,
        envelope=MAIDA.envelope.__class__(),
        form=Form.F4,
        period_of_report=date(2023, 1, 24),
        issuer=Issuer("0000842518", "EVANS BANCORP INC", "EVBN"),
        owners=(
            Owner(
                "0001057067",
                "SULLIVAN NORA B",
                director=True,
                officer=False,
                ten_percent_owner=False,
                other=False,
                officer_title=None,
                other_text=None,
                address=Address("6460 MAIN STREET", None, "WILLIAMSVILLE", "NY", "14221"),
            ),
        ),
        rows=(
            Row(
                place=1,
                title="Common Stock",
                form_type="4",
                trade=Trade(
                    date=date(2023, 1, 24),
                    deemed_date=None,
                    code=TransactionCode.A,
                    equity_swap=False,
                    timeliness=None,
                    acquired=True,
                    shares=Decimal(519),
                    total_value=None,
                    price=Decimal("39.52"),
                ),
                terms=None,
                shares_after=Decimal("5381.2"),
                value_after=None,
                direct=True,
                nature=None,
                footnotes=(FootnoteRef("shares", "F1"),),
            ),
        ),
        footnotes=(Footnote("F1", schedule),),
        signatures=(Signature("/s/Jessica L. Brosius, Attorney in Fact for Nora B. Sullivan", date(2023, 1, 26)),),
        exit=False,
    )


def test_a_real_form_3_of_ten_owners(shared: Path) -> None:
    filing = real(shared, "dgunning_edgartools_data_form3.BAMPartners.html")
    assert (filing.form, filing.period_of_report) == (Form.F3, date(2023, 9, 28))
    assert filing.issuer == Issuer("0001660734", "Triton International Ltd", "TRTN")
    assert [(owner.cik, owner.name, owner.ten_percent_owner) for owner in filing.owners] == [
        ("0001001085", "BROOKFIELD Corp /ON/", True),
        ("0001861643", "BAM Partners Trust", None),
        ("0001996787", "BIPC Holding LP", None),
        ("0001996785", "BIPC GP Holdings Inc.", None),
        ("0001406234", "Brookfield Infrastructure Partners L.P.", None),
        ("0001996567", "Brookfield Infrastructure Partners Ltd", None),
        ("0001788348", "Brookfield Infrastructure Corp", None),
        ("0001996577", "BIF V Bermuda GP Ltd", None),
        ("0001996608", "BIF V Carry Splitter L.P.", None),
        ("0001996610", "BIF V Thanos Carry L.P.", None),
    ]
    boxes = [(owner.director, owner.officer, owner.other, owner.officer_title) for owner in filing.owners]
    assert boxes == [(False, False, False, None), *[(None, None, None, None)] * 9]
    brookfield, *others = (owner.address for owner in filing.owners)
    assert brookfield == Address("BROOKFIELD PLACE", "181 BAY ST SUITE 100", "TORONTO ONTARIO", "A6", "M5J2T3")
    assert set(others) == {
        Address(
            "C/O BROOKFIELD CORPORATION", "BROOKFIELD PLACE 181 BAY ST SUITE 100", "TORONTO ONTARIO", "A6", "M5J2T3"
        )
    }
    assert filing.rows == (
        Row(
            place=1,
            title="Common Shares, par value $0.01 per share",
            form_type=None,
            trade=None,
            terms=None,
            shares_after=Decimal(101_158_891),
            value_after=None,
            direct=False,
            nature="See Footnotes",
            footnotes=(FootnoteRef("shares_after", "F1"), FootnoteRef("nature", "F2"), FootnoteRef("nature", "F3")),
        ),
    )
    assert filing.footnotes == tuple(
        Footnote(f"F{at}", f"See Exhibit 99.1 for text of footnote ({at}).") for at in (1, 2, 3)
    )
    assert filing.signatures == (Signature("/s/ See Signatures Included in Exhibit 99.2", date(2023, 10, 10)),)
    assert filing.remarks is not None
    assert filing.remarks.startswith("On September 28, 2023, Brookfield Infrastructure Corporation, a corporation")
    assert filing.remarks.endswith("described above. // Form 1 of 2")
    assert (filing.no_securities_owned, filing.exit, filing.plan10b51) == (False, None, None)


def test_what_is_not_a_page_of_a_form_is_set_aside() -> None:
    assert refused(LIMITED) == (
        "page.html: not EDGAR's rendering of a Form 3, 4 or 5: 'SEC.gov | Request Rate Threshold Exceeded'"
    )
    assert refused(b"<html>") == "page.html: not EDGAR's rendering of a Form 3, 4 or 5"
    assert refused(PAGE.ljust(5_000_001)) == "page.html: a page larger than 5,000,000 bytes: '5,000,001'"
    assert "not EDGAR's rendering" in refused(b"<html>" + b"<table><tr><td>" * 50_000)
    assert "not EDGAR's rendering" in refused(b"<html><table><tr>" + b"<td>" * 50_000)
    assert refused(PAGE + PAGE) == "page.html: more than one page"


def test_a_page_that_is_cut_off_is_whole_or_set_aside() -> None:
    whole, ends = taken(PAGE), []
    for end in range(100, len(PAGE), 97):
        try:
            assert taken(PAGE[:end]) == whole
        except FilingError:
            continue
        ends.append(end)
    assert ends
    assert min(ends) > PAGE.index(b"** Signature of Reporting Person")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b">03/07/2022<", b">13/07/2022<", "date of the event or of the earliest transaction: not a date of the cal"),
        (b">216<", b">two<", "Table I, row 1: amount: not a number: 'two'"),
        (b">F<", b">K<", "Table I, row 1: code: not one of P, S, "),
        (b">F<", b">F4<", "Table I, row 1: code: not a mark of this form: 'F4'"),
        (b">103,663<", b">1,03,663<", "Table I, row 1: after: not a number: '1,03,663'"),
        (b"<sup>(1)</sup>", b"<sup>st</sup>", "not a footnote's mark: 'st'"),
        (b"<td></td><td><span class=\"FormData\">F</span></td>", b"", "Table I, row 1: 9 cells, not 11: "),
        (b"<td></td><td><span class=\"FormData\">F", b"<td colspan=2><span class=\"FormData\">F", "over more than one"),
        (b"FormData\">X<", b"FormData\">?<", "neither X nor an empty box: '?'"),
        (SOLE, JOINTLY, "the owners on the page are not those of the box"),
        (b"(City)", b"(Town)", "reporting person: not laid out as EDGAR does"),
        (b"1. Shares that", b"Shares that", "neither a numbered footnote nor remarks: 'Shares that the company"),
        (b"</a>\n [", b"\n [", "not a name and a ticker in brackets"),
        (b"CIK=0000046129", b"", "links to some parties and not to others"),
        (b"<tbody><tr>", b"<tbody>", "a cell outside of a row: 'Common Stock'"),
        (b"<td></td><td><u>", b"<td></td><u>", "words in a table and in no cell"),
        (b"Table II - ", b"Table I - ", "Table I -: stands twice"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_set_aside(old: bytes, new: bytes, message: str) -> None:
    assert message in refused(changed(old, new))


def test_a_page_without_links_has_parties_without_ciks() -> None:
    filing = taken(re.sub(rb"</?a\b[^>]*>", b"", PAGE))
    assert (filing.issuer.cik, filing.issuer.name, filing.issuer.ticker) == (None, MAIDA.issuer.name, "AMOT")
    assert [(owner.cik, owner.name) for owner in filing.owners] == [(None, "Maida Robert P")]
    assert filing.rows == taken(PAGE).rows


def test_the_layout_before_2023_has_both_texts_of_the_relationship_in_one_cell() -> None:
    title = b'<td></td><td align="left" style="color: blue">'
    row = title + b"Senior VP and Group President</td>" + title + b"</td>"
    spans = b'<td colspan="4"><span class="FormData">%s</span><span class="FormData">%s</span></td>'
    (owner,) = taken(changed(row, spans % (b"Chief Dreamer", b""))).owners
    assert (owner.officer_title, owner.other_text) == ("Chief Dreamer", None)
    (owner,) = taken(changed(row, spans % (b"Chief Dreamer", b"Of much"))).owners
    assert (owner.officer_title, owner.other_text) == ("Chief Dreamer", "Of much")


def test_the_marks_beside_a_code() -> None:
    swap = taken(changed(b">F<", b">F/K<")).rows[0].trade
    early = taken(changed(b">F</span></td><td>", b">F</span></td><td>V")).rows[0]
    assert swap is not None and early.trade is not None
    assert (swap.code, swap.equity_swap) == (TransactionCode.F, True)
    assert (early.form_type, early.trade.timeliness) == ("5", Timeliness.EARLY)


def test_a_date_of_original_or_the_title_tells_an_amendment() -> None:
    label = b"Date of Original Filed (Month/Day/Year)</span><br>"
    dated = taken(changed(label, label + b"03/09/2022"))
    assert (dated.form, dated.original_filed_on) == (Form.F4A, date(2022, 3, 9))
    assert taken(changed(b"<title>SEC FORM 4", b"<title>SEC FORM 4/A")).form is Form.F4A


def test_no_tag_can_be_missing_without_notice() -> None:
    parts, whole, refusals = re.findall(rb"<[^>]*>|[^<]+", PAGE), taken(PAGE), 0
    for at in [at for at, part in enumerate(parts) if part.startswith(b"<")][::3]:
        try:
            reading = read(Document(b"".join(parts[:at] + parts[at + 1 :]), "page.html"))
        except FilingError:
            refusals += 1
        else:
            assert reading.filing == whole or reading.unread
    assert refusals


def test_what_a_filer_wrote_where_the_reader_does_not_look_is_reported() -> None:
    page = changed(b"\n</body>", b'\n<p><span class="FormData">stray</span></p></body>')
    assert read(Document(page, "page.html")).unread == (
        Unread("text of FormData", page[: page.index(b"stray")].count(b"\n") + 1),
    )


def test_what_may_come_below_an_address_is_reported() -> None:
    country = b'<tr><td><span class="FormData">X0</span></td></tr><tr><td class="MedSmallFormText">(Country)</td></tr>'
    labels = b"(Zip)</td></tr>\n"
    (unread,) = read(Document(changed(labels, labels + country), "page.html")).unread
    assert unread.element == "text of FormData"


def test_a_browser_that_saves_a_page_changes_its_markup_and_not_what_it_says() -> None:
    saved = re.sub(rb"(<table[^>]*>)\s*<tr>", rb"\1<tbody><tr>", PAGE).replace(
        b"</tr>\n</table>", b"</tr></tbody></table>"
    )
    saved = saved.replace(b'href="/cgi-bin', b'href="https://www.sec.gov/cgi-bin').replace(b"<td", b"<TD")
    assert taken(b"\n<!-- saved from url=(0049)https://www.sec.gov/ -->\n" + saved) == taken(PAGE)


def test_the_encoding_is_the_one_that_the_page_names_or_utf_8() -> None:
    renamed = PAGE.replace(b"Maida", "Maïda".encode())
    assert taken(renamed).owners[0].name == "Maïda Robert P"
    assert taken(re.sub(rb"<meta[^>]*>", b"", renamed)).owners[0].name == "Maïda Robert P"
    western = changed(b"UTF-8", b"windows-1252").replace(b"Maida", b"Ma\xefda")
    assert taken(western).owners[0].name == "Maïda Robert P"
    mixed = taken(PAGE.replace(b"Maida", b"Ma\xefda"))
    assert mixed.owners[0].name == "Maïda Robert P"
    assert mixed.repaired == ("bytes that are not UTF-8 are read as windows-1252",)
    assert "not HTML in klingon" in refused(changed(b"UTF-8", b"klingon"))
    assert "line 15: not HTML: a byte of zero" in refused(PAGE.replace(b"Maida", b"Ma\0ida"))


def test_words_of_labels_in_a_filers_words_do_no_harm() -> None:
    page = changed(b"1. Shares that", b"1. Table I - Issuer Name and Ticker or Trading Symbol")
    assert taken(page.replace(b">Common Stock<", b">FORM 3<")).rows[0].title == "FORM 3"


def test_html_is_told_from_xml_by_its_first_bytes() -> None:
    assert all(
        map(html.recognises, (PAGE, LIMITED, b"\n<!-- saved --><HTML>", b'<?xml version="1.0"?><html xmlns="">'))
    )
    assert not any(map(html.recognises, (b"", b"hello", write(MAIDA), b"<ownershipDocument><html>")))


@pytest.mark.parametrize("filing", [MAIDA, JOINT], ids=["one owner", "joint"])
@pytest.mark.parametrize("first", ["page", "document"])
def test_the_document_stays_and_not_its_page(filing: Filing, first: str, store: Store, tmp_path: Path) -> None:
    paths = {name: tmp_path / name / str(filing.envelope.accession) / "filing" for name in ("page", "document")}
    for path, content in zip(paths.values(), (render(filing), write(filing)), strict=True):
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    load(store, [str(paths["document"])])
    expected, ids = contents(store), _row_ids(store)
    store.write("MATCH (n) DETACH DELETE n")
    load(store, [str(paths["page"])])
    assert _row_ids(store) == ids
    store.write("MATCH (n) DETACH DELETE n")
    for name in sorted(paths, key=first.__ne__):
        load(store, [str(paths[name])])
    assert contents(store) == expected


def _row_ids(store: Store) -> list[str]:
    return [id for (id,) in store.read("MATCH ()-[r:TRANSACTION|HOLDING]->() RETURN r.id ORDER BY r.id").rows]
