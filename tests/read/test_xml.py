"""The reader of ownership XML: what it takes, what it refuses and in which words, what it says it did not read."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from examples.world.allied import FILINGS
from examples.write import submission, write
from graphload.errors import FilingError
from graphload.files.submission import open_submission
from graphload.filing.document import Document
from graphload.filing.values import UNKNOWN, Filing
from graphload.read import read
from graphload.read.scan import Unread
from tests.real import filings

GOOD = write(FILINGS[0])
SHARES = b"<value>216</value>"
END = b"</ownershipDocument>"
LAUGHS = b"<!ENTITY a 'haha'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))


def changed(old: bytes, new: bytes) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def without(pattern: bytes) -> bytes:
    content, times = re.subn(pattern, b"", GOOD, flags=re.DOTALL)
    assert times
    return content


def taken(content: bytes) -> Filing:
    return read(Document(content, "f.xml")).filing


def refused(content: bytes) -> str:
    with pytest.raises(FilingError) as caught:
        read(Document(content, "f.xml"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (changed(b"<value>2022-03-07", b"<value>03/07/2022"), "line 38: transactionDate: not a date: '03/07/2022'"),
        (
            changed(b"Report>2022-03", b"Report>2022-13"),
            "line 5: periodOfReport: not a date of the calendar: '2022-13-07'",
        ),
        (changed(b"Report>2022-03-07", b"Report>20x4-13-45"), "line 5: periodOfReport: not a date: '20x4-13-45'"),
        (changed(SHARES, b"<value>NaN</value>"), "line 47: transactionShares: not a number: 'NaN'"),
        (changed(SHARES, b"<value>-216</value>"), "line 47: transactionShares: not a number: '-216'"),
        (changed(SHARES, b"<value>2e2</value>"), "line 47: transactionShares: not a number: '2e2'"),
        (changed(SHARES, b"<value>21,60</value>"), "line 47: transactionShares: not a number: '21,60'"),
        (changed(SHARES, b"<value>&#x662;16</value>"), "line 47: transactionShares: not a number: '٢16'"),
        (changed(b">33.85", b">$33.85"), "line 51: transactionPricePerShare: not a number: '$33.85'"),
        (
            changed(b">33.85", b">" + b"9" * 99 + b"x"),
            f"line 51: transactionPricePerShare: not a number: '{'9' * 79}…'",
        ),
        (changed(b"Cik>0000046129", b"Cik>'; DROP"), 'line 8: issuerCik: not a CIK: "\'; DROP"'),
        (changed(b"Cik>0000046129", b"Cik>00000461290"), "line 8: issuerCik: not a CIK: '00000461290'"),
        (changed(b"<isOfficer>1", b"<isOfficer>yes"), "line 26: isOfficer: not a boolean: 'yes'"),
        (changed(b"Type>4", b"Type>99"), "line 4: documentType: not one of 3, 3/A, 4, 4/A, 5, 5/A: '99'"),
        (
            changed(b"Code>F", b"Code>K"),
            "line 42: transactionCode: not one of P, S, A, D, F, I, M, C, E, H, O, X, G, L, W, Z, J, U: 'K'",
        ),
        (
            changed(b"<value>I<", b"<value>indirect<"),
            "line 149: directOrIndirectOwnership: neither D nor I: 'indirect'",
        ),
        (changed(SHARES, SHARES + b"<value>1</value>"), "line 47: transactionShares: stands twice in one place"),
        (
            changed(END, b"<remarks>a</remarks>\n<remarks>b</remarks>" + END),
            "line 167: remarks: stands twice in one place",
        ),
        (changed(b"<issuer>", b"<issuer/><issuer>"), "issuer: stands twice"),
        (without(rb"<issuer>.*</issuer>"), "issuer: missing"),
        (without(rb"<issuerCik>.*</issuerCik>"), "line 7: issuerCik: missing"),
        (without(rb"<reportingOwner>.*</reportingOwner>"), "reportingOwner: missing"),
        (without(rb"<rptOwnerCik>.*</rptOwnerCik>"), "line 12: rptOwnerCik: missing"),
        (without(rb"<documentType>.*</documentType>"), "line 2: documentType: missing"),
        (without(rb"<periodOfReport>.*</periodOfReport>"), "line 2: periodOfReport: missing"),
        (changed(b"<value>Common Stock</value>", b""), "line 33: securityTitle: missing"),
        (b"<html><body>Request Rate Threshold Exceeded</body></html>", "not EDGAR's rendering of a Form 3, 4 or 5"),
        (b'<?xml version="1.0"?>\n<informationTable/>', "line 2: informationTable: not an ownershipDocument"),
        (
            b"<!DOCTYPE ownershipDocument [<!ATTLIST footnote id CDATA 'F1'>]>" + GOOD.partition(b"\n")[2],
            "a document type with declarations of its own is not taken",
        ),
        (b"7z\xbc\xaf\x27\x1cnonsense", "a 7z archive, which is not read: unpack it first"),
        (b"\x1f\x9dnonsense", "a file packed by compress, which is not read: unpack it first"),
    ],
)
def test_bad_values_are_named_with_their_place(content: bytes, message: str) -> None:
    assert refused(content) == f"f.xml: {message}"


def test_a_document_that_would_fill_the_memory_is_set_aside() -> None:
    document = changed(END, b"<a/>" * 1_250_000 + END)
    assert refused(document) == f"f.xml: ownership XML larger than 5,000,000 bytes: '{len(document):,}'"


@pytest.mark.parametrize("digits", [101, 309])
def test_a_number_that_no_graph_can_hold_is_set_aside(digits: int) -> None:
    said = refused(changed(SHARES, b"<value>" + b"9" * digits + b"</value>"))
    assert "a number of more than 100 digits" in said
    assert len(said) < 200


def test_elements_that_no_reader_knows_are_counted_by_name() -> None:
    many = b"".join(b"<x%d/>" % number for number in range(300))
    unread = read(Document(changed(END, b"<novelty/>" * 1000 + many + END), "f.xml")).unread
    assert (unread[0].element, unread[0].count) == ("novelty", 1000)
    assert (unread[-1].element, unread[-1].count) == ("elements of other names", 201)
    assert len(unread) == 101


NOT_XML = {
    "empty": (b"", 1),
    "blank": (b"  \n", 2),
    "text": (b"hello", 1),
    "binary": (bytes(range(256)) * 40, 1),
    "half of UTF-16": (b"\xff\xfe" + b"<\x00" * 7, 1),
    "NUL": (changed(b"Maida", b"\0"), 15),
    "entity bomb": (b"<!DOCTYPE o [" + LAUGHS + b"]><o>&j;</o>", 1),
    "deep": (b"<ownershipDocument>" + b"<a>" * 60_000 + b"</a>" * 60_000 + END, 1),
}


@pytest.mark.parametrize(("content", "line"), NOT_XML.values(), ids=NOT_XML)
def test_what_is_not_xml_is_refused_in_one_line(content: bytes, line: int) -> None:
    message = refused(content)
    assert message.startswith(f"f.xml: line {line}: not well-formed XML: ")
    assert "\n" not in message


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE o [<!ENTITY x SYSTEM 'file://{secret}'>]>",
        "<!DOCTYPE o SYSTEM '{secret}'>",
        "<!DOCTYPE o [<!ENTITY % x SYSTEM '{secret}'>%x;]>",
    ],
)
def test_nothing_is_read_from_outside(declaration: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ENTITY y 'the secret'>")
    content = f"{declaration.format(secret=secret)}<ownershipDocument><remarks>&x;&y;</remarks></ownershipDocument>"
    assert "the secret" not in refused(content.encode())


@pytest.mark.parametrize("zone", ["", "Z", "-05:00", "+14:00"])
def test_a_date_may_have_a_time_zone(zone: str) -> None:
    assert taken(changed(b"Report>2022-03-07", f"Report> 2022-03-07{zone}\n".encode())).period_of_report == date(
        2022, 3, 7
    )


@pytest.mark.parametrize(
    ("spelling", "meant"), [("1", True), ("true", True), ("0", False), ("false", False), (" 1\n", True), ("", False)]
)
def test_a_box_is_spelled_in_four_ways(spelling: str, meant: bool) -> None:
    assert taken(changed(b"<isDirector>0", f"<isDirector>{spelling}".encode())).owners[0].director is meant


@pytest.mark.parametrize(
    ("spelling", "meant"),
    [("1,234,567.8900", "1234567.89"), (".5", "0.5"), ("7.", "7"), ("007", "7"), ("0", "0"), ("0.1000", "0.1")],
)
def test_numbers_are_exact(spelling: str, meant: str) -> None:
    trade = taken(changed(SHARES, f"<value>{spelling}</value>".encode())).rows[0].trade
    assert trade is not None
    assert trade.shares == Decimal(meant)


def test_what_is_missing_is_not_zero() -> None:
    trade = taken(changed(b"<value>33.85</value>", b'<footnoteId id="F1"/>')).rows[0].trade
    assert trade is not None
    assert trade.price is None
    trade = taken(changed(b"<value>33.85</value>", b"<value>0</value>")).rows[0].trade
    assert trade is not None
    assert trade.price == 0


def test_an_absent_box_for_plans_is_neither_yes_nor_no() -> None:
    box = b"</reportingOwner><aff10b5One>%s</aff10b5One>"
    assert taken(GOOD).plan10b51 is None
    assert taken(changed(b"</reportingOwner>", box % b"0")).plan10b51 is False
    assert taken(changed(b"</reportingOwner>", box % b"true")).plan10b51 is True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Maida Robert P", b"  Maida\n  Robert\tP "),
        (b"Maida Robert P", b"<![CDATA[Maida]]> Robert<!-- J. --> P"),
        (b"<footnotes>", b"<?editor page?><footnotes>"),
        (b"<rptOwnerName>", b"<rptOwnerCcc>x$1234</rptOwnerCcc><rptOwnerName>"),
        (b"0000046129", b"46129"),
        (
            b"<transactionCoding>",
            b"<deemedExecutionDate/><transactionTimeliness><value/></transactionTimeliness><transactionCoding>",
        ),
        (b"<isOther>0</isOther>", b""),
        (b"<value>103663</value>", b"<value> 103,663.00 </value>"),
    ],
)
def test_spellings_that_say_the_same(old: bytes, new: bytes) -> None:
    reading = read(Document(changed(old, new), "f.xml"))
    assert (reading.filing, reading.unread) == (taken(GOOD), ())


@pytest.mark.parametrize(
    ("old", "new", "unread"),
    [
        (b"<footnotes>", b"<novelty><part/></novelty><footnotes>", [("novelty", 157), ("part", 157)]),
        (b"<footnotes>", b"stray words<footnotes>", [("text of nonDerivativeTable", 32)]),
        (SHARES, SHARES + b"about", [("text of value", 47)]),
        (
            b"<rptOwnerName>",
            b"<rptOwnerNick>Bob</rptOwnerNick><rptOwnerName>",
            [("rptOwnerNick", 15), ("text of rptOwnerNick", 15)],
        ),
        (b"<issuer>", b"<isDirector>1</isDirector><issuer>", [("isDirector", 7)]),
        (b"<issuer>", b'<footnoteId id="F1"/><issuer>', [("footnoteId", 7)]),
        (b"<footnotes>", b'<footnoteId id="F1"/><footnotes>', [("footnoteId", 157)]),
        (SHARES, b'<value>216<footnoteId id="F1"/></value>', [("footnoteId", 47)]),
        (b"<footnotes>", b"<transactionFormType>4</transactionFormType><footnotes>", [("transactionFormType", 157)]),
    ],
)
def test_what_is_not_read_is_reported_with_its_line(old: bytes, new: bytes, unread: list[tuple[str, int]]) -> None:
    reading = read(Document(changed(old, new), "f.xml"))
    assert [*reading.unread] == [Unread(*each) for each in unread]
    assert reading.filing == taken(GOOD)


def test_every_real_filing_is_read_whole(shared: Path) -> None:
    for filing in filings(shared):
        document = Document(Path(filing.origin).read_bytes(), filing.origin)
        assert (filing.origin, read(document).unread) == (filing.origin, ())
        assert filing.rows or filing.no_securities_owned or filing.exit, filing.origin


def test_lines_are_those_of_the_submission() -> None:
    content = submission(FILINGS[0]).replace(b"<footnotes>", b"<novelty/><footnotes>")
    at = content[: content.index(b"<novelty/>")].count(b"\n") + 1
    document = open_submission(content, "f.txt", UNKNOWN)
    assert isinstance(document, Document)
    assert read(document).unread == (Unread("novelty", at),)
