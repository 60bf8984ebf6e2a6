"""Ownership XML in other shapes, and XML that is not well-formed: what is repaired, and what would be guessed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.world import FILINGS
from examples.write import write
from graphload.errors import FilingError
from graphload.filing.document import Document
from graphload.filing.values import Filing
from graphload.read import Reading, read
from graphload.read.elements import CELLS
from graphload.read.xml.structure import CHILDREN, TEXTS
from tests.conftest import examples
from tests.strategies import filings

ALLIED = next(
    filing
    for filing in FILINGS
    if len(filing.rows) > 1 and b'<footnoteId id="F1" />' in write(filing) and b"</officerTitle>" in write(filing)
)
GOOD = write(ALLIED)
DECLARATION, _, BODY = GOOD.partition(b"\n")
NAME = str(ALLIED.issuer.name).encode()


def reading(content: bytes) -> Reading:
    return read(Document(content, "f.xml"))


def plain(filing: Filing) -> Filing:
    return replace(filing, repaired=())


RIGHT = reading(GOOD).filing
ROOT = b"<ownershipDocument>"
SHAPES = {
    "blank lines": b"\n\n \t" + GOOD,
    "BOM": b"\xef\xbb\xbf" + GOOD,
    "BOM and blank lines": b"\xef\xbb\xbf\r\n" + GOOD,
    "in XML": b"<XML>\n" + GOOD + b"\n</XML>\n",
    "in TEXT and XML": b"<TEXT>\n<XML>\n" + GOOD + b"</XML>\n</TEXT>",
    "no declaration": BODY,
    "default namespace": GOOD.replace(ROOT, b'<ownershipDocument xmlns="http://www.sec.gov/edgar/ownership">'),
    "prefix": re.sub(rb"<(/?)([a-zA-Z])", rb"<\1own:\2", BODY).replace(
        b"<own:ownershipDocument>", b'<own:ownershipDocument xmlns:own="urn:x">'
    ),
    "prefix of the root": BODY.replace(ROOT, b'<o:ownershipDocument xmlns:o="urn:x">').replace(
        b"</ownershipDocument>", b"</o:ownershipDocument>"
    ),
    "style sheet": DECLARATION + b'<?xml-stylesheet type="text/xsl" href="a.xsl"?><!-- a -->' + BODY,
    "document type": DECLARATION + b"<!DOCTYPE ownershipDocument>" + BODY,
    "UTF-16": BODY.decode().encode("utf-16"),
    "UTF-16, big": b"\xfe\xff" + BODY.decode().encode("utf-16-be"),
    "latin-1": b'<?xml version="1.0" encoding="ISO-8859-1"?>' + BODY.decode().encode("latin-1", "xmlcharrefreplace"),
    "CDATA": GOOD.replace(NAME, b"<![CDATA[" + NAME + b"]]>"),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_other_shapes_are_read_without_repair(content: bytes) -> None:
    found = reading(content)
    assert found.filing == RIGHT
    assert (found.unread, found.repairs) == ((), ())


def test_a_document_type_outside_is_not_read_and_is_named() -> None:
    found = reading(DECLARATION + b'<!DOCTYPE ownershipDocument SYSTEM "http://127.0.0.1:9/x.dtd">' + BODY)
    assert found.filing == RIGHT
    assert found.notes == ("it names a document type outside of it, which is not read",)


FOOTNOTE = b'<footnote id="F1">'
CITED = b'<footnoteId id="F1" />'
assert FOOTNOTE in GOOD and CITED in GOOD
MENDED = {
    "attribute without quotes": (GOOD.replace(CITED, b"<footnoteId id=F1/>", 1), "a spoiled attribute of footnoteId"),
    "attribute with one quote": (GOOD.replace(CITED, b'<footnoteId id="F1/>', 1), "a spoiled attribute of footnoteId"),
    "attribute twice": (GOOD.replace(CITED, b'<footnoteId id="F1" id="F1"/>', 1), None),
    "attribute of the root": (GOOD.replace(ROOT, b"<ownershipDocument xmlns:xsi=http://a>"), "a spoiled attribute of"),
    "prefix of nothing": (GOOD.replace(ROOT, b'<ownershipDocument xsi:noNamespaceSchemaLocation="a">'), None),
    "other encoding": (b'<?xml version="1.0" encoding="klingon"?>' + BODY, "read as UTF-8, not as klingon"),
    "UTF-16 that is none": (b'<?xml version="1.0" encoding="UTF-16"?>' + BODY, "read as UTF-8, not as utf-16"),
    "text before": (b"HTTP/1.1 200 OK\n\n" + GOOD, "text around the document is left out"),
    "text behind": (GOOD + b"\ndownloaded", "text around the document is left out"),
    "declaration twice": (DECLARATION + GOOD, None),
    "comment of hyphens": (GOOD.replace(ROOT, ROOT + b"<!-- a -- b -->"), None),
    "table": (GOOD.replace(b"</nonDerivativeTable>", b""), "an end tag of nonDerivativeTable is put in"),
    "owner": (GOOD.replace(b"</reportingOwner>", b"", 1), "an end tag of reportingOwner is put in"),
    "row": (GOOD.replace(b"</nonDerivativeTransaction>", b"", 1), "an end tag of nonDerivativeTransaction is put in"),
    "amounts": (GOOD.replace(b"</transactionAmounts>", b"", 1), "an end tag of transactionAmounts is put in"),
    "cell": (GOOD.replace(b"</transactionShares>", b"", 1), "an end tag of transactionShares is put in"),
    "footnotes": (GOOD.replace(b"</footnotes>", b""), "an end tag of footnotes is put in"),
    "footnote": (GOOD.replace(b"</footnote>", b"", 1), "an end tag of footnote is put in"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "said"), MENDED.values(), ids=MENDED)
def test_what_changes_no_value_is_repaired(content: bytes, said: str | None) -> None:
    found = reading(content)
    assert plain(found.filing) == RIGHT
    (repair,) = found.repairs
    assert repair.what.startswith(said or "faulty markup that changes no text is ignored")
    assert found.filing.repaired == (repair.what,)


BYTES = "bytes that are not UTF-8 are read as windows-1252"
WORDS = {
    "&": (b"Thorn & Vale &amp; Sons", "Thorn & Vale & Sons", "a bare & is read as text"),
    "&;": (b"A&B;C", "A&B;C", "a bare & is read as text"),
    "AT&T": (b"AT&T", "AT&T", "a bare & is read as text"),
    "entity": (b"Caf&eacute;&nbsp;Two", "Café Two", "an entity of HTML is read as its character"),
    "windows": (b"The \x93Plan\x94 \x96 Caf\xe9", "The “Plan” – Café", BYTES),
    "mixed": ("“a” ".encode() + b"\x93b\x94", "“a” “b”", BYTES),
    "<": (b"below < $5 or <5", "below < $5 or <5", "a bare < is read as text"),
    "mail": (b"a <b@c.com> d", "a <b@c.com> d", "a bare < is read as text"),
    "HTML": (b"a<br>b", "a b", "tags of HTML between words are left out"),
    "control": (b"a\x0bb", "a b", "a control character is read as a space"),
    "reference": (b"a&#11;b", "a b", "a control character is read as a space"),
    "]]>": (b"a ]]> b", "a ]]> b", "a bare ]]> is read as text"),
}  # fmt: skip


@pytest.mark.parametrize("place", ["issuerName", "footnote"])
@pytest.mark.parametrize(("typed", "meant", "said"), WORDS.values(), ids=WORDS)
def test_words_are_read_as_they_were_typed(place: str, typed: bytes, meant: str, said: str) -> None:
    if place == "issuerName":
        content = GOOD.replace(NAME, typed, 1)
    else:
        content = re.sub(rb'(<footnote id="F1">)[^<]*', lambda found: found[1] + typed, GOOD)
    found = reading(content)
    stated = found.filing.issuer.name if place == "issuerName" else found.filing.footnotes[0].text
    assert stated == meant
    assert found.filing.repaired == (said,)
    assert found.filing.rows == RIGHT.rows
    assert found.repairs[0].line <= content[: content.index(typed)].count(b"\n") + 1


LATIN = b'<?xml version="1.0" encoding="%b"?>'


@pytest.mark.parametrize("declared", [b"ISO-8859-1", b"latin1", b"us-ascii", b"iso_8859-1"])
def test_quotes_of_windows_are_read_under_any_declaration(declared: bytes) -> None:
    found = reading(LATIN % declared + BODY.replace(NAME, b"The \x93Plan\x94 Caf\xe9", 1))
    assert found.filing.issuer.name == "The “Plan” Café"
    name = declared.decode().lower().replace("_", "-")
    assert found.filing.repaired == (f"bytes that are not {name} are read as windows-1252",)


NUMBER = re.compile(rb"<transactionShares>\s*<value>(\d+)</value>")
FIRST = NUMBER.search(GOOD)
assert FIRST


def shares(typed: bytes) -> bytes:
    assert FIRST
    return GOOD[: FIRST.start(1)] + typed + GOOD[FIRST.end(1) :]


GUESSED = {
    "NUL": GOOD.replace(NAME, b"A\0B", 1),
    "reference to NUL": GOOD.replace(NAME, b"A&#x0;B", 1),
    "number with &": shares(b"1&0"),
    "number with an entity": shares(b"1&nbsp;000"),
    "number with another byte": shares(b"1\x93000"),
    "number with a tag": shares(b"1<br>000"),
    "number with a control character": shares(b"1\x0b000"),
    "end of a value": GOOD.replace(b"</value>", b"", 1),
    "end of a number": GOOD.replace(b"</issuerCik>", b"", 1),
    "end of a day": GOOD.replace(b"</periodOfReport>", b"", 1),
    "begin of a table": GOOD.replace(b"<nonDerivativeTable>", b"", 1),
    "begin of a row": GOOD.replace(b"<nonDerivativeTransaction>", b"", 1),
    "end and begin of a row": re.sub(rb"</nonDerivativeTransaction>\s*<nonDerivativeTransaction>", b"", write(
        next(each for each in FILINGS if [r.row_id for r in each.rows][:2] == ["NT1", "NT2"])), count=1),
    "rest behind a row": GOOD[: GOOD.index(b"</nonDerivativeTransaction>") + 27] + b"</ownershipDocument>",
    "row cut in two": re.sub(rb"<ownershipNature>.*?</nonDerivativeTransaction>", b"", GOOD, count=1, flags=re.S),
    "footnote of no number": GOOD.replace(CITED, b"<footnoteId id=/>", 1),
    "footnote of two numbers": GOOD.replace(CITED, b'<footnoteId id="F1" id="F2"/>', 1),
    "two documents": GOOD + BODY,
    "wrong end": GOOD.replace(b"</officerTitle>", b"</officerTtle>", 1).replace(b"</issuerName>", b"</issuerNme>", 1),
    "end tag cut": GOOD.replace(b"</footnote>", b"/footnote>", 1),
    "tag cut": GOOD.replace(CITED, b'<footnoteId id="F1"', 1),
    "comment without end": GOOD.replace(b"<footnotes>", b"<!-- <footnotes>", 1),
    "entities": b"<!DOCTYPE o [<!ENTITY a 'b'>]>" + GOOD.replace(NAME, b"& &a;", 1),
    "other root": b"<other>" + BODY + b"</other> & ",
}  # fmt: skip


@pytest.mark.parametrize("content", GUESSED.values(), ids=GUESSED)
def test_what_would_be_guessed_is_set_aside(content: bytes) -> None:
    with pytest.raises(FilingError) as caught:
        reading(content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9, 0.999])
def test_a_document_that_is_cut_off_is_called_so(at: float) -> None:
    with pytest.raises(FilingError, match="cut off: it has no </ownershipDocument>: download it again"):
        reading(GOOD[: int(len(GOOD) * at)])


@settings(max_examples=examples(30))
@given(filings(), st.data())
def test_a_lost_tag_changes_nothing_or_sets_aside(filing: Filing, data: st.DataObject) -> None:
    """Whichever tag is lost: what is read is what was there, or nothing is."""
    content = write(filing)
    tags = [*re.finditer(rb"<[^>?!]*[^/>]>", content)]
    lost = data.draw(st.sampled_from(tags))
    try:
        found = reading(content[: lost.start()] + content[lost.end() :])
    except FilingError:
        return
    assert plain(found.filing) == replace(filing, origin="f.xml", envelope=found.filing.envelope)


def test_the_structure_is_of_every_element() -> None:
    assert {child for children in CHILDREN.values() for child in children} <= TEXTS | CHILDREN.keys()
    assert CELLS.keys() <= CHILDREN.keys()
